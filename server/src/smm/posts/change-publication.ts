import { z } from "zod";
import type { Context, Inside } from "#src/platform/operation/context.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { findMedia } from "#src/ground/media/index.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import type { Published } from "#src/networks/network.ts";
import {
  accountOf,
  callChannel,
  openChannel,
  type OpenChannel,
  outsideOf,
  problemOf,
} from "#src/smm/channels/index.ts";
import { checkMessages, foresee } from "./check.ts";
import { addStep, type StepKind } from "./ledger.ts";
import { boundsOf, loadMessage, StoredMessage } from "./message.ts";
import { publishedOf } from "./prepare.ts";
import { Publication } from "./schema.ts";
import { publicationWithdrawn } from "./signals.ts";
import { getPublicationView } from "./stored-publication.ts";

const Json = z.json();

export const editPublication = operation({
  id: "editPublication",
  summary: "Change the text of a published message, where the network can",
  http: "PATCH /publications/:id",
  access: "posts.publish",
  transaction: "own",
  input: z.object({
    id: z.uuid(),
    text: z.string().min(1, "is empty").max(50_000, "is longer than 50,000 characters"),
  }),
  output: Publication,
  async run(ctx, { id, text }) {
    const { view, parts } = await ctx.transact(({ db }) => readSent(db, id));
    const [first] = parts;
    const open = await openChannel(outsideOf(ctx), view.channelId);
    const { edit } = open.network;
    if (!first || !edit || !view.canEdit) throw cannot(view, "edited");
    const stored = { ...first.message, text: keepLink(text, view.trackedUrl) };
    const message = await loadChecked(ctx, open, stored);
    const published = await call(ctx, open, () => edit(open.session, first.published, message));
    return keep(ctx, { publicationId: id, kind: "edited", detail: { text: stored.text } }, async ({ db }) => {
      const change = {
        message: JSON.stringify(stored),
        url: published.url,
        externalId: published.id,
        extra: JSON.stringify(published.extra ?? null),
      };
      await db.updateTable("publicationPart").set(change).where("id", "=", first.id).execute();
      await db
        .updateTable("publication")
        .set({ url: published.url, externalId: published.id })
        .where("id", "=", id)
        .execute();
    });
  },
});

export const withdrawPublication = operation({
  id: "withdrawPublication",
  summary: "Take a publication back from its network; a thread goes from its end",
  http: "POST /publications/:id/withdrawal",
  access: "posts.publish",
  transaction: "own",
  input: z.object({ id: z.uuid() }),
  output: Publication,
  async run(ctx, { id }) {
    const { view, parts } = await ctx.transact(({ db }) => readSent(db, id));
    const open = await openChannel(outsideOf(ctx), view.channelId);
    const { withdraw } = open.network;
    if (!withdraw || !view.canWithdraw) throw cannot(view, "withdrawn");
    // Withdrawing what is gone already does no harm, so a cut-off call is simply repeated.
    for (const { published } of parts.toReversed())
      await call(ctx, open, () => withdraw(open.session, published));
    return keep(ctx, { publicationId: id, kind: "withdrawn" }, async ({ db, announce }) => {
      await db
        .updateTable("publication")
        .set({ state: "withdrawn", settledAt: ctx.now(), metricsNextAt: null })
        .where("id", "=", id)
        .execute();
      const { postId, channelId } = view;
      await announce(publicationWithdrawn, {
        workspaceId: ctx.workspace.id,
        publicationId: id,
        postId,
        channelId,
      });
    });
  },
});

type Db = Context["db"];

interface SentPart {
  readonly id: string;
  readonly message: StoredMessage;
  readonly published: Published;
}

async function readSent(db: Db, id: string): Promise<{ view: Publication; parts: readonly SentPart[] }> {
  const view = await getPublicationView(db, id);
  const rows = await db
    .selectFrom("publicationPart")
    .select(["id", "message", "externalId", "url", "extra"])
    .where("publicationId", "=", id)
    .where("state", "=", "sent")
    .where("externalId", "is not", null)
    .orderBy("position")
    .execute();
  const parts = rows.map((row) => ({
    id: row.id,
    message: StoredMessage.parse(row.message),
    published: publishedOf({ ...row, extra: Json.parse(row.extra) }),
  }));
  return { view, parts };
}

function cannot({ network, state, handle }: Publication, what: string): Problem {
  return new Problem(
    "conflict",
    say`The publication on ${handle} is ${state} and can't be ${what} by Samovar on ${network.name}`,
    {
      hint: say`Do it on the network itself`,
    },
  );
}

/** The link of the publication is its thread through the loop: it is not lost by an edit. */
function keepLink(text: string, trackedUrl: string | null): string {
  return trackedUrl === null || text.includes(trackedUrl) ? text : `${text.trimEnd()}\n\n${trackedUrl}`;
}

async function loadChecked(ctx: Context, { channel, network, session }: OpenChannel, stored: StoredMessage) {
  const rows = await ctx.transact(({ db }) =>
    findMedia(
      db,
      stored.pictures.map(({ mediaId }) => mediaId),
    ),
  );
  const media = new Map(rows.map((each) => [each.id, each]));
  const account = accountOf(channel);
  const fault = checkMessages(network, account, [foresee(stored, network, { account, media })]).find(
    ({ severity }) => severity === "error",
  );
  if (fault) throw new Problem("invalid", fault.message, { hint: fault.remedy });
  return loadMessage(outsideOf(ctx), stored, {
    media,
    bounds: boundsOf(network.liveLimits?.(session.account) ?? network.limits),
  });
}

async function call<T>(ctx: Context, open: OpenChannel, work: () => Promise<T>): Promise<T> {
  try {
    return await callChannel(outsideOf(ctx), open, work);
  } catch (error) {
    throw problemOf(error);
  }
}

interface Done {
  readonly publicationId: string;
  readonly kind: StepKind;
  readonly detail?: Readonly<Record<string, string>>;
}

/** The change, its line in the ledger, and what it looks like then. */
function keep(
  ctx: Context,
  { publicationId, ...step }: Done,
  change: (inside: Inside) => Promise<void>,
): Promise<Publication> {
  return ctx.transact(async (inside) => {
    await change(inside);
    await addStep(inside.db, { publicationId, at: ctx.now(), actor: ctx.actor, ...step });
    return getPublicationView(inside.db, publicationId);
  });
}
