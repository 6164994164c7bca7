import webPush from "web-push";
import { z } from "zod";
import { HttpFailure } from "@samovar/http-client";
import { type JobContext, job } from "#src/platform/jobs/job.ts";
import { PushSubscription } from "./letters-schema.ts";
import { pushKeyPurpose, pushPurpose } from "./push-subscribers.ts";

const atOnce = 100;
const keptForSeconds = 24 * 3600;
const timeoutMs = 10_000;

/** Sends a notice to the next hundred browsers, then enqueues itself for those after them. */
export const sendNotice = job({
  id: "subscriptions.sendNotice",
  payload: z.object({ workspaceId: z.uuid(), noticeId: z.uuid(), after: z.uuid().nullable() }),
  async run(ctx, { workspaceId, noticeId, after }) {
    const batch = await ctx.transact(workspaceId, ({ db }) => findBatch(db, noticeId, after));
    if (!batch) return;
    const { notice, key, subscribers } = batch;
    const privateKey = z.string().parse(ctx.vault.open(key.sealedPrivateKey, pushKeyPurpose(notice.siteId)));
    const vapid = { subject: subjectOf(ctx.publicUrl), publicKey: key.publicKey, privateKey };
    const outcomes = await Promise.all(
      subscribers.map(async (subscriber) => ({
        id: subscriber.id,
        outcome: await sendOne(ctx, { subscriber, notice, vapid }),
      })),
    );
    const idsOf = (wanted: Outcome) =>
      outcomes.filter(({ outcome }) => outcome === wanted).map(({ id }) => id);
    const [sent, gone, failed] = [idsOf("sent"), idsOf("gone"), idsOf("failed")];
    const last = subscribers.at(-1)?.id;
    await ctx.transact(workspaceId, async ({ db, enqueue }) => {
      if (gone.length > 0) await db.deleteFrom("pushSubscriber").where("id", "in", gone).execute();
      if (sent.length > 0)
        await db.updateTable("pushSubscriber").set({ toldAt: ctx.now() }).where("id", "in", sent).execute();
      const isLast = subscribers.length < atOnce;
      await db
        .updateTable("pushNotice")
        .set((row) => ({
          sent: row("sent", "+", sent.length),
          failed: row("failed", "+", failed.length),
          gone: row("gone", "+", gone.length),
          endedAt: isLast ? ctx.now() : null,
        }))
        .where("id", "=", noticeId)
        .execute();
      if (!isLast && last !== undefined) await enqueue(sendNotice, { workspaceId, noticeId, after: last });
    });
  },
});

/** RFC 8292 §2.1: whom a push service may turn to, as https or mailto. */
const subjectOf = (publicUrl: string): string =>
  publicUrl.startsWith("https:") ? publicUrl : `mailto:samovar@${new URL(publicUrl).hostname}`;

type Db = Parameters<Parameters<JobContext["transact"]>[1]>[0]["db"];

async function findBatch(db: Db, noticeId: string, after: string | null) {
  const notice = await db
    .selectFrom("pushNotice")
    .select(["id", "siteId", "title", "body", "url", "topicId"])
    .where("id", "=", noticeId)
    .where("endedAt", "is", null)
    .executeTakeFirst();
  if (!notice) return undefined;
  const key = await db
    .selectFrom("pushKey")
    .select(["publicKey", "sealedPrivateKey"])
    .where("siteId", "=", notice.siteId)
    .executeTakeFirst();
  const { topicId } = notice;
  const subscribers = await db
    .selectFrom("pushSubscriber")
    .select(["id", "sealed"])
    .where("siteId", "=", notice.siteId)
    .$if(after !== null, (query) => query.where("id", ">", String(after)))
    .$if(topicId !== null, (query) =>
      query.where((row) =>
        row.or([row("topicIds", "=", []), row(row.val(String(topicId)), "=", row.fn.any("topicIds"))]),
      ),
    )
    .orderBy("id")
    .limit(atOnce)
    .execute();
  if (key) return { notice, key, subscribers };
  // Nobody was ever offered a notice.
  await db.updateTable("pushNotice").set({ endedAt: new Date() }).where("id", "=", noticeId).execute();
  return undefined;
}

type Outcome = "sent" | "gone" | "failed";
type Batch = NonNullable<Awaited<ReturnType<typeof findBatch>>>;

interface Sending {
  readonly subscriber: Batch["subscribers"][number];
  readonly notice: Batch["notice"];
  readonly vapid: { readonly subject: string; readonly publicKey: string; readonly privateKey: string };
}

/** Encrypted for this browser alone (RFC 8291), signed with the site's key (RFC 8292). Out by the guarded client. */
async function sendOne(ctx: JobContext, { subscriber, notice, vapid }: Sending): Promise<Outcome> {
  const subscription = PushSubscription.parse(ctx.vault.open(subscriber.sealed, pushPurpose(subscriber.id)));
  const { title, body, url, id } = notice;
  const request = webPush.generateRequestDetails(
    subscription,
    JSON.stringify({ title, body, url, tag: id }),
    {
      vapidDetails: vapid,
      TTL: keptForSeconds,
      contentEncoding: "aes128gcm",
    },
  );
  try {
    const response = await ctx.http(request.endpoint, {
      method: "POST",
      headers: request.headers,
      body: new Uint8Array(request.body),
      timeoutMs,
      redirect: "error",
      maxBytes: 10_000,
    });
    // RFC 8030 §7.3: the subscription is over.
    if (response.status === 404 || response.status === 410) return "gone";
    return response.ok ? "sent" : "failed";
  } catch (error) {
    if (error instanceof HttpFailure) return "failed";
    throw error;
  }
}
