import { expect, test } from "vitest";
import { sql } from "kysely";
import { createApp } from "#src/testing/create-app.ts";
import { editDistance } from "./edit-distance.ts";
import { inOtherLayout } from "./layouts.ts";
import { splitWords } from "./split-words.ts";
import { stem } from "./stem.ts";

const english = `
  consign consigned consigning consignment consist consistency consistent consistently consolation consolations
  knack knackeries knavish knee kneel knelt knew knife knightly knocked knocking knowingly knows generously
  generalization relational conditional rationally valency hesitancy digitizer conformably radically differently
  vilely analogously operator feudalism decisiveness hopefulness callousness formality sensitivity sensibility
  triplicate formative formalize electricity electrical goodness revival allowance inference airliner adjustable
  defensible irritant replacement adjustment dependent adoption communism activate homologous effective probate rate
  cease controlling rolling hoping hopping falling failing filing luxuriated agreed feed sky skies dying news
  happy enjoy says by fluently apologist unambiguously teapots samovars boiling boiled keys flies proceed
`;
const russian = `
  вавиловка вагнера вагон вагона вагоне вагонов вагоном важная важнее важнейшие важнейшими важничал важно важного
  важное важной важном важностью вазах вакансия вакансиями вакханка валандался валентина валериановых валетами
  падавшей падает падаешь падай падал падала падают падая падение падении падения пакость пакостил палач палочки
  самовар самовары самоваром самоварами учился учились возвращенный чайники заваривание заварила кипящую
  прекраснейший новостями деньги доставленных отменить отмена вернула любовь красивыми смеявшись прочитав
`;
const wordsOf = (text: string) => text.trim().split(/\s+/);

test("stems are those of Postgres's own dictionaries, by which it would look them up", async () => {
  await using app = await createApp();
  const { rows } = await sql<{ word: string; stem: string }>`
    select word, (ts_lexize(dictionary::regdictionary, word))[1] as stem from (
      select unnest(${wordsOf(english)}::text[]) as word, 'english_stem' as dictionary
      union all select unnest(${wordsOf(russian)}::text[]), 'russian_stem'
    ) as words`.execute(app.house.database.kysely);
  const ours = rows.filter((row) => row.stem !== null);
  expect(ours.length).toBeGreaterThan(150);
  expect(
    ours.filter((row) => stem(row.word) !== row.stem).map((row) => ({ ...row, ours: stem(row.word) })),
  ).toEqual([]);
});

test("words are compared in one spelling and stand where they stood", () => {
  const text = "Ещё COVID-19, don’t 1,5";
  expect(splitWords(text).map((word) => word.text)).toEqual(["еще", "covid", "19", "don't", "1,5"]);
  expect(splitWords(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    "Ещё",
    "COVID",
    "19",
    "don’t",
    "1,5",
  ]);
});

test("keys are read in the other layout, unless both alphabets are there", () => {
  expect([
    inOtherLayout("cfvjdfh"),
    inOtherLayout("ыфьщмфк"),
    inOtherLayout("чай tea"),
    inOtherLayout("42"),
  ]).toEqual(["самовар", "samovar", undefined, undefined]);
});

test("a swap of neighbours is one error, and what is too far is not measured", () => {
  expect([
    editDistance("samovra", "samovar", 2),
    editDistance("tea", "tee", 1),
    editDistance("tea", "coffee", 2),
  ]).toEqual([1, 1, 3]);
});
