import { describe, expect, test } from "vitest";
import { fieldsOf, startOf, withOption } from "./option-fields.ts";

const schema = {
  type: "object",
  properties: {
    audience: { title: "Audience", default: "all", type: "string", enum: ["all", "some"] },
    warning: { title: "Warning", default: "", type: "string", maxLength: 500 },
    hidden: { type: "boolean", default: false },
    labels: { type: "array", items: { type: "string", enum: ["a", "b"] } },
    vote: {
      title: "Vote",
      type: "object",
      properties: {
        answers: { type: "array", items: { type: "string" } },
        seconds: {
          type: "integer",
          default: 86_400,
          minimum: -9_007_199_254_740_991,
          maximum: 9_007_199_254_740_991,
        },
      },
    },
    odd: { anyOf: [{ type: "string" }, { type: "null" }] },
  },
};

describe("a network's choices", () => {
  const fields = fieldsOf(schema);

  test("become fields by their schema alone; what can't be drawn is left out", () => {
    expect(fields.map(({ key, kind }) => [key, kind])).toEqual([
      ["audience", "choice"],
      ["warning", "text"],
      ["hidden", "switch"],
      ["labels", "choices"],
      ["vote", "group"],
    ]);
  });

  test("a group starts with what is usual, and room for two answers", () => {
    const vote = fields.find(({ key }) => key === "vote");
    expect(vote?.kind === "group" && startOf(vote.fields)).toEqual({ answers: ["", ""], seconds: 86_400 });
  });

  test("what is as usual is not sent", () => {
    const [audience] = fields;
    if (!audience) throw new Error("There is no first field");
    const some = withOption({}, audience, "some");
    expect(some).toEqual({ audience: "some" });
    expect(withOption(some, audience, "all")).toEqual({});
  });

  test("the bounds of an integer type are no bounds for a person", () => {
    const vote = fields.find(({ key }) => key === "vote");
    const seconds = vote?.kind === "group" ? vote.fields.find(({ key }) => key === "seconds") : undefined;
    expect(seconds).toMatchObject({ kind: "number", min: undefined, max: undefined });
  });
});

test("something that is no schema has no fields", () => {
  expect(fieldsOf(null)).toEqual([]);
  expect(fieldsOf({ properties: 3 })).toEqual([]);
});
