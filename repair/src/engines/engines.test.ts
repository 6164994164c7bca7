import { createHttp } from "@samovar/http-client";
import { describe, expect, test } from "vitest";
import type { PageTags } from "../tags/page-tags.ts";
import { type Engine, type EngineAccess, EngineFailure, type EnginePage } from "./engine.ts";
import { ghost } from "./ghost.ts";
import { startGhostTwin } from "./testing/ghost-twin.ts";
import { startWordpressTwin } from "./testing/wordpress-twin.ts";
import { wordpress } from "./wordpress.ts";

const http = createHttp({ allowPrivate: true, userAgent: "SamovarTest/1" });
const now = () => new Date();
const wish: PageTags = {
  url: "https://tea.example/tea/",
  title: "Tea",
  description: "About tea",
  image: { url: "https://tea.example/card.jpg" },
  type: "article",
  creator: "@olga@tea.example",
  feeds: [],
  addsStructuredData: false,
};

async function get(engine: Engine, access: EngineAccess, url: string): Promise<EnginePage> {
  const page = await engine.findPage(access, url);
  if (!page) throw new Error(`No page at ${url}`);
  return page;
}

const failureOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => "none",
    (error: unknown) => (error instanceof EngineFailure ? error.kind : String(error)),
  );

async function openGhost() {
  const twin = await startGhostTwin();
  const access: EngineAccess = { http, now, url: twin.origin, settings: { adminKey: twin.adminKey } };
  return { twin, access, [Symbol.asyncDispose]: () => twin[Symbol.asyncDispose]() };
}

describe("Ghost", () => {
  test("is connected by its key, and a wrong one is refused", async () => {
    await using opened = await openGhost();
    expect(await ghost.connect(opened.access)).toEqual({ name: "Ghost twin", facts: { version: "6.65" } });
    const wrong = { ...opened.access, settings: { adminKey: `${"0".repeat(24)}:${"0".repeat(64)}` } };
    expect(await failureOf(ghost.connect(wrong))).toBe("credentials");
    expect(await failureOf(ghost.connect({ ...opened.access, settings: { adminKey: "x" } }))).toBe(
      "credentials",
    );
  });

  test("takes the tags, keeps the owner's own code, and takes back what stood there", async () => {
    await using opened = await openGhost();
    const { twin, access } = opened;
    twin.addPost("tea", { codeinjection_head: "<style></style>", og_title: "Before" });
    const page = await get(ghost, access, `${twin.origin}/tea`);
    const values = ghost.valuesFor(page, wish);
    expect(values).toMatchObject({ og_title: "Tea", og_image: "https://tea.example/card.jpg" });
    await ghost.write(access, page, values);
    const written = twin.posts.get("tea");
    expect(written).toMatchObject({ og_title: "Tea", twitter_description: "About tea" });
    expect(written?.["codeinjection_head"]).toBe(
      '<style></style>\n<!-- samovar -->\n<meta name="fediverse:creator" content="@olga@tea.example">\n<!-- /samovar -->',
    );
    const after = await get(ghost, access, `${twin.origin}/tea/`);
    expect(ghost.valuesFor(after, wish)["codeinjection_head"]).toBe(written?.["codeinjection_head"]);
    await ghost.write(access, after, { og_title: "Before", og_image: null });
    expect(twin.posts.get("tea")).toMatchObject({ og_title: "Before", og_image: null });
  });

  test("refuses to write over what somebody changed in between", async () => {
    await using opened = await openGhost();
    opened.twin.addPost("tea");
    const page = await get(ghost, opened.access, `${opened.twin.origin}/tea/`);
    await ghost.write(opened.access, page, { og_title: "One" });
    expect(await failureOf(ghost.write(opened.access, page, { og_title: "Two" }))).toBe("changed");
  });
});

async function openWordpress(namespaces: readonly string[] = []) {
  const twin = await startWordpressTwin(namespaces);
  const { username, applicationPassword } = twin;
  const access: EngineAccess = { http, now, url: twin.origin, settings: { username, applicationPassword } };
  return { twin, access, [Symbol.asyncDispose]: () => twin[Symbol.asyncDispose]() };
}

describe("WordPress", () => {
  test("is connected by an application password, and a wrong one is refused", async () => {
    await using opened = await openWordpress(["yoast/v1"]);
    expect(await wordpress.connect(opened.access)).toEqual({
      name: "Olga, WordPress twin",
      facts: { seo: "yoast" },
    });
    const wrong = { ...opened.access, settings: { username: "olga", applicationPassword: "no" } };
    expect(await failureOf(wordpress.connect(wrong))).toBe("credentials");
  });

  test("alone takes an excerpt and a picture where there are none, and says what it can't", async () => {
    await using opened = await openWordpress();
    const { twin, access } = opened;
    twin.addPost("bare");
    twin.addPost("full", { excerpt: { raw: "Own words" }, featured_media: 7 });
    const bare = await get(wordpress, access, `${twin.origin}/bare/`);
    expect(wordpress.valuesFor(bare, wish)).toEqual({
      excerpt: "About tea",
      featured_media: "https://tea.example/card.jpg",
    });
    const full = await get(wordpress, access, `${twin.origin}/full/`);
    expect(wordpress.valuesFor(full, wish)).toEqual({});
    expect(wordpress.cannot.map(({ en }) => en).join()).toContain("Yoast or Rank Math");
  });

  test("with Yoast takes the fields that the site shows, and no others", async () => {
    await using opened = await openWordpress(["yoast/v1"]);
    const { twin, access } = opened;
    const post = twin.addPost("tea", {
      excerpt: { raw: "x" },
      featured_media: 7,
      meta: { "_yoast_wpseo_opengraph-title": "" },
    });
    const page = await get(wordpress, access, `${twin.origin}/tea/`);
    const values = wordpress.valuesFor(page, wish);
    expect(values).toEqual({ "_yoast_wpseo_opengraph-title": "Tea" });
    await wordpress.write(access, page, values);
    expect(post.meta).toEqual({ "_yoast_wpseo_opengraph-title": "Tea" });
  });

  test("with Rank Math takes them by its own call", async () => {
    await using opened = await openWordpress(["rankmath/v1"]);
    const { twin, access } = opened;
    twin.addPost("tea", { excerpt: { raw: "x" }, featured_media: 7 });
    const page = await get(wordpress, access, `${twin.origin}/?p=1`.replace("/?p=1", "/tea"));
    await wordpress.write(access, page, wordpress.valuesFor(page, wish));
    expect(twin.pluginMeta).toMatchObject({
      rank_math_facebook_title: "Tea",
      rank_math_description: "About tea",
    });
  });

  test("refuses to write over what somebody changed in between, and a picture that is none", async () => {
    await using opened = await openWordpress();
    const { twin, access } = opened;
    twin.addPost("tea");
    const page = await get(wordpress, access, `${twin.origin}/tea/`);
    const notOne = wordpress.write(access, page, { featured_media: `${twin.origin}/picture.jpg` });
    expect(await failureOf(notOne)).toBe("failed"); // it says that it is text/html
    await wordpress.write(access, page, { excerpt: "One" });
    expect(await failureOf(wordpress.write(access, page, { excerpt: "Two" }))).toBe("changed");
  });
});

test.each([
  [401, {}, "credentials"],
  [403, {}, "credentials"],
  [404, {}, "not-it"],
  [302, {}, "not-it"],
  [500, {}, "failed"],
  [200, "<html>a login page</html>", "not-it"],
])("an answer of %i with %j is a failure of the kind %j at the third", async (status, body, kind) => {
  await using twin = await startWordpressTwin();
  twin.fail(status, body);
  const { username, applicationPassword } = twin;
  const access = { http, now, url: twin.origin, settings: { username, applicationPassword } };
  expect(await failureOf(wordpress.connect(access))).toBe(kind);
});
