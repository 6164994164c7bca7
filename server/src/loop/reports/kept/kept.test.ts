import { afterAll, beforeAll, expect, test } from "vitest";
import { pageOf } from "#src/platform/operation/paging.ts";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { keyWith, openWorkspace, read } from "#src/testing/people.ts";
import { Annotation } from "./annotations.ts";
import { ReportView } from "./report-views.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createApp();
});
afterAll(() => app[Symbol.asyncDispose]());

test("what happened on a day is noted, found by its days, and deleted", async () => {
  const note = (day: string, text: string) =>
    read(app.owner.post("/api/reports/annotations", { day, text }), Annotation); // createAnnotation
  const launch = await note("2026-03-01", "The new shop opened");
  const outage = await note("2026-03-29", "The host was down");
  const list = (fields = "") => read(app.owner.get(`/api/reports/annotations${fields}`), pageOf(Annotation)); // listAnnotations
  expect((await list()).items).toEqual([outage, launch]);
  expect((await list("?firstDay=2026-03-02&lastDay=2026-03-29")).items).toEqual([outage]);
  const page = await list("?limit=1");
  expect((await list(`?limit=1&after=${page.next}`)).items).toEqual([launch]);
  const { owner: other } = await openWorkspace(app.owner, "Coffee");
  expect((await other.delete(`/api/reports/annotations/${launch.id}`)).status).toBe(404);
  await read(app.owner.delete(`/api/reports/annotations/${launch.id}`), Annotation); // deleteAnnotation
  expect((await list()).items).toEqual([outage]);
  expect((await app.owner.post("/api/reports/annotations", { day: "2026-02-30", text: "x" })).status).toBe(
    400,
  );
  const reader = await keyWith(app.owner, ["read"]);
  expect((await reader.post("/api/reports/annotations", { day: "2026-03-01", text: "x" })).status).toBe(403);
});

test("a view is kept under a name, replaced by another of that name, and deleted", async () => {
  const save = (query: string) =>
    read(
      app.owner.post("/api/reports/views", { name: "Search, Germany", page: "/traffic", query }),
      ReportView,
    ); // saveReportView
  const first = await save("country=DE");
  const second = await save("country=DE&sourceKind=search");
  expect(second).toMatchObject({ id: first.id, query: "country=DE&sourceKind=search" });
  const list = () => read(app.owner.get("/api/reports/views"), pageOf(ReportView)); // listReportViews
  expect((await list()).items).toEqual([second]);
  const foreign = { name: "x", page: "https://evil.example/", query: "" };
  expect((await app.owner.post("/api/reports/views", foreign)).status).toBe(400);
  await read(app.owner.delete(`/api/reports/views/${first.id}`), ReportView); // deleteReportView
  expect((await list()).items).toEqual([]);
});
