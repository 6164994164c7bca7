import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { wholeHouse } from "#src/platform/database/database.ts";
import { pickMaterials } from "./pick-materials.ts";
import { openTeaSite, page, type TeaSite } from "./testing/tea-site.ts";
import type { ListAnswer } from "./schema.ts";

const green =
  "Sencha and gyokuro are green teas of Japan: the leaves are steamed, and water of seventy degrees is enough.";
const black =
  "Assam and Ceylon are black teas: the leaves are oxidised, and boiling water brings out their malt.";
const cups =
  "A cup of thin porcelain keeps the scent; clay keeps the warmth. Kilns of Gzhel and Delft made both.";

let tea: TeaSite;
beforeAll(async () => {
  tea = await openTeaSite({
    "/": page("Tea house", "Everything about tea, and nothing about coffee."),
    "/sencha": page("How to brew sencha", green),
    "/gyokuro": page("Gyokuro, the shaded green tea", `${green} Shade makes it sweet.`),
    "/assam": page("Assam in the morning", black),
    "/ceylon": page("Ceylon with lemon", `${black} Lemon is an old habit.`),
    "/cups": page("Cups of clay and porcelain", cups),
    "/matcha": page("Матча: зелёный чай в порошке", "Зелёный чай растирают в порошок и взбивают венчиком.", {
      lang: "ru",
    }),
    "/zelyony": page("Зелёный чай зимой", "Зимой зелёный чай заваривают дольше, порошок чая взбивают.", {
      lang: "ru",
    }),
    "/secret": page("Secret", green, { head: '<meta name="robots" content="noindex">' }),
    "/copy": page("Copy", green, { head: '<link rel="canonical" href="/sencha">' }),
  });
  const walks = [
    ["/", "/sencha", "/cups"],
    ["/sencha", "/cups", "/assam"],
    ["/sencha", "/cups"],
    ["/sencha", "/cups"],
    ["/", "/assam", "/ceylon"],
    ["/gyokuro"],
    ["/secret", "/copy", "/gone"],
    ["/matcha", "/zelyony"],
  ];
  for (const [visitor, walk] of walks.entries()) await tea.walk(walk, visitor);
  await tea.settle();
});
afterAll(() => tea[Symbol.asyncDispose]());

const paths = ({ items }: ListAnswer) => items.map(({ url }) => new URL(url).pathname);
const on = (path: string) => ({ page: `${tea.site.origin}${path}`, limit: 20 });

describe("what a page gets", () => {
  test("popular: what was read most comes first, and never the page that one is on", async () => {
    expect(paths(await tea.ask("popular", on("/")))[0]).toBe("/cups");
    const onCups = paths(await tea.ask("popular", on("/cups")));
    expect(onCups[0]).toBe("/sencha");
    expect(onCups).not.toContain("/cups");
  });

  test("never what may not be found: noindex, another's copy, what answers 404", async () => {
    const all = paths(await tea.ask("popular", on("/elsewhere")));
    expect(all).toEqual(expect.arrayContaining(["/sencha", "/gyokuro", "/ceylon"]));
    for (const path of ["/secret", "/copy", "/gone"]) expect(all).not.toContain(path);
  });

  test("never what was read just now", async () => {
    const read = [`${tea.site.origin}/sencha?utm_source=x`, `${tea.site.origin}/cups#top`];
    const got = paths(await tea.ask("popular", { ...on("/"), read }));
    expect(got).not.toContain("/sencha");
    expect(got).not.toContain("/cups");
  });

  test("related: the same subject, in the same language first", async () => {
    expect(paths(await tea.ask("related", on("/sencha")))[0]).toBe("/gyokuro");
    expect(paths(await tea.ask("related", on("/assam")))[0]).toBe("/ceylon");
    expect(paths(await tea.ask("related", on("/matcha")))[0]).toBe("/zelyony");
  });

  test("next: what others went on to from here", async () => {
    expect(paths(await tea.ask("next", on("/sencha")))[0]).toBe("/cups");
    // One walk alone weighs little beside what everybody goes on to.
    expect(paths(await tea.ask("next", on("/assam"))).slice(0, 3)).toContain("/ceylon");
  });

  test("each kind answers by itself, titles and pictures with it", async () => {
    for (const kind of ["rising", "discussed", "for-you", "from-source"]) {
      const { items, props } = await tea.ask(kind, on("/"));
      expect(items.length).toBeGreaterThan(3);
      expect(props).toMatchObject({ list: kind, kind, place: "page", arm: "unmeasured" });
    }
    const { items } = await tea.ask("next", on("/sencha"));
    expect(items[0]).toEqual({
      url: `${tea.site.origin}/cups`,
      title: "Cups of clay and porcelain",
      description: "About: Cups of clay and porcelain",
      imageUrl: null,
      note: null,
    });
  });

  test("without JavaScript: a piece of HTML, whose words are no HTML of strangers", async () => {
    tea.site.pages["/odd"] = page("&lt;script&gt;alert(1)&lt;/script&gt; &amp; tea", green);
    await tea.walk(["/odd"], 20);
    await tea.settle();
    await tea.app.advance(11 * 60_000);
    const answer = await tea.app.anonymous.get(
      `/lists/${tea.site.key}/popular?page=${tea.site.origin}/&limit=20&format=html`,
    );
    const html = await answer.text();
    expect(answer.headers.get("content-type")).toContain("text/html");
    expect(html).toContain(`<a href="${tea.site.origin}/cups">Cups of clay and porcelain</a>`);
    expect(html).toContain("&lt;script&gt;");
    expect(html).not.toContain("<script");
    const russian = await tea.app.anonymous.request(
      `/lists/${tea.site.key}/popular?page=${tea.site.origin}/&format=html`,
      { headers: { "accept-language": "ru" } },
    );
    expect(await russian.text()).toContain("Что почитать дальше");
  });

  test.each([
    {
      what: "a list that is none",
      path: "/lists/KEY/no-such?page=https://x.example/",
      status: 404,
      said: "no list",
    },
    {
      what: "a key that is none",
      path: "/lists/KEY/No%20Such?page=x",
      status: 400,
      said: "no key of a list",
    },
    { what: "no page", path: "/lists/KEY/popular", status: 400, said: "page" },
    { what: "a site that is none", path: "/lists/nobody/popular?page=x", status: 404, said: "nobody" },
  ])("$what is refused by name", async ({ path, status, said }) => {
    const answer = await tea.app.anonymous.get(path.replace("KEY", tea.site.key));
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(said);
  });

  test("a body that is no JSON is refused", async () => {
    const answer = await tea.app.anonymous.request(`/lists/${tea.site.key}/popular`, {
      method: "POST",
      headers: { origin: tea.site.origin },
      body: "{",
    });
    expect(answer.status).toBe(400);
  });
});

const List = z.looseObject({ id: z.string(), key: z.string(), revision: z.number() });

describe("what an editor sets", () => {
  test("pins stand first, bans and quotas hold (createList, changeList, getList, listLists, deleteList)", async () => {
    const made = await tea.app.owner.post("/api/lists", {
      siteId: tea.site.id,
      key: "end-of-article",
      kind: "popular",
      title: "Read on",
      holdOutPercent: 0,
      explorePercent: 0,
      pins: [{ path: "/ceylon" }, { path: "/secret" }, { path: "/gyokuro", until: "2020-01-01T00:00:00Z" }],
      bans: [{ pattern: "/cup*" }],
      quotas: [{ prefix: "/s", max: 0 }],
    });
    expect(made.status).toBe(201);
    const list = List.parse(await made.json());
    const { title, items } = await tea.ask("end-of-article", on("/"));
    expect(title).toBe("Read on");
    const got = items.map(({ url }) => new URL(url).pathname);
    expect(got[0]).toBe("/ceylon");
    for (const path of ["/cups", "/sencha", "/secret"]) expect(got).not.toContain(path);

    const taken = await tea.app.owner.post("/api/lists", {
      siteId: tea.site.id,
      key: "end-of-article",
      kind: "next",
    });
    expect(taken.status).toBe(409);
    const changed = await tea.app.owner.patch(`/api/lists/${list.id}`, { revision: 1, size: 2, bans: [] });
    expect(await changed.json()).toMatchObject({ size: 2, bans: [], revision: 2, title: "Read on" });
    const late = await tea.app.owner.patch(`/api/lists/${list.id}`, { revision: 1, size: 9 });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain("revision 2, not 1");
    expect(await (await tea.app.owner.get(`/api/lists/${list.id}`)).json()).toMatchObject({ size: 2 });
    const listed = await tea.app.owner.get(`/api/lists?siteId=${tea.site.id}&limit=1`);
    expect(await listed.json()).toMatchObject({ items: [{ key: "end-of-article" }], next: null });
    await tea.app.owner.delete(`/api/lists/${list.id}`);
    await tea.app.advance(10_000);
  });

  test.each([
    ["a pin that is no path", { pins: [{ path: "https://else.example/" }] }],
    ["a pattern with a star inside", { bans: [{ pattern: "/a*b" }] }],
    ["a hold-out of all", { holdOutPercent: 90 }],
    ["a key with spaces", { key: "my list" }],
    ["a kind that is none", { kind: "random" }],
  ])("%s is refused", async (_what, wish) => {
    const body = { siteId: tea.site.id, key: "x", kind: "next", ...wish };
    expect((await tea.app.owner.post("/api/lists", body)).status).toBe(400);
  });
});

const shown = (arm: string) => ({
  kind: "custom",
  path: "/",
  name: "list.shown",
  props: { list: "w", arm },
});

describe("the hold-out", () => {
  test("is the same for a visitor, says so, and sees nothing", async () => {
    await tea.app.owner.post("/api/lists", {
      siteId: tea.site.id,
      key: "held",
      kind: "popular",
      holdOutPercent: 50,
      explorePercent: 0,
    });
    const visit = { visitAge: 0 };
    const arms = new Map<string, number>();
    for (let visitor = 0; visitor < 40; visitor += 1) {
      const first = await tea.ask("held", { ...on("/"), visit }, visitor);
      const again = await tea.ask("held", { ...on("/sencha"), visit }, visitor);
      expect(again.props.arm).toBe(first.props.arm);
      expect(first.items.length === 0).toBe(first.props.arm === "held");
      arms.set(first.props.arm, (arms.get(first.props.arm) ?? 0) + 1);
    }
    // Of 40 even draws fewer than 5 on one side come once in three million times.
    expect(arms.get("held")).toBeGreaterThan(4);
    expect(arms.get("shown")).toBeGreaterThan(4);
    expect((await tea.ask("held", { ...on("/"), visit: { own: true } })).props.arm).toBe("unmeasured");
  });

  test("tells what the list is worth, and that there is not enough data yet (getListWorth)", async () => {
    await tea.send([{ path: "/" }], 30);
    await tea.send([shown("shown")], 30);
    await tea.send([{ path: "/cups" }], 30);
    await tea.send(
      [{ kind: "custom", path: "/", name: "list.clicked", props: { list: "w", arm: "shown" } }],
      30,
    );
    await tea.send([{ path: "/" }], 31);
    await tea.send([shown("held")], 31);
    await tea.app.eventLog.flush();
    await tea.app.advance(31 * 60_000);
    const answer = await tea.app.owner.get(`/api/sites/${tea.site.id}/lists/w/worth`);
    expect(await answer.json()).toMatchObject({
      isEnough: false,
      clicks: 1,
      shown: { visitors: 1, visits: 1 },
      held: { visitors: 1, visits: 1 },
    });
  });
});

test("a preview shows what is not kept (previewList), and materials say why they are in no list (listMaterials)", async () => {
  const preview = await tea.app.owner.post(`/api/sites/${tea.site.id}/list-preview`, {
    siteId: tea.site.id,
    key: "popular",
    settings: { pins: [{ path: "/ceylon" }], explorePercent: 0, size: 2 },
    pageUrl: `${tea.site.origin}/sencha`,
  });
  expect(await preview.json()).toMatchObject({
    entries: [{ path: "/ceylon", isPinned: true }, { path: "/cups" }],
    isPageKnown: true,
  });
  const unlisted = await tea.app.owner.get(`/api/sites/${tea.site.id}/materials?listable=false`);
  const { items } = z
    .object({ items: z.array(z.object({ path: z.string(), fault: z.string() })) })
    .parse(await unlisted.json());
  expect(items.find(({ path }) => path === "/secret")?.fault).toBe("It says noindex");
  expect(items.find(({ path }) => path === "/gone")?.fault).toBe("It answers 404");
});

test("letters take materials by the same lists", async () => {
  const found = await tea.app.house.database.transact(wholeHouse, (db) =>
    pickMaterials(db, {
      siteId: tea.site.id,
      list: "popular",
      limit: 2,
      read: [`${tea.site.origin}/cups`],
      now: tea.app.house.now(),
    }),
  );
  expect(found).toHaveLength(2);
  expect(found.map(({ url }) => new URL(url).pathname)).not.toContain("/cups");
});
