import { describe, expect, test } from "vitest";
import { parseRobots } from "./robots-file.ts";

const base = "https://example.org/robots.txt";
const isAllowed = (text: string, token: string, path: string): boolean =>
  parseRobots(text, base).ruleFor(token, path)?.isAllowing ?? true;

describe("robots.txt", () => {
  test.each([
    [
      "a robot's own group shuts out the one for all",
      "User-agent: *\nDisallow: /\n\nUser-agent: Twitterbot\nDisallow:",
      true,
    ],
    ["the version behind a name says nothing", "User-agent: twitterbot/1.0\nDisallow: /", false],
    ["names are compared in any case", "USER-AGENT: TWITTERBOT\ndisallow: /", false],
    ["a longer name is another robot", "User-agent: Twitterbot-Image\nDisallow: /", true],
    [
      "several names share the rules that follow",
      "User-agent: a\nUser-agent: Twitterbot\nDisallow: /",
      false,
    ],
    [
      "two groups of one name are one",
      "User-agent: Twitterbot\nAllow: /x\nUser-agent: Twitterbot\nDisallow: /news",
      false,
    ],
    [
      "a sitemap does not end the list of names",
      "User-agent: Twitterbot\nSitemap: /s.xml\nUser-agent: b\nDisallow: /",
      false,
    ],
    ["a delay does", "User-agent: Twitterbot\nCrawl-delay: 5\n\nUser-agent: b\nDisallow: /", true],
    ["rules before any name are nobody's", "Disallow: /", true],
    ["comments are no rules", "User-agent: * # all\nDisallow: /other # Disallow: /", true],
    ["a mark at the file's start is no letter", "\uFEFFUser-agent: *\nDisallow: /", false],
    ["old line ends count", "User-agent: *\rDisallow: /", false],
    ["HTML in its place allows all", "<!doctype html><title>Not found</title>", true],
  ])("%s", (_, text, expected) => {
    expect(isAllowed(text, "Twitterbot", "/news/1?x=2")).toBe(expected);
  });

  test.each([
    ["/", "/anything", true],
    ["/fish", "/fish.html", true],
    ["/fish", "/Fish", false],
    ["/fish/", "/fish", false],
    ["/*.php", "/folder/a.php?b", true],
    ["/*.php$", "/a.php", true],
    ["/*.php$", "/a.php?b", false],
    ["/fish*.php", "/fishheads/catfish.php?id=1", true],
    ["/a*b*c$", "/axxbxxcbc", true],
    ["/a*b$", "/ab", true],
    ["/ab*b$", "/ab", false],
    ["/$", "/", true],
    ["/$", "/a", false],
    ["/*?*sort=", "/list?page=2&sort=asc", true],
    ["/привет", "/%D0%BF%D1%80%D0%B8%D0%B2%D0%B5%D1%82/1", true],
    ["/%7euser", "/~user", true],
    ["/a%2fb", "/a%2Fb", true],
    ["/a%2fb", "/a/b", false],
  ])("the pattern %s meets %s: %s", (pattern, path, expected) => {
    expect(isAllowed(`User-agent: *\nDisallow: ${pattern}`, "any", path)).toBe(!expected);
  });

  test("the longest pattern decides, allowing where both are as long, and the line is told", () => {
    const file = parseRobots(
      "User-agent: *\nDisallow: /a/\nAllow: /a/b/\nDisallow: /a/b/c\nAllow: /a/b/c",
      base,
    );
    expect(file.ruleFor("x", "/a/1")).toMatchObject({ line: 2, isAllowing: false });
    expect(file.ruleFor("x", "/a/b/1")).toMatchObject({ line: 3, isAllowing: true });
    expect(file.ruleFor("x", "/a/b/c")).toMatchObject({ line: 5, isAllowing: true });
    expect(file.ruleFor("x", "/b")).toBeUndefined();
  });

  test("sitemaps are resolved, and the delay is the group's own", () => {
    const text =
      "Sitemap: /one.xml\nUser-agent: *\nCrawl-delay: 2.5\nUser-agent: a\nCrawl-delay: soon\nSITEMAP: https://cdn.example/two.xml";
    const file = parseRobots(text, base);
    expect(file.sitemaps).toEqual(["https://example.org/one.xml", "https://cdn.example/two.xml"]);
    expect(file.crawlDelayFor("SamovarAudit")).toBe(2.5);
    expect(file.crawlDelayFor("a")).toBeUndefined();
  });
});
