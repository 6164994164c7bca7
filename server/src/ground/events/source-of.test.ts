import { describe, expect, test } from "vitest";
import { type Arrival, findKnownSource, inAppOf, sourceOf } from "./source-of.ts";

const arrive = (asked: Partial<Arrival>) =>
  sourceOf({
    referrerHost: "",
    pageHost: "tea.example",
    utmSource: "",
    isKnown: false,
    inApp: "",
    ...asked,
  });

describe("a source is known", () => {
  test.each([
    ["m.vk.com", "network"],
    ["t.co", "network"],
    ["l.threads.com", "network"],
    ["web.telegram.org", "messenger"],
    ["org.telegram.messenger", "messenger"],
    ["com.twitter.android", "network"],
    ["lemmy.world", "forum"],
    ["www.google.co.uk", "search"],
    ["www.google.com.tr", "search"],
    ["yandex.kz", "search"],
    ["mail.google.com", "mail"],
    ["mail.yandex.ru", "mail"],
    ["e.mail.ru", "mail"],
    ["my.mail.ru", "network"],
    ["go.mail.ru", "search"],
    ["gemini.google.com", "assistant"],
    ["chatgpt.com", "assistant"],
    ["feedly.com", "bookmark"],
    ["teams.microsoft.com", "messenger"],
  ])("%s is a %s", (host, kind) => {
    expect(findKnownSource(host)?.kind).toBe(kind);
  });
});

test.each([
  "walmart.com",
  "target.com",
  "microsoft.com",
  "hubspot.com",
  "dropbox.com",
  "netflix.com",
  "evil-t.co",
  "google.example.org",
  "t.me.example",
  "pages.github.com",
])("%s has the letters of a known source, and is none", (host) => {
  expect(arrive({ referrerHost: host })).toEqual({ name: host, kind: "referral" });
});

test("a direct visit is told apart: by a known id, from inside an app, and unknown", () => {
  expect(arrive({ isKnown: true, inApp: "?" })).toEqual({ name: "", kind: "direct-known" });
  expect(arrive({ inApp: inAppOf("Mozilla/5.0 (iPhone) Instagram 300.0") })).toEqual({
    name: "Instagram",
    kind: "direct-in-app",
  });
  expect(arrive({ inApp: inAppOf("Mozilla/5.0 (Linux; Android 14; wv) Chrome/140") })).toEqual({
    name: "",
    kind: "direct-in-app",
  });
  expect(arrive({})).toEqual({ name: "", kind: "direct" });
});

test("the campaign's tag comes before the referrer, and an unknown tag is a campaign", () => {
  expect(arrive({ referrerHost: "www.google.com", utmSource: "VKontakte" })).toEqual({
    name: "VK",
    kind: "network",
  });
  expect(arrive({ utmSource: "t.me" })).toMatchObject({ kind: "messenger" });
  expect(arrive({ utmSource: "Autumn partners" })).toEqual({ name: "autumn partners", kind: "campaign" });
});

test("a page of the same site is no arrival, with or without www and port", () => {
  expect(arrive({ referrerHost: "www.tea.example:8443" })).toEqual({ name: "", kind: "internal" });
});

const learned = (host: string) =>
  host === "toots.example" ? ({ name: "Mastodon", kind: "network" } as const) : undefined;

test("what a host has told of itself counts where the list knows nothing", () => {
  const arrival = {
    referrerHost: "www.toots.example",
    pageHost: "",
    utmSource: "",
    isKnown: false,
    inApp: "",
  };
  expect(sourceOf(arrival, learned)).toEqual({ name: "Mastodon", kind: "network" });
  expect(sourceOf({ ...arrival, referrerHost: "other.example" }, learned)).toEqual({
    name: "other.example",
    kind: "referral",
  });
});
