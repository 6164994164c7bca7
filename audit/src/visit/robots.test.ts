import { expect, test } from "vitest";
import { servePages, type Served } from "../testing/serve-pages.ts";
import { createVisitors } from "./create-visitors.ts";

async function readRobots(served: Served | undefined, timeoutScale = 1) {
  const site = await servePages(served === undefined ? {} : { "/robots.txt": served });
  const visitors = createVisitors({ allowPrivate: true, timeoutScale });
  const [file] = await Promise.all([
    visitors.robots(`${site.origin}/a`),
    visitors.robots(`${site.origin}/b`),
  ]);
  await visitors.close();
  await site[Symbol.asyncDispose]();
  return { file, origin: site.origin, requests: site.requests };
}

test("each robot gets its own verdict, with the line that forbids, of a file that is asked for once", async () => {
  const body =
    "User-agent: *\nDisallow: /private\n\nUser-agent: Twitterbot\nDisallow: /\nSitemap: /all.xml\n";
  const { file, origin, requests } = await readRobots({ headers: { "content-type": "text/plain" }, body });
  expect(requests).toHaveLength(1);
  expect(file).toMatchObject({
    state: "found",
    isAscii: true,
    sitemaps: [`${origin}/all.xml`],
    crawlDelay: undefined,
  });
  const robotsUrl = `${origin}/robots.txt`;
  expect(file.verdict("x", `${origin}/page`)).toEqual({ isAllowed: false, line: 5, robotsUrl });
  expect(file.verdict("facebook", `${origin}/page`)).toEqual({ isAllowed: true, line: undefined, robotsUrl });
  expect(file.verdict("samovar", `${origin}/private/1`)).toEqual({ isAllowed: false, line: 2, robotsUrl });
  expect(file.verdict("x", robotsUrl).isAllowed).toBe(true);
  expect(file.verdict("mastodon", `${origin}/private`).isAllowed).toBe(true);
});

test.each([
  [404, "missing", true],
  [403, "missing", true],
  [429, "failing", false],
  [503, "failing", false],
] as const)("an answer of %i means %s", async (status, state, isAllowed) => {
  const { file, origin } = await readRobots({ status, body: "User-agent: *\nDisallow: /" });
  expect(file.state).toBe(state);
  expect(file.verdict("samovar", `${origin}/`).isAllowed).toBe(isAllowed);
  expect(file.verdict("phone", `${origin}/`).isAllowed).toBe(true);
});

test("a robots.txt that does not come forbids for now", async () => {
  const { file, origin } = await readRobots(() => undefined, 0.01);
  expect(file.state).toBe("failing");
  expect(file.verdict("samovar", `${origin}/`).isAllowed).toBe(false);
});

test("of 5 MB the first 500 KiB count, to the last whole line", async () => {
  const line = "Disallow: /catalogue/of/things/that/nobody/wants/seen\n";
  const body = `User-agent: *\n${line.repeat(100_000)}Disallow: /late\n`;
  const { file, origin } = await readRobots(body);
  expect(file.verdict("samovar", `${origin}/catalogue/of/things/that/nobody/wants/seen`)).toMatchObject({
    line: 2,
  });
  expect(file.verdict("samovar", `${origin}/late`).isAllowed).toBe(true);
});

test("patterns made to take for ever do not", async () => {
  const { file, origin } = await readRobots(
    `User-agent: *\n${`Disallow: /${"a*".repeat(500)}b\n`.repeat(400)}`,
  );
  expect(file.verdict("samovar", `${origin}/${"a".repeat(2000)}`).isAllowed).toBe(true);
});

test("letters outside ASCII are noticed", async () => {
  const { file, origin } = await readRobots("User-agent: *\n# Для всех\nDisallow: /скрыто");
  expect(file.isAscii).toBe(false);
  expect(file.verdict("samovar", `${origin}/скрыто/1`)).toMatchObject({ isAllowed: false, line: 3 });
});
