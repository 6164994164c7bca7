import { expect, test } from "vitest";
import { analysePassage, type Passage } from "./analyse.ts";
import { answerQuery } from "./answer-query.ts";
import { type Lexicon, readQuery } from "./read-query.ts";

const passages: readonly Passage[] = [
  {
    id: "return",
    title: "How do I return a kettle?",
    text: "Send it back within a month and you get a refund.",
  },
  {
    id: "clean",
    title: "How do I clean a kettle?",
    text: "Boil water with lemon in it, then rinse the scale out.",
  },
  {
    id: "broken",
    title: "What if my order arrives broken?",
    text: "Take a picture; we send a refund or another kettle.",
  },
  { id: "coronavirus", title: "Are you open during the coronavirus?", text: "Yes, every day." },
  { id: "чай", title: "Как хранить чай?", text: "В тёмном месте, в закрытой банке, вдали от специй." },
];

const analysed = passages.map(analysePassage);
const counts = new Map<string, number>();
for (const { title, text } of analysed)
  for (const stem of new Set([...title.counts.keys(), ...text.counts.keys()]))
    counts.set(stem, (counts.get(stem) ?? 0) + 1);
const lexicon: Lexicon = {
  count: async (stems) => new Map([...counts].filter(([stem]) => stems.includes(stem))),
  alike: async () => [...counts].map(([stem, having]) => ({ stem, written: stem, passages: having })),
};

async function ask(query: string) {
  const bank = { passages: passages.length, averageTitle: 6, averageText: 10 };
  const { ranked, ...answer } = answerQuery(await readQuery(query, lexicon), analysed, bank);
  return { ...answer, first: ranked[0]?.id };
}

test.each([
  ["returning kettles", "return"],
  ["cleaning the kettle with lemon", "clean"],
  ["храню чаи в банках", "чай"],
])("%s: the question that asks the same comes first", async (query, first) => {
  expect(await ask(query)).toMatchObject({ first, isFound: true, corrected: undefined });
});

test("two words that the site writes as one are one", async () => {
  expect(await ask("open during corona virus")).toMatchObject({ first: "coronavirus", isFound: true });
});

test("what is spelled alike is found as it was written; what was meant is looked for where that finds nothing", async () => {
  expect(await ask("cleening")).toMatchObject({ first: "clean", corrected: undefined });
  expect(await ask("[hfybnm xfq")).toMatchObject({ first: "чай", corrected: "хранить чай" });
});

test("a question that nothing answers is not called found", async () => {
  expect((await ask("do you repair bicycles on sundays")).isFound).toBe(false);
  expect((await ask("")).isFound).toBe(false);
});
