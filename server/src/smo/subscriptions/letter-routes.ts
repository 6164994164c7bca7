import type { Context, Hono } from "hono";
import { z } from "zod";
import { changeWishes, comeBack, confirm, erase, leave, wishesOf } from "./change-subscriber.ts";
import { buttonForm, letterPage, linkTo, paragraph } from "./letter-page.ts";
import { type Holder, type LetterParts, overPage, withHolder } from "./letter-parts.ts";
import { type LettersWords, wordsOf } from "./letters-words.ts";
import { Frequency, Language, maxTopics } from "./letters-schema.ts";
import { noteArrival } from "./note-arrival.ts";
import { readSettings, readTopics } from "./read-settings.ts";
import { readSubscriberData } from "./subscriber-data.ts";
import { letterUrl, mintToken } from "./tokens.ts";
import { fitWishes } from "./wishes.ts";
import { wishesFields } from "./wishes-form.ts";

/**
 * Where links of letters lead, without scripts or cookies: `GET` shows and changes nothing, so that what looks into
 * links (scanners, previews) confirms and ends nothing; `POST` does it. The bare `POST` of RFC 8058 comes from a mail
 * provider's server, so no origin is asked for: the key in the address is all there is.
 */
export function letterRoutes(parts: LetterParts): (app: Hono) => void {
  const page =
    (use: "confirm" | "manage", work: (c: Context, holder: Holder) => Promise<Response> | Response) =>
    (c: Context) =>
      withHolder(parts, c, { use, work: async (holder) => work(c, holder) });
  return (app) => {
    app.get("/letter/confirm/:token", page("confirm", askToConfirm));
    app.post(
      "/letter/confirm/:token",
      page("confirm", (c, holder) => confirmNow(parts, c, holder)),
    );
    app.get("/letter/leave/:token", page("manage", askToLeave));
    app.post(
      "/letter/leave/:token",
      page("manage", (c, holder) => leaveNow(parts, c, holder)),
    );
    app.post(
      "/letter/return/:token",
      page("manage", (c, holder) => returnNow(parts, c, holder)),
    );
    app.get("/letter/wishes/:token", page("manage", showWishes));
    app.post("/letter/wishes/:token", page("manage", keepWishes));
    app.get("/letter/data/:token", page("manage", sendData));
    app.get("/letter/forget/:token", page("manage", askToForget));
    app.post(
      "/letter/forget/:token",
      page("manage", (c, holder) => forgetNow(parts, c, holder)),
    );
  };
}

const wordsFor = ({ subscriber, site }: Holder) => ({
  language: subscriber.language,
  words: wordsOf(subscriber.language),
  name: site.name,
});

function askToConfirm(c: Context, holder: Holder): Response {
  const { language, words, name } = wordsFor(holder);
  const body =
    paragraph(words.confirmText(name)) +
    buttonForm({ label: words.confirmButton }) +
    paragraph(words.confirmIgnore);
  return letterPage(c, { language, title: words.confirmTitle(name), body });
}

async function confirmNow(parts: LetterParts, c: Context, holder: Holder): Promise<Response> {
  const { inside, subscriber, now, addressPrint, site } = holder;
  const outcome = await confirm(inside.db, subscriber, { now, addressPrint });
  if (outcome === "over") return overPage(c);
  if (outcome === "confirmed") await noteArrival(parts, c, holder);
  const { language, words, name } = wordsFor(holder);
  const wishes = pathOf(parts, "wishes", subscriber.id);
  const body =
    paragraph(words.confirmedText) + linkTo(wishes, words.wishes) + linkTo(site.origin, words.back);
  return letterPage(c, { language, title: words.confirmed(name), body });
}

function pathOf({ house }: LetterParts, page: "wishes" | "leave", id: string): string {
  return letterUrl(house.publicUrl, page, mintToken(house.vault, "manage", id));
}

function askToLeave(c: Context, holder: Holder): Response {
  const { language, words, name } = wordsFor(holder);
  const token = c.req.param("token") ?? "";
  const body =
    paragraph(holder.subscriber.address) +
    buttonForm({ label: words.leave }) +
    linkTo(`/letter/wishes/${token}`, words.knownButton);
  return letterPage(c, { language, title: words.leaveTitle(name), body });
}

async function leaveNow(_parts: LetterParts, c: Context, holder: Holder): Promise<Response> {
  const { inside, subscriber, now, addressPrint } = holder;
  const isOneClick = (await c.req.text()).includes("List-Unsubscribe=One-Click");
  const reason = isOneClick ? "one-click" : "link";
  await leave(inside.db, subscriber, { now, addressPrint, reason });
  const { language, words, name } = wordsFor(holder);
  const token = c.req.param("token") ?? "";
  const back = buttonForm({ action: `/letter/return/${token}`, label: words.comeBack, isQuiet: true });
  return letterPage(c, { language, title: words.left(name), body: paragraph(words.leftText) + back });
}

async function returnNow(parts: LetterParts, c: Context, holder: Holder): Promise<Response> {
  const { inside, subscriber, now, addressPrint } = holder;
  await comeBack(inside.db, subscriber, { now, addressPrint });
  const { language, words, name } = wordsFor(holder);
  const body = paragraph(words.confirmedText) + linkTo(pathOf(parts, "wishes", subscriber.id), words.wishes);
  return letterPage(c, { language, title: words.confirmed(name), body });
}

async function showWishes(c: Context, holder: Holder): Promise<Response> {
  return letterPage(c, await wishesPage(c, holder, ""));
}

async function wishesPage(c: Context, holder: Holder, notice: string) {
  const { inside, subscriber, site } = holder;
  const { language, words, name } = wordsFor(holder);
  const token = c.req.param("token") ?? "";
  const [settings, topics] = [await readSettings(inside.db, site.id), await readTopics(inside.db, site.id)];
  const fields = wishesFields({ words, settings, topics, wishes: wishesOf(subscriber) });
  const isIn = subscriber.state === "confirmed";
  const body = [
    notice === "" ? "" : `<p role="status"><strong>${notice}</strong></p>`,
    paragraph(`${words.address}: ${subscriber.address}`),
    `<form method="post">${fields}<button>${words.keep}</button></form>`,
    isIn
      ? buttonForm({ action: `/letter/leave/${token}`, label: words.leave, isQuiet: true })
      : buttonForm({ action: `/letter/return/${token}`, label: words.comeBack, isQuiet: true }),
    dataPart(words, token),
  ].join("\n");
  return { language, title: words.wishesTitle(name), body };
}

const dataPart = (words: LettersWords, token: string): string =>
  `<h2>${words.known}</h2>${paragraph(words.knownAbout)}${linkTo(`/letter/data/${token}`, words.download)}${linkTo(`/letter/forget/${token}`, words.erase)}`;

const Form = z.object({
  topics: z.array(z.uuid()).max(maxTopics).catch([]),
  frequency: Frequency.optional().catch(undefined),
  language: Language.catch("en"),
});

async function keepWishes(c: Context, holder: Holder): Promise<Response> {
  const { inside, subscriber, site, now, addressPrint } = holder;
  const { topics, ...fields } = await c.req.parseBody({ all: true });
  const form = Form.parse({ ...fields, topics: [topics ?? []].flat() });
  const wishes = await fitWishes(inside.db, site.id, form);
  await changeWishes(inside.db, subscriber, { now, addressPrint, wishes });
  const changed = { ...subscriber, ...wishes, topicIds: [...wishes.topics] };
  const words = wordsOf(wishes.language);
  return letterPage(c, await wishesPage(c, { ...holder, subscriber: changed }, words.kept));
}

async function sendData(c: Context, { inside, subscriber }: Holder): Promise<Response> {
  c.header("Content-Disposition", 'attachment; filename="letters.json"');
  c.header("Cache-Control", "no-store");
  c.header("X-Robots-Tag", "noindex");
  return c.json(await readSubscriberData(inside.db, subscriber.id));
}

function askToForget(c: Context, holder: Holder): Response {
  const { language, words } = wordsFor(holder);
  const body =
    paragraph(holder.subscriber.address) + paragraph(words.eraseText) + buttonForm({ label: words.erase });
  return letterPage(c, { language, title: words.eraseTitle, body });
}

async function forgetNow(parts: LetterParts, c: Context, holder: Holder): Promise<Response> {
  const { inside, subscriber, site } = holder;
  const { language, words } = wordsFor(holder);
  await erase({ db: inside.db, vault: parts.house.vault }, subscriber);
  return letterPage(c, { language, title: words.erased, body: linkTo(site.origin, words.back) });
}
