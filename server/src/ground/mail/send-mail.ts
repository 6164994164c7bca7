import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import type { Inside } from "#src/platform/operation/context.ts";
import { Address, keyOfAddress } from "./address.ts";
import { mailWaits } from "./mail-waits.ts";
import { onOneLine } from "./on-one-line.ts";

/** A letter that somebody is to get. Texts are whole: the mail server changes nothing in them. */
export interface NewMail {
  readonly workspaceId: string;
  /** One e-mail address, in any spelling. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** What it is for, as in `comments.reply`; shown to the owner, and what he filters by. */
  readonly kind: string;
  readonly language: "ru" | "en";
  /** Takes a `POST` without a body's help (RFC 8058) and shows a page on `GET`. */
  readonly unsubscribe?: { readonly url: string };
  readonly replyTo?: string;
  /** Whose name stands before the sender's address: the site's, say. */
  readonly fromName?: string;
  /** A letter with a key that this workspace has used already is not kept a second time. */
  readonly key?: string;
}

const Letter = z.object({
  workspaceId: z.uuid(),
  to: Address,
  subject: z.string().transform((text) => onOneLine(text).slice(0, 200)),
  text: z.string().max(200_000),
  html: z.string().max(500_000),
  kind: z.string().max(60),
  language: z.enum(["ru", "en"]),
  unsubscribe: z.object({ url: z.url({ protocol: /^https?$/ }).max(2000) }).optional(),
  replyTo: Address.optional(),
  fromName: z.string().transform(onOneLine).optional(),
  key: z.string().max(200).optional(),
});

/**
 * Keeps a letter in the caller's transaction, and the job that sends it: both or neither. Without a mail server it
 * waits. An address that must not be written to, a limit that is reached, a server that is silent: all that is the
 * job's affair. Throws when `to` is no address; whoever takes addresses from people has checked them.
 */
export async function sendMail(inside: Pick<Inside, "db" | "enqueue">, mail: NewMail): Promise<void> {
  const { to, unsubscribe, key, ...letter } = Letter.parse(mail);
  const id = uuidv7();
  const kept = await inside.db
    .insertInto("mail")
    .values({
      id,
      workspaceId: letter.workspaceId,
      kind: letter.kind,
      address: to,
      addressKey: keyOfAddress(to),
      subject: letter.subject,
      text: letter.text,
      html: letter.html,
      language: letter.language,
      unsubscribeUrl: unsubscribe?.url ?? null,
      replyTo: letter.replyTo ?? null,
      fromName: letter.fromName ?? null,
      onceKey: key ?? null,
    })
    .onConflict((known) => known.columns(["workspaceId", "onceKey"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (kept) await mailWaits(inside.enqueue, letter.workspaceId);
}
