import { describe, expect, test } from "vitest";
import {
  changeVariant,
  emptyDraft,
  inputOf,
  isBlank,
  isSame,
  moved,
  textFor,
  toggleChannel,
} from "./draft.ts";

const draft = emptyDraft("ru", { text: "Hello", thread: ["second", "  "], channelIds: ["a"] });

describe("a draft", () => {
  test("says on each channel what the post says, until the channel has words of its own", () => {
    const own = changeVariant(draft, "a", { text: "Hi there" });
    expect(textFor(draft, "a")).toBe("Hello");
    expect(textFor(own, "a")).toBe("Hi there");
    expect(textFor(own, "b")).toBe("Hello");
  });

  test("is sent with its chosen channels only and without empty segments", () => {
    const input = inputOf(changeVariant(draft, "b", { text: "not chosen" }));
    expect(input.thread).toEqual(["second"]);
    expect(input.variants).toEqual([{ channelId: "a", text: null, options: {} }]);
    expect(input.linkUrl).toBeNull();
  });

  test("remembers a channel's words when the channel is taken off and chosen again", () => {
    const written = changeVariant(draft, "a", { text: "mine" });
    const back = toggleChannel(toggleChannel(written, "a"), "a");
    expect(textFor(back, "a")).toBe("mine");
    expect(isSame(written, back)).toBe(true);
  });

  test("is blank without text, picture, link and thread", () => {
    expect(isBlank(emptyDraft("en"))).toBe(true);
    expect(isBlank(emptyDraft("en", { linkUrl: "https://a.example" }))).toBe(false);
  });
});

test("an element that is moved past the end stays where it is", () => {
  expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
  expect(moved(["a", "b", "c"], 2, 3)).toEqual(["a", "b", "c"]);
});
