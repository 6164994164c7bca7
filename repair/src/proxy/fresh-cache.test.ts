import { previewNetworks } from "@samovar/audit";
import { expect, test } from "vitest";
import { takesGzip } from "./codings.ts";
import { FreshCache } from "./fresh-cache.ts";
import { isPreviewRobot } from "./preview-robots.ts";

const kept = (value: string, bytes = 10) => ({ value, bytes, ttlMs: 100, staleMs: 1000 });

test("an old value is given while it is fetched anew, and a very old one is not", async () => {
  let now = 0;
  const cache = new FreshCache<string>(10_000, () => now);
  let fetched = 0;
  const fetchIt = async () => kept(`v${(fetched += 1)}`);
  expect(await cache.get("a", fetchIt)).toBe("v1");
  expect(await cache.get("a", fetchIt)).toBe("v1");
  now = 200;
  expect(await cache.get("a", fetchIt)).toBe("v1");
  await new Promise((resolve) => setImmediate(resolve));
  expect(await cache.get("a", fetchIt)).toBe("v2");
  now = 5000;
  expect(await cache.get("a", fetchIt)).toBe("v3");
});

const fail = () => Promise.reject(new Error("down"));

test("a failure is told to all who waited, and the next one tries again", async () => {
  const cache = new FreshCache<string>(10_000);
  const both = await Promise.allSettled([cache.get("a", fail), cache.get("a", fail)]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await cache.get("a", async () => kept("up"))).toBe("up");
});

test("memory is bounded, whatever is asked for", async () => {
  const cache = new FreshCache<string>(5_000);
  for (let index = 0; index < 1000; index += 1) await cache.get(`page ${index}`, async () => kept("x", 100));
  expect(cache.bytes).toBeLessThanOrEqual(5_000);
  await cache.get("huge", async () => kept("x", 1_000_000));
  expect(cache.bytes).toBeLessThanOrEqual(5_000);
});

test.each(previewNetworks.map(({ id, robot }) => [id, robot.userAgent]))(
  "the robot of %s is known by its user agent",
  (_id, userAgent) => {
    expect(isPreviewRobot(userAgent)).toBe(true);
  },
);

test.each([
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
  "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
  "Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)",
  "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140 Mobile Safari/537.36 [Pinterest/Android]",
  "",
])("%j is no robot for cards", (userAgent) => expect(isPreviewRobot(userAgent)).toBe(false));

test.each([
  ["gzip", true],
  ["deflate, gzip;q=1.0, *;q=0.5", true],
  ["gzip;q=0", false],
  ["*", true],
  ["br", false],
  ["x-gzip-like", false],
  [undefined, false],
])("Accept-Encoding %j takes gzip: %j", (header, takes) => expect(takesGzip(header)).toBe(takes));
