import { html } from "hono/html";
import type { Context } from "hono";
import type { z } from "zod";
import { parseAddress, sendMail } from "#src/ground/mail/index.ts";
import type { VisitedSite } from "#src/ground/sites/index.ts";
import type { Inside } from "#src/platform/operation/context.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { hashSecret, mintSecret } from "./author-token.ts";
import { cleanLine } from "./clean-text.ts";
import { pathOfPage } from "./page-path.ts";
import { beginSignIn, findSignIn, finishSignIn } from "./sign-in.ts";
import { signInPage, signInWords } from "./sign-in-page.ts";
import type { NewSignIn } from "./talk-schema.ts";
import type { TalkContext, TalkParts } from "./visitor.ts";

/** Letters to one address in an hour: so many are enough for who wants to sign in, and too few to pester anybody. */
const maxAnHour = 3;
const hourMs = 60 * 60 * 1000;

interface Asked {
  readonly site: VisitedSite;
  readonly said: z.output<typeof NewSignIn>;
  readonly language: "en" | "ru";
  readonly publicUrl: string;
  readonly now: Date;
}

/** Sends a link that signs in. Throws `invalid`; `limit_reached` when an address has got enough of them. */
export async function mailSignIn(
  inside: Inside,
  { site, said, language, publicUrl, now }: Asked,
): Promise<void> {
  const email = parseAddress(said.email);
  if (email === undefined) {
    throw new Problem("invalid", say`email: "${said.email.slice(0, 80)}" is no e-mail address`, {
      hint: say`Use one such as name@example.com`,
    });
  }
  pathOfPage(said.returnUrl, site.origins);
  await refuseMany(inside, { siteId: site.id, email, now });
  const secret = mintSecret("");
  await beginSignIn(inside.db, {
    siteId: site.id,
    kind: "email",
    secretHash: hashSecret(secret),
    email,
    name: said.name === undefined ? null : cleanLine(said.name) || null,
    returnUrl: said.returnUrl,
    createdAt: now,
  });
  const link = `${publicUrl}/talk/${site.key}/sign-in/${secret}`;
  const words = signInWords(language);
  const name = site.name;
  await sendMail(inside, {
    workspaceId: site.workspaceId,
    to: email,
    subject: words.subject(name),
    text: `${words.mail(name)}\n\n${link}\n\n${words.mailIgnore}\n`,
    html: String(
      await html`<p>${words.mail(name)}</p>
        <p><a href="${link}">${link}</a></p>
        <p>${words.mailIgnore}</p>`,
    ),
    kind: "comments.sign-in",
    language,
    fromName: name,
  });
}

async function refuseMany(
  { db }: Inside,
  { siteId, email, now }: { readonly siteId: string; readonly email: string; readonly now: Date },
): Promise<void> {
  const before = await db
    .selectFrom("commentSignIn")
    .select("id")
    .where("siteId", "=", siteId)
    .where("email", "=", email)
    .where("createdAt", ">", new Date(now.getTime() - hourMs))
    .limit(maxAnHour)
    .execute();
  if (before.length < maxAnHour) return;
  throw new Problem("limit_reached", say`${maxAnHour} letters were sent to ${email} within the hour`, {
    hint: say`Look into your mailbox, also among the spam; or wait an hour`,
    retryAfterSeconds: 3600,
  });
}

/** `GET`: asks whether it was he; a scanner of links that opens it changes nothing. */
export async function askToSignIn(parts: TalkParts, c: TalkContext, secret: string): Promise<Response> {
  const site = c.get("site");
  const found = await parts.house.database.transact(site.workspaceId, (db) =>
    findSignIn(db, { siteId: site.id, secret, now: parts.house.now() }),
  );
  const { language } = parts.tongueOf(c);
  const words = signInWords(language);
  guardPage(c, found.returnUrl);
  return c.html(
    signInPage({
      language,
      title: words.title,
      content: html`<p>${words.ask(site.name, found.email ?? "")}</p>
        <form method="post"><button>${words.yes}</button></form>
        <p><small>${words.ignore}</small></p>`,
    }),
  );
}

/** `POST`: it was he. Back to the page, with a code that the page changes for a token. */
export async function confirmSignIn(parts: TalkParts, c: TalkContext, secret: string): Promise<Response> {
  const site = c.get("site");
  const now = parts.house.now();
  const back = await parts.house.database.transact(site.workspaceId, async (db) => {
    const found = await findSignIn(db, { siteId: site.id, secret, now });
    const email = found.email ?? "";
    const author = {
      siteId: site.id,
      kind: "email" as const,
      subject: email.toLowerCase(),
      name: found.name ?? email.slice(0, email.lastIndexOf("@")),
      keepsName: found.name === null,
      email,
      isEmailVerified: true,
    };
    return finishSignIn(db, { id: found.id, returnUrl: found.returnUrl, author, now });
  });
  guardPage(c, back);
  return c.redirect(back, 303);
}

/** Nothing of the page's may leak, nobody may frame it, and its form leads to us and to the page it came from. */
function guardPage(c: Context, returnUrl: string): void {
  c.header(
    "Content-Security-Policy",
    `default-src 'none'; style-src 'unsafe-inline'; form-action 'self' ${new URL(returnUrl).origin}; frame-ancestors 'none'; base-uri 'none'`,
  );
  c.header("Referrer-Policy", "same-origin");
  c.header("Cache-Control", "no-store");
  c.header("X-Robots-Tag", "noindex");
}
