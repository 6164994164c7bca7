import { expect, test } from "vitest";
import { mintEventId } from "./event-id.ts";
import { readPlainBatch } from "./plain-batch.ts";
import { Batch } from "./schema.ts";

/** Mulberry32: the same batches in every run. */
function chanceFrom(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const odd: readonly unknown[] = [
  undefined, null, "", " ", "x", -1, 0.5, 1e300, NaN, [], {}, true, 2, "A", "é", "\ud800",
  "https://shop.example", "https://shop.example/../x", "https://SHOP.example/a", "javascript:alert(1)",
  "https://shop.example:8443/a?b=c#d", "http://user:word@shop.example/", "https://shop.example/%zz", "https://1.2/",
  "https://a..b.example/", "https://a.example/.", "https://xn--a.example/",
  "0".repeat(20), "0".repeat(21), "x".repeat(65), "x".repeat(301), "0190a000-0000-7000-8000-000000000001",
]; // prettier-ignore

test("whatever the quick reader takes, the schema takes with the same result, over 20,000 random batches", () => {
  const chance = chanceFrom(7);
  const pick = <Item>(list: readonly Item[]): Item => list[chance(list.length)] as Item; // the list is not empty
  const id = mintEventId(new Date(1_790_000_000_000));
  const kinds = ["view", "engage", "react", "share", "goal", "custom", "search", "click", "view", "engage"];
  const event = () => {
    const made: Record<string, unknown> = { kind: pick(kinds), id, age: chance(300_001) };
    made["url"] = `https://shop.example/${pick(["", "tea", "a/b.html", "a//b", "tea/"])}`;
    if (chance(2))
      Object.assign(made, { parent: id, visibleMs: chance(90_000_000), scrollPercent: chance(102) });
    if (chance(2)) Object.assign(made, { name: pick(["like", " like ", "two words"]), s: id, title: "Чай" });
    if (chance(3) === 0) made["referrer"] = "https://t.me/s/tea";
    if (chance(4) === 0)
      made[pick(["id", "age", "url", "title", "referrer", "s", "v", "props", "parent", "name"])] = pick(odd);
    return made;
  };
  let taken = 0;
  for (let turn = 0; turn < 20_000; turn++) {
    const batch: Record<string, unknown> = {
      site: "key",
      events: Array.from({ length: 1 + chance(3) }, event),
    };
    if (chance(4) === 0) batch["visitor"] = "v".repeat(14 + chance(60));
    if (chance(6) === 0) batch[pick(["site", "visitAge", "own", "visitor", "events"])] = pick(odd);
    const quick = readPlainBatch(batch);
    if (!quick) continue;
    taken++;
    const parsed = Batch.safeParse(batch);
    expect(parsed.success, JSON.stringify(batch)).toBe(true);
    expect(JSON.parse(JSON.stringify(quick))).toEqual(JSON.parse(JSON.stringify(parsed.data)));
  }
  expect(taken).toBeGreaterThan(1000);
});

test("what the site's script sends of a view and its engagement needs no schema", () => {
  const id = mintEventId(new Date());
  const common = { id, age: 900, url: "https://shop.example/blog/green-tea.html", title: "Tea", s: id };
  expect(
    readPlainBatch({
      site: "key",
      own: false,
      visitAge: 12,
      events: [
        { ...common, kind: "view", referrer: "https://t.me/" },
        { ...common, kind: "engage", parent: id, visibleMs: 17_000, scrollPercent: 80 },
      ],
    })?.events,
  ).toHaveLength(2);
});
