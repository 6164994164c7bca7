import { HttpFailure } from "@samovar/http-client";
import { z } from "zod";
import type { House } from "#src/platform/operation/house.ts";
import { readRules } from "./read-rules.ts";
import type { AkismetOpinion, Submission } from "./submission.ts";

type Parts = Pick<House, "database" | "vault" | "http" | "publicUrl">;

const timeoutMs = 4000;
const service = "https://rest.akismet.com/1.1/comment-check";

export const akismetPurpose = (siteId: string) => `moderation:akismet:${siteId}`;

/**
 * Asks Akismet, where the owner wants it and has given his key; undefined where not. Call it before the transaction in
 * which the submission is judged, and hand the answer on as `Submission.akismet`. Never throws for what happens there:
 * no answer is `failed`, and then a person decides. See https://akismet.com/developers/detailed-docs/comment-check/
 */
export async function askAkismet(
  { database, vault, http, publicUrl }: Parts,
  submission: Submission,
  endpoint: string = service,
): Promise<AkismetOpinion | undefined> {
  const site = await database.transact(submission.workspaceId, async (db) => {
    const rules = await readRules(db, submission.siteId);
    if (!rules.akismet) return undefined;
    return db
      .selectFrom("moderationSettings")
      .innerJoin("site", "site.id", "moderationSettings.siteId")
      .select(["akismetKey", "origin"])
      .where("siteId", "=", submission.siteId)
      .executeTakeFirst();
  });
  if (!site) return undefined;
  if (site.akismetKey === null) return { answer: "failed", detail: "no key" };
  const key = z.string().parse(vault.open(site.akismetKey, akismetPurpose(submission.siteId)));
  const form = formOf(submission, { key, blog: site.origin });
  try {
    const answer = await http(endpoint, {
      method: "POST",
      body: form.toString(),
      headers: {
        "Content-Type": "application/x-www-form-urlencoded",
        "User-Agent": `Samovar (+${publicUrl})`,
      },
      timeoutMs,
      maxBytes: 10_000,
    });
    return await opinionOf(answer);
  } catch (error) {
    if (error instanceof HttpFailure) return { answer: "failed", detail: error.kind };
    throw error;
  }
}

function formOf(submission: Submission, { key, blog }: { readonly key: string; readonly blog: string }) {
  const { address, userAgent, pageUrl, kind, name, email, url, text } = submission;
  const fields: Readonly<Record<string, string | undefined>> = {
    api_key: key,
    blog,
    user_ip: address ?? "127.0.0.1",
    user_agent: userAgent,
    permalink: pageUrl,
    comment_type: kind === "webmention" ? "pingback" : kind,
    comment_author: name,
    comment_author_email: email,
    comment_author_url: url,
    comment_content: text,
  };
  return new URLSearchParams(
    Object.entries(fields).flatMap(([field, value]): [string, string][] =>
      value === undefined ? [] : [[field, value]],
    ),
  );
}

/** `true`, `false`, or anything else with the reason in a header; a tip to discard means that no person need look. */
async function opinionOf(answer: Response): Promise<AkismetOpinion> {
  const text = (await answer.text()).trim();
  if (answer.status !== 200) return { answer: "failed", detail: `HTTP ${answer.status}` };
  if (text === "false") return { answer: "fine" };
  if (text === "true")
    return { answer: answer.headers.get("X-akismet-pro-tip") === "discard" ? "blatant" : "spam" };
  return { answer: "failed", detail: answer.headers.get("X-akismet-debug-help") ?? text.slice(0, 100) };
}
