import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Job } from "#src/platform/jobs/job.ts";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { read } from "#src/testing/people.ts";
import { jpeg, serveTea } from "#src/testing/serve-tea.ts";
import { forgetAudits } from "./forget-audits.job.ts";
import { AuditRun, AuditSchedule, PageAuditSummary, PageAuditView, Regression, SiteAudit } from "./schema.ts";
import { startDueAudits } from "./start-due-audits.job.ts";
import { resumeRuns } from "./walk-site.job.ts";

const Id = z.object({ id: z.uuid() });
const Pages = z.object({ items: z.array(PageAuditSummary), next: z.uuid().nullable() });
const Regressions = z.object({ items: z.array(Regression), next: z.uuid().nullable() });
const dayMs = 24 * 3_600_000;

const register = (app: TestApp, origin: string) =>
  read(app.owner.post("/api/sites", { name: "Tea", origin }), Id).then(({ id }) => id);

const siteAudit = (app: TestApp, id: string) => read(app.owner.get(`/api/sites/${id}/audit`), SiteAudit);
const pageAudits = async (app: TestApp, id: string, query = "") =>
  (await read(app.owner.get(`/api/sites/${id}/page-audits?limit=50${query}`), Pages)).items;
const regressions = async (app: TestApp, id: string, query = "") =>
  (await read(app.owner.get(`/api/sites/${id}/regressions?limit=50${query}`), Regressions)).items;

async function auditSite(app: TestApp, id: string, input: object = {}) {
  const run = await read(app.owner.post(`/api/sites/${id}/audits`, input), AuditRun);
  await app.work();
  return run;
}

async function runJob(app: TestApp, job: Job<Record<string, never>>) {
  await app.house.database.transact("*", (db) => app.house.inside(db).enqueue(job, {}));
  await app.work();
}

describe("startSiteAudit", { timeout: 120_000 }, () => {
  test("audits the front page and what it leads to, each page once, and no file and no foreign site", async () => {
    await using site = await serveTea();
    await using app = await createApp();
    const id = await register(app, site.origin);
    const run = await read(app.owner.post(`/api/sites/${id}/audits`), AuditRun);
    expect(run).toMatchObject({ state: "running", pagesDone: 0, pagesKnown: 1, startedBy: "Olga Owner" });
    expect((await app.owner.post(`/api/sites/${id}/audits`)).status).toBe(409);
    expect((await siteAudit(app, id)).current?.id).toBe(run.id);
    await app.work();
    const after = await siteAudit(app, id);
    expect(after.current).toBeNull();
    expect(after.latest).toMatchObject({ id: run.id, state: "done", pagesDone: 3, pagesKnown: 3 });
    expect(after.score.page).toBeGreaterThan(0);
    expect(Object.keys(after.score.networks).length).toBe(16);
    expect(after.trend).toHaveLength(1);
    expect(after.counts).toMatchObject({ pages: 3, regressions: 0 });
    expect(after.rules.length).toBeGreaterThan(0);
    const urls = (await pageAudits(app, id)).map(({ url }) => url);
    expect(urls.toSorted()).toEqual(["/", "/black", "/green"].map((path) => `${site.origin}${path}`));
  });

  test("obeys robots.txt, and no more pages than are wanted", async () => {
    await using site = await serveTea();
    await using app = await createApp();
    site.pages["/robots.txt"] = "User-agent: *\nDisallow: /black\n";
    const id = await register(app, site.origin);
    await auditSite(app, id);
    expect((await pageAudits(app, id)).map(({ url }) => url)).toEqual([`${site.origin}/`]);
    delete site.pages["/robots.txt"];
    await auditSite(app, id, { maxPages: 2 });
    expect(await pageAudits(app, id)).toHaveLength(2);
  });

  test("goes on after its worker died, with what is left", async () => {
    await using site = await serveTea();
    await using app = await createApp();
    const id = await register(app, site.origin);
    await read(app.owner.post(`/api/sites/${id}/audits`), AuditRun);
    await app.house.database.pool.query("delete from graphile_worker._private_jobs");
    await app.house.database.transact("*", (db) =>
      db.updateTable("auditRun").set({ heldUntil: app.house.now() }).execute(),
    );
    await runJob(app, resumeRuns);
    expect((await siteAudit(app, id)).current).not.toBeNull(); // it may be alive still
    await app.advance(3 * 60_000);
    await runJob(app, resumeRuns);
    expect((await siteAudit(app, id)).latest).toMatchObject({ state: "done", pagesDone: 3 });
  });

  test("that takes longer than a day is given up, and says so", async () => {
    await using app = await createApp();
    const id = await register(app, "https://tea.example");
    await read(app.owner.post(`/api/sites/${id}/audits`), AuditRun);
    await app.house.database.pool.query("delete from graphile_worker._private_jobs");
    await app.advance(dayMs + 1);
    await app.house.database.transact("*", (db) =>
      db
        .updateTable("auditRun")
        .set({ heldUntil: new Date(app.house.now().getTime() + 60_000) })
        .execute(),
    );
    await runJob(app, resumeRuns);
    const { latest } = await siteAudit(app, id);
    expect(latest).toMatchObject({
      state: "failed",
      failure: expect.stringContaining("within a day"),
      score: null,
    });
  });
});

test("stopSiteAudit stops it: what was found is kept, the job that waits does nothing", async () => {
  await using site = await serveTea();
  await using app = await createApp();
  const id = await register(app, site.origin);
  await read(app.owner.post(`/api/sites/${id}/audits`), AuditRun);
  const stopped = await read(app.owner.delete(`/api/sites/${id}/audits/current`), AuditRun);
  expect(stopped).toMatchObject({ state: "stopped", endedBy: "Olga Owner", pagesDone: 0 });
  expect((await app.owner.delete(`/api/sites/${id}/audits/current`)).status).toBe(409);
  await app.work();
  expect(await pageAudits(app, id)).toEqual([]);
});

describe("what got worse", { timeout: 120_000 }, () => {
  test("has the day on which it was first seen", async () => {
    await using site = await serveTea();
    await using app = await createApp();
    const id = await register(app, site.origin);
    await auditSite(app, id, { maxPages: 1 });
    expect(await regressions(app, id)).toEqual([]);
    await app.advance(dayMs);
    site.pages["/tea.jpg"] = (_request, response) => void response.writeHead(404).end();
    const tuesday = app.house.now();
    await auditSite(app, id, { maxPages: 1 });
    const lost = (await regressions(app, id)).find(({ ruleId, key }) => `${ruleId}:${key}` === "LP02:status");
    expect(lost).toMatchObject({ url: `${site.origin}/`, severity: "error", resolvedAt: null });
    expect(lost?.what.en).toContain("404");
    expect(lost?.what.ru).toContain("404");
    expect(lost?.firstSeenAt.getTime()).toBeGreaterThanOrEqual(tuesday.getTime());
    await app.advance(dayMs);
    await auditSite(app, id, { maxPages: 1 });
    const [still] = await regressions(app, id, "&state=open");
    expect(still?.firstSeenAt.getTime()).toBeLessThan(tuesday.getTime() + dayMs);
    expect(still?.lastSeenAt.getTime()).toBeGreaterThanOrEqual(tuesday.getTime() + dayMs);
    const shown = await read(app.owner.get(`/api/page-audits/${lost?.pageAuditId}`), PageAuditView);
    expect(shown.findings.find(({ ruleId }) => ruleId === "LP02")?.firstSeenAt).toEqual(lost?.firstSeenAt);
    expect(shown.readings).toHaveLength(3);
    expect((await siteAudit(app, id)).regressions.map((each) => each.id)).toContain(lost?.id);
  });

  test("has the day on which it was mended, and the score follows", async () => {
    await using site = await serveTea();
    await using app = await createApp();
    const id = await register(app, site.origin);
    await auditSite(app, id, { maxPages: 1 });
    site.pages["/tea.jpg"] = (_request, response) => void response.writeHead(404).end();
    await auditSite(app, id, { maxPages: 1 });
    const [lost] = await regressions(app, id, "&state=open");
    expect(lost?.resolvedAt).toBeNull();
    await app.advance(dayMs);
    site.pages["/tea.jpg"] = jpeg;
    await auditSite(app, id, { maxPages: 1 });
    const mended = await regressions(app, id, "&state=resolved");
    expect(mended.map((each) => each.id)).toContain(lost?.id);
    const { counts, trend } = await siteAudit(app, id);
    expect(counts.regressions).toBe(0);
    expect(trend).toHaveLength(3);
    expect(trend[1]?.score).toBeLessThan(trend[0]?.score ?? 0);
  });

  test("a page that can't be had today has lost nothing else of what was wrong with it", async () => {
    await using site = await serveTea();
    await using app = await createApp();
    const id = await register(app, site.origin);
    await auditSite(app, id, { maxPages: 1 });
    const before = (await siteAudit(app, id)).rules.filter(({ group }) => group !== "fetching");
    site.pages["/"] = (_request, response) => response.writeHead(500).end();
    await auditSite(app, id, { maxPages: 1 });
    expect(await pageAudits(app, id)).toMatchObject([{ outcome: "unreachable", score: null }]);
    const after = (await siteAudit(app, id)).rules.filter(({ group }) => group !== "fetching");
    expect(after).toEqual(before);
  });

  test("is forgotten half a year after it was mended", async () => {
    await using site = await serveTea();
    await using app = await createApp();
    const id = await register(app, site.origin);
    await auditSite(app, id, { maxPages: 1 });
    site.pages["/tea.jpg"] = (_request, response) => void response.writeHead(404).end();
    await auditSite(app, id, { maxPages: 1 });
    site.pages["/tea.jpg"] = jpeg;
    await auditSite(app, id, { maxPages: 1 });
    expect((await regressions(app, id)).length).toBeGreaterThan(0);
    await app.advance(181 * dayMs);
    await runJob(app, forgetAudits);
    expect(await regressions(app, id)).toEqual([]);
    expect((await siteAudit(app, id)).trend).toHaveLength(3);
    await app.advance(220 * dayMs);
    await runJob(app, forgetAudits);
    expect((await siteAudit(app, id)).trend).toEqual([]);
  });
});

describe("audits by themselves", { timeout: 120_000 }, () => {
  test("come once a day, once a week, or not at all, as setAuditSchedule says", async () => {
    await using site = await serveTea();
    await using app = await createApp();
    const id = await register(app, site.origin);
    const countRuns = async () => (await siteAudit(app, id)).trend.length;
    const set = (every: string) =>
      read(
        app.owner.request(`/api/sites/${id}/audit-schedule`, {
          method: "PUT",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify({ every, maxPages: 1 }),
        }),
        AuditSchedule,
      );
    expect((await siteAudit(app, id)).schedule).toEqual({ every: "daily", maxPages: 200 });
    expect(await set("daily")).toEqual({ every: "daily", maxPages: 1 });
    await runJob(app, startDueAudits);
    await runJob(app, startDueAudits);
    expect(await countRuns()).toBe(1);
    expect((await siteAudit(app, id)).latest).toMatchObject({ startedBy: "Samovar", pagesDone: 1 });
    await app.advance(dayMs);
    await runJob(app, startDueAudits);
    expect(await countRuns()).toBe(2);
    await set("weekly");
    await app.advance(dayMs);
    await runJob(app, startDueAudits);
    expect(await countRuns()).toBe(2);
    await app.advance(6 * dayMs);
    await runJob(app, startDueAudits);
    expect(await countRuns()).toBe(3);
    await set("off");
    await app.advance(30 * dayMs);
    await runJob(app, startDueAudits);
    expect(await countRuns()).toBe(3);
  });

  test("a page is audited soon after it became known, and only that one", async () => {
    await using site = await serveTea();
    await using app = await createApp();
    const id = await register(app, site.origin);
    const urls = ["/black", "/green"].map((path) => `<url><loc>${site.origin}${path}</loc></url>`);
    site.pages["/sitemap.xml"] = `<urlset>${urls[0]}</urlset>`;
    await app.owner.post(`/api/sites/${id}/sitemap-readings`);
    await app.work();
    expect(await pageAudits(app, id)).toEqual([]);
    await app.advance(60_000);
    await app.work();
    const [first] = await pageAudits(app, id);
    expect(first?.url).toBe(`${site.origin}/black`);
    site.pages["/sitemap.xml"] = `<urlset>${urls.join("")}</urlset>`;
    await app.owner.post(`/api/sites/${id}/sitemap-readings`);
    await app.work();
    await app.advance(60_000);
    await app.work();
    const pages = await pageAudits(app, id);
    expect(pages.map(({ url }) => url).toSorted()).toEqual([`${site.origin}/black`, `${site.origin}/green`]);
    expect(pages.find(({ url }) => url.endsWith("/black"))?.auditedAt).toEqual(first?.auditedAt);
  });
});
