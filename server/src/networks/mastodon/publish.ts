/** Sends a status, with its pictures, and finds it again. */
import { z } from "zod";
import { NetworkFailure } from "../failure.ts";
import type { Json, Mark, Message, Picture, Published, Publishing, Session } from "../network.ts";
import { callApi, callApiWithStatus, serverOf, type Server } from "./api.ts";
import { RemoteMedia, RemoteStatus } from "./entities.ts";
import { htmlToText, linksIn } from "./html-text.ts";
import { fromWideToNarrow, StatusOptions, Visibility } from "./options.ts";
import { isTrustedSoftware, keyWindowMs } from "./trusted-software.ts";

const uploadTimeoutMs = 60_000;
const mediaWaitMs = 60_000;

/** The key counts only where this very server's software is known to honour it. */
export function publishing(session: Session): Publishing {
  const find = (mark: Mark): Promise<Published | undefined> => findStatus(session, mark);
  if (!isTrustedSoftware(session.account.facts["software"])) {
    return { kind: "plain", send: (message) => sendStatus(session, message), find };
  }
  return {
    kind: "keyed",
    windowMs: keyWindowMs,
    newKey: () => crypto.randomUUID(),
    send: (message, key) => sendStatus(session, message, key),
    find,
  };
}

/** https://docs.joinmastodon.org/methods/statuses/#create */
export async function sendStatus(session: Session, message: Message, key?: string): Promise<Published> {
  const server = serverOf(session);
  const mediaIds = await uploadAll(server, message.pictures);
  const visibility = visibilityOf(message);
  const inReplyTo = message.replyTo ? { in_reply_to_id: message.replyTo.parent.id } : {};
  const call = {
    method: "POST",
    path: "/api/v1/statuses",
    json: { ...statusFields(message, mediaIds), ...inReplyTo, visibility },
    surface: "post",
    ...(key !== undefined && { headers: { "idempotency-key": key } }),
  } as const;
  return toPublished(await callApi(server, call, RemoteStatus));
}

/** An answer is never seen by more people than what it answers. */
function visibilityOf({ options, replyTo }: Message): Visibility {
  const chosen = StatusOptions.parse(options).visibility;
  const answered = Visibility.safeParse(Object(replyTo?.parent.extra)["visibility"]);
  if (!answered.success) return chosen;
  return fromWideToNarrow.indexOf(answered.data) > fromWideToNarrow.indexOf(chosen) ? answered.data : chosen;
}

/** https://docs.joinmastodon.org/methods/statuses/#edit : what is left out is cleared, so all of it is sent. */
export async function editStatus(
  session: Session,
  published: Published,
  message: Message,
): Promise<Published> {
  const server = serverOf(session);
  const path = `/api/v1/statuses/${encodeURIComponent(published.id)}`;
  const current = await callApi(server, { path, surface: "edit" }, RemoteStatus);
  const before = current.media_attachments;
  const kept =
    before.length === message.pictures.length &&
    before.every((each, index) => (each.description ?? "") === message.pictures[index]?.alt);
  const mediaIds = kept ? before.map(({ id }) => id) : await uploadAll(server, message.pictures);
  const json = statusFields(message, mediaIds);
  return toPublished(
    await callApi(server, { method: "PUT", path, json, surface: "edit", repeatable: true }, RemoteStatus),
  );
}

/** https://docs.joinmastodon.org/methods/statuses/#delete ; what is gone already is as good as deleted. */
export async function withdrawStatus(session: Session, published: Published): Promise<void> {
  const path = `/api/v1/statuses/${encodeURIComponent(published.id)}`;
  try {
    await callApi(serverOf(session), { method: "DELETE", path, surface: "withdraw" }, z.unknown());
  } catch (error) {
    if (!(error instanceof NetworkFailure && error.rule === "mastodon.withdraw.status-404")) throw error;
  }
}

function statusFields(message: Message, mediaIds: readonly string[]): { readonly [key: string]: Json } {
  const { contentWarning, sensitive, poll } = StatusOptions.parse(message.options);
  const language = message.languages[0]?.split("-")[0];
  return {
    status: addressed(message),
    media_ids: mediaIds,
    sensitive: sensitive || contentWarning !== "",
    ...(contentWarning && { spoiler_text: contentWarning }),
    ...(language && { language }),
    ...(poll && {
      poll: {
        options: poll.choices,
        expires_in: poll.expiresInSeconds,
        multiple: poll.multiple,
        hide_totals: poll.hideTotals,
      },
    }),
  };
}

/** Whom one answers learns of it only from a mention. */
function addressed({ text, replyTo }: Message): string {
  const { extra } = replyTo?.parent ?? {};
  const acct: unknown = typeof extra === "object" && extra !== null ? Reflect.get(extra, "acct") : undefined;
  if (typeof acct !== "string" || text.toLowerCase().includes(`@${acct.toLowerCase()}`)) return text;
  return `@${acct} ${text}`;
}

async function uploadAll(server: Server, pictures: readonly Picture[]): Promise<string[]> {
  const ids: string[] = [];
  for (const picture of pictures) ids.push(await upload(server, picture));
  return ids;
}

/** https://docs.joinmastodon.org/methods/media/#v2 : 200 ready, 202 still processed. A stray upload is no post. */
async function upload(server: Server, picture: Picture): Promise<string> {
  const form = new FormData();
  form.set(
    "file",
    new Blob([await picture.bytes()], { type: picture.mimeType }),
    `picture.${picture.mimeType.split("/")[1]}`,
  );
  if (picture.alt) form.set("description", picture.alt);
  const call = {
    method: "POST",
    path: "/api/v2/media",
    form,
    surface: "picture",
    repeatable: true,
    timeoutMs: uploadTimeoutMs,
  } as const;
  const { status, data } = await callApiWithStatus(server, call, RemoteMedia);
  if (status === 202) await waitForMedia(server, data.id);
  return data.id;
}

/** https://docs.joinmastodon.org/methods/media/#get : 206 while it is processed, then 200. */
async function waitForMedia(server: Server, id: string): Promise<void> {
  const call = { path: `/api/v1/media/${encodeURIComponent(id)}`, surface: "picture" };
  const started = performance.now();
  for (
    let pauseMs = 250;
    performance.now() - started < mediaWaitMs;
    pauseMs = Math.min(pauseMs * 1.5, 5000)
  ) {
    const { status } = await callApiWithStatus(server, call, z.unknown());
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  throw new NetworkFailure(
    "wait",
    `${server.origin} has not processed picture ${id} in ${mediaWaitMs / 1000} s`,
    {
      rule: "mastodon.picture.slow",
      hint: "It is tried again; take a smaller picture if it goes on",
    },
  );
}

const pageSize = 40;
const maxPages = 10;
/** The server's clock may run behind ours. */
const clockToleranceMs = 2 * 60_000;

/** Looks among the account's own statuses, back to the time before which none can be ours. */
async function findStatus(session: Session, mark: Mark): Promise<Published | undefined> {
  const server = serverOf(session);
  const path = `/api/v1/accounts/${encodeURIComponent(session.account.externalId)}/statuses`;
  const earliest = mark.since.getTime() - clockToleranceMs;
  let before: { max_id: string } | undefined;
  for (let pages = 0; pages < maxPages; pages += 1) {
    const query = { limit: String(pageSize), exclude_reblogs: "true", ...before };
    const statuses = await callApi(server, { path, query, surface: "find" }, z.array(RemoteStatus));
    const recent = statuses.filter((each) => Date.parse(each.created_at) >= earliest);
    const found = recent.find((each) => carries(each, mark));
    if (found) return toPublished(found);
    const last = statuses.at(-1);
    if (!last || recent.length < statuses.length) return undefined;
    before = { max_id: last.id };
  }
  throw new NetworkFailure(
    "unsure",
    `More than ${pageSize * maxPages} newer posts on ${session.account.handle}`,
    {
      rule: "mastodon.find.too-many",
      hint: "Look on the account whether the post is there, then mark it as published or send it again",
    },
  );
}

function carries(status: RemoteStatus, { trackedUrl, text, parentId }: Mark): boolean {
  if (parentId !== undefined && status.in_reply_to_id !== parentId) return false;
  if (trackedUrl)
    return linksIn(status.content).includes(trackedUrl) || htmlToText(status.content).includes(trackedUrl);
  const said = normalise(htmlToText(status.content));
  // Whom it answers was put before it: see `addressed`.
  return [said, said.replace(/^@\S+ /, "")].includes(normalise(text));
}

const normalise = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim();

export const toPublished = (status: RemoteStatus): Published => ({
  id: status.id,
  url: status.url ?? status.uri,
});
