import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { mintEventId } from "#src/ground/events/index.ts";
import { openTeaSite, page, type TeaSite } from "#src/smo/lists/testing/tea-site.ts";
import { Greeting } from "./schema.ts";

let tea: TeaSite;
beforeAll(async () => {
  tea = await openTeaSite({
    "/": page("Tea house", "Everything about tea."),
    "/sencha": page("How to brew sencha", "Water of seventy degrees."),
  });
  await tea.walk(["/", "/sencha"], 40);
  await tea.settle();
});
afterAll(() => tea[Symbol.asyncDispose]());

const Rule = z.looseObject({ id: z.string(), revision: z.number() });

async function makeRule(wish: Readonly<Record<string, unknown>>) {
  const made = await tea.app.owner.post("/api/welcome-rules", {
    siteId: tea.site.id,
    name: "Telegram",
    textEn: "Welcome from {source}!",
    textRu: "Добро пожаловать из {source}!",
    holdOutPercent: 0,
    ...wish,
  });
  expect(made.status).toBe(201);
  return Rule.parse(await made.json());
}

/** A reader has passed the page on to this network; answers the id that whoever comes by it carries. */
async function share(network: string): Promise<string> {
  const id = mintEventId(new Date());
  await tea.send([{ kind: "share", path: "/", id, network }], 41);
  await tea.app.eventLog.flush();
  return id;
}

const arrive = (s: string | undefined, visitor: number) =>
  tea.post(`/welcome/${tea.site.key}`, { page: `${tea.site.origin}/`, visit: { s, visitAge: 0 } }, visitor);

test("a visitor who came by what a reader passed on is greeted by its network, once", async () => {
  const { id } = await makeRule({
    sources: ["Telegram"],
    followUrl: "https://follow.example/tea",
    followLabelEn: "Our channel",
  });
  const s = await share("telegram");
  const answer = await arrive(s, 50);
  expect(answer.status).toBe(200);
  expect(Greeting.parse(await answer.json())).toEqual({
    text: "Welcome from telegram!",
    links: [
      { url: `${tea.site.origin}/sencha`, title: "How to brew sencha", kind: "next" },
      { url: "https://follow.example/tea", title: "Our channel", kind: "follow" },
    ],
    props: { welcome: id, arm: "shown" },
  });
  expect((await arrive(s, 50)).status).toBe(204);
  expect((await arrive(await share("other"), 51)).status).toBe(204);
  expect((await arrive(undefined, 52)).status).toBe(204);
  const worth = await tea.app.owner.get(`/api/welcome-rules/${id}/worth`); // getWelcomeWorth
  expect(await worth.json()).toMatchObject({ isEnough: false });
  await tea.app.owner.delete(`/api/welcome-rules/${id}`); // deleteWelcomeRule
});

test("rules are asked in their order, changed, and refused to who was slower (changeWelcomeRule, listWelcomeRules)", async () => {
  const late = await makeRule({ name: "Late", place: 5, textEn: "Late" });
  await makeRule({ name: "Early", place: 1, textEn: "Early", arrivedBy: "share" });
  const s = await share("anywhere");
  expect(await (await arrive(s, 60)).json()).toMatchObject({ text: "Early" });
  const changed = await tea.app.owner.patch(`/api/welcome-rules/${late.id}`, { revision: 1, place: 0 });
  expect(await changed.json()).toMatchObject({ place: 0, revision: 2, name: "Late" });
  expect((await tea.app.owner.patch(`/api/welcome-rules/${late.id}`, { revision: 1 })).status).toBe(409);
  expect(await (await arrive(s, 61)).json()).toMatchObject({ text: "Late" });
  const listed = await tea.app.owner.get(`/api/welcome-rules?siteId=${tea.site.id}`);
  expect(await listed.json()).toMatchObject({ items: [{ name: "Early" }, { name: "Late" }], next: null });
});

test.each([
  ["no words", { textEn: "", textRu: "" }],
  ["a place to follow that is no web address", { followUrl: "javascript:alert(1)" }],
])("a greeting with %s is refused", async (_what, wish) => {
  const rule = { siteId: tea.site.id, name: "Bad", textEn: "Hello", textRu: "", ...wish };
  expect((await tea.app.owner.post("/api/welcome-rules", rule)).status).toBe(400);
});
