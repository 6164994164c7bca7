import { expect, test } from "vitest";
import { checkMessage, measureMessage, type CheckedMessage, type CheckedNetwork } from "./check-message.ts";
import type { Limit } from "./limits.ts";

const base = { source: "https://example.org/limits", checkedOn: "2026-11-24", confidence: "high" } as const;
const text = {
  ...base,
  id: "post.text",
  at: "text",
  unit: "graphemes",
  max: 10,
  alsoCounts: ["options.warning"],
} as const;
const limits: Limit[] = [
  text,
  { ...base, id: "post.pictures", at: "pictures", unit: "items", max: 1 },
  { ...base, id: "picture.alt", at: "pictures.*.alt", unit: "code-points", max: 3 },
  { ...base, id: "picture.bytes", at: "pictures.*.byteLength", unit: "bytes", max: 100 },
  { ...base, id: "picture.type", at: "pictures.*.mimeType", unit: "items", oneOf: ["image/png"] },
  { ...base, id: "poll.choices", at: "options.poll.choices", unit: "items", min: 2, max: 4 },
  { ...base, id: "poll.choice", at: "options.poll.choices.*", unit: "graphemes", min: 1, max: 3 },
];
const network: CheckedNetwork = { id: "net", name: "Net", limits, canThread: true };
const message: CheckedMessage = { text: "hello", languages: ["en"], pictures: [], options: {} };
const picture = { byteLength: 10, mimeType: "image/png", width: 1, height: 1, alt: "a" };
const rules = (checked: CheckedMessage) =>
  checkMessage(network, undefined, checked).map(({ rule, path }) => `${rule} ${path}`);

test("a message within the limits has no findings", () => {
  expect(checkMessage(network, undefined, { ...message, pictures: [picture] })).toEqual([]);
});

test("a text too long names value, limit and remedy", () => {
  expect(checkMessage(network, undefined, { ...message, text: "hello world!" })).toEqual([
    {
      rule: "net.post.text",
      kind: "too-long",
      severity: "error",
      path: "text",
      unit: "graphemes",
      value: 12,
      limit: 10,
      message: "Net takes at most 10 graphemes in text; this has 12 graphemes",
      remedy: "Shorten it or split it into a thread",
    },
  ]);
});

test("what is counted together is added up", () => {
  expect(rules({ ...message, options: { warning: "spoiler" } })).toEqual(["net.post.text text"]);
  expect(measureMessage(text, { ...message, options: { warning: "abc" } })).toEqual([
    { path: "text", value: 8 },
  ]);
});

test("every picture is looked at by itself", () => {
  const wrong = { ...picture, alt: "long", byteLength: 101, mimeType: "image/bmp" };
  expect(rules({ ...message, pictures: [picture, wrong] })).toEqual([
    "net.post.pictures pictures",
    "net.picture.alt pictures.1.alt",
    "net.picture.bytes pictures.1.byteLength",
    "net.picture.type pictures.1.mimeType",
  ]);
});

test("an option's parts have limits of their own", () => {
  expect(rules({ ...message, options: { poll: { choices: ["long one"] } } })).toEqual([
    "net.poll.choices options.poll.choices",
    "net.poll.choice options.poll.choices.0",
  ]);
});

test("a limit may hold only beside something else", () => {
  const alone: Limit = {
    ...base,
    id: "post.poll",
    at: "pictures",
    when: "options.poll",
    unit: "items",
    max: 0,
  };
  const polls: CheckedNetwork = { ...network, limits: [alone] };
  const both = { ...message, pictures: [picture], options: { poll: { choices: ["a", "b"] } } };
  expect(checkMessage(polls, undefined, both)).toMatchObject([
    { rule: "net.post.poll", kind: "too-many", limit: 0 },
  ]);
  expect(checkMessage(polls, undefined, { ...message, pictures: [picture] })).toEqual([]);
});

test("an empty post is found, and a picture or a poll alone is enough", () => {
  expect(rules({ ...message, text: " \n" })).toEqual(["net.post.empty text"]);
  expect(rules({ ...message, text: "", pictures: [picture] })).toEqual([]);
  expect(rules({ ...message, text: "", options: { poll: { choices: ["a", "b"] } } })).toEqual([]);
});

test("the account's own server has the last word", () => {
  const account = { externalId: "1", handle: "a", displayName: "A", url: "u", server: "s", facts: {} };
  const live: CheckedNetwork = { ...network, liveLimits: () => [{ ...text, max: 1000 }] };
  expect(checkMessage(live, account, { ...message, text: "x".repeat(500) })).toEqual([]);
  expect(checkMessage(live, undefined, { ...message, text: "x".repeat(500) })).toHaveLength(1);
});
