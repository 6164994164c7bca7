import { domainToUnicode } from "node:url";
import type { TextLimit } from "../networks/network.ts";
import type { Card, Field, Note, Reading } from "./card.ts";
import { cutText } from "./cut-text.ts";
import { decodeEntities } from "./decode-entities.ts";
import { judgeImage, type JudgedImage } from "./judge-image.ts";
import { note } from "./notes.ts";
import type { Draft, NetworkFacts, Recipe } from "./recipe.ts";
import type { Candidate, Source } from "./sources.ts";

/** No card shows more of a text than this, UTF-16 units; pages exist that put a book into a tag. */
const maxWhole = 10_000;

/** What a network makes of a page. Pure. */
export function predictCard(network: NetworkFacts, recipe: Recipe, whole: Reading): Card {
  const barred = barredNote(network, whole) ?? wrongTypeNote(network, recipe, whole);
  if (barred) return bareLink(network, whole, barred);
  const reading = seenBy(recipe, whole);
  const asking = { network, recipe, reading };
  const found = draftOf(asking);
  const draft = recipe.edits ? { ...found, ...recipe.edits(found) } : found;
  const refusal = missingNote(draft, recipe) ?? recipe.refuses?.(draft);
  const card = refusal ? bareLink(network, reading, refusal) : drawnFrom(draft, asking);
  return { ...card, notes: [...card.notes, ...unseenNotes(asking, whole)] };
}

/** Open Graph tags that this network overlooks. */
function unseenNotes({ network, reading }: Asking, whole: Reading): readonly Note[] {
  const seen = new Set(reading.page.metas);
  const unseen = whole.page.metas.filter((each) => each.name.startsWith("og:") && !seen.has(each));
  const tags = [...new Set(unseen.map(({ name }) => name))].join(", ");
  return tags === "" ? [] : [note("tags-unseen", { network: network.name, tags })];
}

interface Asking {
  readonly network: NetworkFacts;
  readonly recipe: Recipe;
  readonly reading: Reading;
}

function drawnFrom(draft: Draft, { network, recipe, reading }: Asking): Card {
  const title = cutField(draft.title, network.title);
  const description = cutField(draft.description, network.description);
  return {
    ...emptyCard(network, reading),
    layout: recipe.layout(draft),
    title,
    description,
    siteName: draft.siteName,
    author: textField({ network, recipe, reading }, recipe.author),
    image: draft.image?.shows ? draft.image.field : undefined,
    accent: recipe.accent?.(reading.page),
    notes: [
      ...imageNotes(draft, recipe),
      ...cutNotes({ network, title, description }),
      ...(recipe.remarks?.(draft) ?? []),
      ...(recipe.grade === "C" ? [note("order-unpublished", { network: network.name })] : []),
    ],
  };
}

const bareLink = (network: NetworkFacts, reading: Reading, why: Note): Card => ({
  ...emptyCard(network, reading),
  notes: [why],
});

const emptyCard = ({ id }: NetworkFacts, reading: Reading): Card => ({
  network: id,
  layout: "none",
  title: undefined,
  description: undefined,
  siteName: undefined,
  author: undefined,
  image: undefined,
  domain: domainOf(reading.visit?.answer?.url ?? reading.page.url) || domainOf(reading.postedUrl),
  accent: undefined,
  notes: [],
});

function domainOf(url: string): string {
  const host = URL.parse(url)?.hostname.replace(/^www\./, "") ?? "";
  return domainToUnicode(host) || host;
}

/** Why the robot does not even get the page. */
function barredNote(network: NetworkFacts, reading: Reading): Note | undefined {
  const forbids = forbiddenNote(network, reading);
  if (forbids || !reading.visit) return forbids;
  const { answer, failure } = reading.visit;
  if (!answer) return note("no-answer", { network: network.name, message: failure?.message ?? "" });
  return answer.status >= 400
    ? note("bad-status", { network: network.name, status: answer.status })
    : undefined;
}

function forbiddenNote({ name, robot }: NetworkFacts, reading: Reading): Note | undefined {
  const { forbidden, postedUrl, page } = reading;
  const verdict = forbidden?.get(postedUrl) ?? forbidden?.get(page.url);
  if (!verdict || !robot.obeysRobots.value) return undefined;
  return note("robots-forbid", { network: name, robotsUrl: verdict.robotsUrl, line: verdict.line ?? 0 });
}

function wrongTypeNote(network: NetworkFacts, { onlyHtml }: Recipe, { visit }: Reading): Note | undefined {
  if (!onlyHtml || !visit?.answer) return undefined;
  const type = visit.answer.headers.get("content-type") ?? "";
  return /^\s*text\/html\b/i.test(type) ? undefined : note("not-html", { network: network.name, type });
}

function seenBy({ sees }: Recipe, reading: Reading): Reading {
  if (!sees) return reading;
  return { ...reading, page: { ...reading.page, metas: reading.page.metas.filter(sees) } };
}

function draftOf(asking: Asking): Draft {
  const { network, recipe, reading } = asking;
  return {
    network,
    reading,
    title: textField(asking, recipe.title),
    description: textField(asking, recipe.description),
    siteName: textField(asking, recipe.siteName),
    image: imageOf(asking),
  };
}

function textField({ network, recipe, reading }: Asking, sources: readonly Source[]): Field | undefined {
  const found = firstOf(sources, reading);
  if (!found) return undefined;
  const { text, from } = found.candidate;
  const decoded = recipe.decodesTwice
    ? decodeEntities(text.slice(0, 2 * maxWhole))
    : text.slice(0, 2 * maxWhole);
  const whole = (recipe.keepsSpace ? decoded : decoded.replaceAll(/\s+/g, " ")).trim().slice(0, maxWhole);
  if (whole === "") return undefined;
  return { shown: whole, whole, from, why: whyOf(network, sources, found) };
}

function imageOf({ network, recipe, reading }: Asking): JudgedImage | undefined {
  const found = firstOf(recipe.image, reading);
  if (!found) return undefined;
  return judgeImage(network, reading, {
    candidate: found.candidate,
    base: recipe.wantsAbsoluteImages ? undefined : reading.page.url,
    why: whyOf(network, recipe.image, found),
  });
}

interface Found {
  readonly candidate: Candidate;
  readonly source: Source;
}

function firstOf(sources: readonly Source[], reading: Reading): Found | undefined {
  for (const source of sources) {
    const candidate = source.find(reading);
    if (candidate) return { candidate, source };
  }
  return undefined;
}

function whyOf(
  { name: network }: NetworkFacts,
  sources: readonly Source[],
  { candidate, source }: Found,
): Note {
  if (candidate.why) return { ...candidate.why, values: { network, ...candidate.why.values } };
  const order = orderOf(sources);
  const tag = candidate.label ?? source.label;
  return sources.length === 1 ? note("only-of", { network, tag }) : note("first-of", { network, order, tag });
}

const orderOf = (sources: readonly Source[]): string => sources.map(({ label }) => label).join(" → ");

function missingNote({ title, description, network }: Draft, recipe: Recipe): Note | undefined {
  const needs = recipe.needs ?? "title";
  if (needs === "nothing" || title || (needs === "title or description" && description)) return undefined;
  return note("needs-title", { network: network.name, tags: orderOf(recipe.title) });
}

function imageNotes({ image, network }: Draft, recipe: Recipe): readonly Note[] {
  if (image) return image.notes;
  return [note("no-image", { network: network.name, order: orderOf(recipe.image) })];
}

const cutField = (field: Field | undefined, limit: TextLimit | undefined): Field | undefined =>
  field && { ...field, shown: cutText(field.whole, limit) };

function cutNotes({
  network,
  title,
  description,
}: Pick<Draft, "network" | "title" | "description">): readonly Note[] {
  return [cutNote("title", title, network), cutNote("description", description, network)].filter(
    (each) => each !== undefined,
  );
}

function cutNote(
  part: "title" | "description",
  field: Field | undefined,
  network: NetworkFacts,
): Note | undefined {
  const limit = network[part];
  if (!field || !limit || field.shown === field.whole) return undefined;
  return note(`${part}-cut-${unitWords[limit.unit]}`, { network: network.name, max: limit.max });
}

const unitWords = {
  "utf-16": "characters",
  "code-points": "characters",
  graphemes: "characters",
  "utf-8-bytes": "bytes",
  lines: "lines",
} as const;
