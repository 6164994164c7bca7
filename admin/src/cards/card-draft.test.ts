import { describe, expect, test } from "vitest";
import { type CardDraft, draftOf, isDrawable, isSame, wishOf } from "./card-draft.ts";
import { edit, redo, startSteps, undo } from "./edit-steps.ts";

const draft: CardDraft = draftOf({
  id: "site",
  siteId: "site",
  look: { siteName: "Tea" },
  logo: null,
  font: null,
  changedAt: null,
  changedBy: null,
});

describe("a draft", () => {
  test("of a template that says little shows what the server fills in", () => {
    expect(draft).toMatchObject({ layout: "title-left", background: "#14213d", text: "", showsDate: true });
    expect(wishOf(draft).look).toMatchObject({ siteName: "Tea", colours: { text: null } });
  });

  test("is drawn only with whole colours", () => {
    expect(isDrawable(draft)).toBe(true);
    expect(isDrawable({ ...draft, accent: "#fca" })).toBe(false);
    expect(isDrawable({ ...draft, text: "#ffffff" })).toBe(true);
  });

  test("is the same as long as the server would see no difference", () => {
    expect(isSame(draft, { ...draft })).toBe(true);
    expect(isSame(draft, { ...draft, layout: "quote" })).toBe(false);
  });
});

describe("undo", () => {
  test("takes typing in one field back as one step, and gives it again", () => {
    const typed = edit(edit(startSteps(draft), { siteName: "Te" }), { siteName: "Tea house" });
    const both = edit(typed, { layout: "quote" });
    expect(undo(both).present).toEqual(typed.present);
    expect(undo(undo(both)).present).toEqual(draft);
    expect(undo(undo(undo(both)))).toEqual(undo(undo(both)));
    expect(redo(redo(undo(undo(both)))).present).toEqual(both.present);
  });

  test("forgets what came after, once something else is edited", () => {
    const back = undo(edit(startSteps(draft), { layout: "quote" }));
    const other = edit(back, { layout: "plain" });
    expect(redo(other)).toEqual(other);
  });
});
