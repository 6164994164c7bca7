import type { Context, Hono } from "hono";
import { z } from "zod";
import { escapeHtml } from "#src/ground/mail/index.ts";
import type { VisitedSite, VisitorsDoor } from "#src/ground/sites/index.ts";
import { Problem } from "#src/platform/problem.ts";
import { english } from "#src/platform/say.ts";
import { letterPage, linkTo, paragraph } from "./letter-page.ts";
import { languageOf, type LetterParts } from "./letter-parts.ts";
import { wordsOf } from "./letters-words.ts";
import { Frequency, Language, maxTopics } from "./letters-schema.ts";
import { consentWords, readSettings, readTopics } from "./read-settings.ts";
import { takeAsking } from "./take-asking.ts";
import { wishesFields } from "./wishes-form.ts";

const Form = z.object({
  email: z.string().max(320).catch(""),
  topics: z.array(z.uuid()).max(maxTopics).catch([]),
  frequency: Frequency.optional().catch(undefined),
  language: Language.catch("en"),
  website: z.string().max(300).catch("x"),
});

/** The form as a page of ours, for browsers without scripts and for a link where no element can stand. */
export function formRoutes(letters: Hono<VisitorsDoor>, parts: LetterParts): void {
  letters.get("/form", (c) => showForm(parts, c, { site: c.get("site"), language: wished(c) }));
  letters.post("/form", async (c) => {
    const site = c.get("site");
    const { topics, ...fields } = await c.req.parseBody({ all: true });
    const form = Form.parse({ ...fields, topics: [topics ?? []].flat() });
    const words = wordsOf(form.language);
    const shown = { site, language: form.language, email: form.email };
    try {
      const answer = await takeAsking(parts, c, {
        site,
        source: "form",
        asking: {
          ...form,
          honeypot: form.website,
          page: site.origin,
          visit: wantsNoMeasure(c) ? undefined : { visitAge: 0, own: false },
        },
      });
      // Without a script there is no work to prove: whoever is doubted waits until the wave is over.
      if (answer === "doubt") return await showForm(parts, c, { ...shown, fault: waitWords[form.language] });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return showForm(parts, c, { ...shown, fault: faultIn(error, form.language) });
    }
    const body = paragraph(words.lookText) + linkTo(site.origin, words.back);
    return letterPage(c, { language: form.language, title: words.look, body, status: 202 });
  });
}

const wished = (c: Context): Language => Language.safeParse(c.req.query("language")).data ?? languageOf(c);

const waitWords = {
  en: "Too many letters were asked for just now. Please try again in an hour.",
  ru: "Только что запросили слишком много писем. Попробуйте через час.",
};

const addressWords = {
  en: "This is no e-mail address. Use one such as name@example.com.",
  ru: "Это не адрес почты. Укажите адрес вида name@example.com.",
};

const faultIn = (problem: Problem, language: Language): string =>
  problem.code === "invalid"
    ? addressWords[language]
    : problem.code === "limit_reached"
      ? waitWords[language]
      : problem.in(english).title;

interface Shown {
  readonly site: VisitedSite;
  readonly language: Language;
  readonly email?: string;
  readonly fault?: string;
}

async function showForm(parts: LetterParts, c: Context, shown: Shown): Promise<Response> {
  const { site, language, email = "", fault } = shown;
  const words = wordsOf(language);
  const { settings, topics } = await parts.house.database.transact(site.workspaceId, async (db) => ({
    settings: await readSettings(db, site.id),
    topics: await readTopics(db, site.id),
  }));
  const wishes = { topics: [], frequency: settings.frequencies[0] ?? "weekly", language };
  const isFaulty = fault === undefined ? "" : ' aria-invalid="true" aria-describedby="fault"';
  const body = `<form method="post">
${fault === undefined ? "" : `<p id="fault" role="alert"><strong>${escapeHtml(fault)}</strong></p>`}
<label class="label">${words.email}<input type="email" name="email" value="${escapeHtml(email)}" required maxlength="254" autocomplete="email"${isFaulty}></label>
<label class="trap" aria-hidden="true">${words.website}<input name="website" tabindex="-1" autocomplete="off"></label>
${wishesFields({ words, settings, topics, wishes })}
<small>${escapeHtml(consentWords(settings, language, site.name))}</small>
<button>${words.subscribe}</button></form>${linkTo(site.origin, words.back)}`;
  const title = words.wishesTitle(site.name);
  return letterPage(c, { language, title, body, status: fault === undefined ? 200 : 400 });
}

/** Without a script the browser's own wish is all that tells: Global Privacy Control, Do Not Track. */
const wantsNoMeasure = (c: Context) => c.req.header("Sec-GPC") === "1" || c.req.header("DNT") === "1";
