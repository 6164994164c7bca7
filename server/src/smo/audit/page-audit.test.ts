import { describe, expect, test } from "vitest";
import { z } from "zod";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { openWorkspace, read } from "#src/testing/people.ts";
import { html, serveTea } from "#src/testing/serve-tea.ts";
import { AuditRule, AuditRun, PageAuditSummary, PageAuditView } from "./schema.ts";

const Id = z.object({ id: z.uuid() });
const Pages = z.object({ items: z.array(PageAuditSummary), next: z.uuid().nullable() });

const register = (app: TestApp, origin: string) =>
  read(app.owner.post("/api/sites", { name: "Tea", origin }), Id).then(({ id }) => id);

const pageAudits = async (app: TestApp, id: string, query = "") =>
  (await read(app.owner.get(`/api/sites/${id}/page-audits?limit=50${query}`), Pages)).items;

async function auditSite(app: TestApp, id: string, input: object = {}) {
  const run = await read(app.owner.post(`/api/sites/${id}/audits`, input), AuditRun);
  await app.work();
  return run;
}

describe("auditPage", { timeout: 60_000 }, () => {
  test("looks at any address; what is a page of a site of ours is kept, with its cards drawn for sixteen networks", async () => {
    await using site = await serveTea();
    await using app = await createApp();
    const foreign = await read(
      app.owner.post("/api/page-audits", { url: `${site.origin}/black` }),
      PageAuditView,
    );
    expect(foreign).toMatchObject({ id: null, siteId: null, outcome: "audited", title: "Tea at /black" });
    const siteId = await register(app, site.origin);
    const own = await read(
      app.owner.post("/api/page-audits", { url: `${site.origin}/black#top`, language: "ru" }),
      PageAuditView,
    );
    expect(own).toMatchObject({ siteId, url: `${site.origin}/black`, readings: [{ score: own.score.page }] });
    expect(own.cards).toHaveLength(16);
    expect(own.cards[0]?.html.light).toContain("is-light");
    expect(own.cards[0]?.html.dark).toContain("is-dark");
    expect(own.cardStyles).toContain(".samovar-card");
    expect(own.findings.every(({ what, remedy }) => what.en && what.ru && remedy.en && remedy.ru)).toBe(true);
    const again = await read(app.owner.get(`/api/page-audits/${own.id}?language=ru`), PageAuditView);
    expect(again).toEqual(own);
    const some = await read(
      app.owner.post("/api/page-audits", { url: `${site.origin}/green`, networks: ["vk"] }),
      PageAuditView,
    );
    expect(some).toMatchObject({ id: null, cards: [{ network: "vk" }] });
    expect(await pageAudits(app, siteId)).toHaveLength(1);
  });

  test("tells of a page that is not there, and keeps that too", async () => {
    await using site = await serveTea();
    await using app = await createApp();
    await register(app, site.origin);
    const gone = await read(
      app.owner.post("/api/page-audits", { url: `${site.origin}/gone` }),
      PageAuditView,
    );
    expect(gone).toMatchObject({
      id: expect.any(String),
      outcome: "unreachable",
      score: { page: null },
      cards: [],
    });
    expect(gone.visit.status).toBe(404);
  });

  test("is rationed: other people's sites are not visited in our name without end", async () => {
    await using app = await createApp();
    const ask = () => app.owner.post("/api/page-audits", { url: "http://127.0.0.1:1/" });
    for (let time = 0; time < 20; time += 1) expect((await ask()).status).toBe(201);
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(refused.headers.get("Retry-After")).toBe("60");
    await app.advance(61_000);
    expect((await ask()).status).toBe(201);
  });
});

test("listPageAudits shows the worst first, page by page, and those with this finding", async () => {
  await using site = await serveTea();
  await using app = await createApp();
  site.pages["/green"] = html("<title>x</title>");
  const id = await register(app, site.origin);
  await auditSite(app, id);
  const all = await pageAudits(app, id);
  expect(all[0]?.url).toBe(`${site.origin}/green`);
  expect(all.map(({ score }) => score ?? -1)).toEqual(
    all.map(({ score }) => score ?? -1).toSorted((a, b) => a - b),
  );
  const walked: string[] = [];
  for (let after = ""; ;) {
    const page = await read(app.owner.get(`/api/sites/${id}/page-audits?limit=1${after}`), Pages);
    walked.push(...page.items.map(({ url }) => url));
    if (page.next === null) break;
    after = `&after=${page.next}`;
  }
  expect(walked).toEqual(all.map(({ url }) => url));
  expect((await pageAudits(app, id, "&rule=LP60")).map(({ url }) => url)).toEqual([`${site.origin}/green`]);
  expect(await pageAudits(app, id, "&rule=LP40&network=vk&severity=info")).toEqual([]);
  expect((await app.owner.get(`/api/sites/${id}/page-audits?rule=tea`)).status).toBe(400);
});

test("listAuditRules tells each rule in both languages, with its ground", async () => {
  await using app = await createApp();
  const { items } = await read(app.owner.get("/api/audit-rules"), z.object({ items: z.array(AuditRule) }));
  expect(items.length).toBeGreaterThan(40);
  expect(items.filter(({ grade, severity }) => grade === "C" && severity === "error")).toEqual([]);
});

test("another workspace sees nothing of it", async () => {
  await using site = await serveTea();
  await using app = await createApp();
  const id = await register(app, site.origin);
  await auditSite(app, id, { maxPages: 1 });
  const [page] = await pageAudits(app, id);
  const other = await openWorkspace(app.owner, "Other");
  for (const path of [
    `sites/${id}/audit`,
    `sites/${id}/page-audits`,
    `sites/${id}/regressions`,
    `page-audits/${page?.id}`,
  ])
    expect((await other.owner.get(`/api/${path}`)).status, path).toBe(404);
});
