import { createHash } from "node:crypto";
import { z } from "zod";
import type { Context } from "#src/platform/operation/context.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { findNetwork, networks } from "#src/networks/index.ts";
import type { ConnectMethod, FieldValues } from "#src/networks/network.ts";
import { channelOf } from "./channel-view.ts";
import { keepConnection } from "./keep-connection.ts";
import { problemOf } from "./network-problem.ts";
import { type Outside, outsideOf, toolsFor } from "./outside.ts";
import { Channel } from "./schema.ts";
import { getStoredChannel } from "./stored-channel.ts";

const stateMinutes = 15;

const NewConnection = z.object({
  networkId: z.string().max(40),
  methodId: z.string().max(40),
  values: z
    .record(z.string().max(40), z.string().max(2000, "is longer than 2,000 characters"))
    .default({})
    .describe("What the method's fields ask for, by their keys")
    .meta({ secret: true }),
  channelId: z.uuid().optional().describe("The channel to connect again"),
});

export const startConnection = operation({
  id: "startConnection",
  summary: "Connect an account of a network: at once by a form, or by the address to sign in at",
  http: "POST /connections",
  access: "channels.manage",
  transaction: "own",
  input: NewConnection,
  output: z.object({
    channel: Channel.nullable().describe("The connected channel, where a form was enough"),
    authorizeUrl: z.string().nullable().describe("Where to send the person, for OAuth"),
  }),
  async run(ctx, asked) {
    const outside = outsideOf(ctx);
    const { channelId } = asked;
    if (channelId !== undefined) await ctx.transact(({ db }) => getStoredChannel(db, channelId));
    const method = getMethod(asked.networkId, asked.methodId);
    checkFields(method, asked.values);
    try {
      return method.kind === "form"
        ? await byForm(outside, method, asked)
        : await byOAuth(ctx, method, asked);
    } catch (error) {
      throw problemOf(error);
    }
  },
});

type Asked = z.output<typeof NewConnection>;

async function byForm(outside: Outside, method: ConnectMethod & { kind: "form" }, asked: Asked) {
  const connection = await method.connect(asked.values, toolsFor(asked.networkId, outside));
  const channel = await outside.transact(async ({ db }) => {
    const id = await keepConnection(db, outside, { ...asked, connection, channelId: asked.channelId });
    return getStoredChannel(db, id);
  });
  return { channel: channelOf(channel, outside), authorizeUrl: null };
}

async function byOAuth(ctx: Context, method: ConnectMethod & { kind: "oauth" }, asked: Asked) {
  const outside = outsideOf(ctx);
  const { url, token, state } = await method.start(asked.values, toolsFor(asked.networkId, outside));
  const now = ctx.now();
  await ctx.transact(async ({ db }) => {
    await db.deleteFrom("channelConnection").where("expiresAt", "<", now).execute();
    await db
      .insertInto("channelConnection")
      .values({
        tokenHash: hashState(token),
        networkId: asked.networkId,
        methodId: asked.methodId,
        channelId: asked.channelId ?? null,
        state: ctx.vault.seal(state, statePurpose(asked.networkId)),
        actor: JSON.stringify(ctx.actor),
        createdAt: now,
        expiresAt: new Date(now.getTime() + stateMinutes * 60_000),
      })
      .execute();
  });
  return { channel: null, authorizeUrl: url };
}

/** A table that is read by somebody else gives no sign-in away. */
export const hashState = (token: string) => createHash("sha256").update(token).digest("base64url");
export const statePurpose = (networkId: string) => `connection:${networkId}`;

/** Throws `Problem`. */
export function getMethod(networkId: string, methodId: string): ConnectMethod {
  const network = findNetwork(networkId);
  if (!network) {
    throw new Problem("invalid", say`networkId: there is no network "${networkId}"`, {
      hint: say`Take one of: ${networks.map(({ id }) => id).join(", ")}`,
    });
  }
  const method = network.connect.find(({ id }) => id === methodId);
  if (method) return method;
  throw new Problem("invalid", say`methodId: ${network.name} is not connected by "${methodId}"`, {
    hint: say`Take one of: ${network.connect.map(({ id }) => id).join(", ")}`,
  });
}

function checkFields({ fields }: ConnectMethod, values: FieldValues): void {
  const unknown = Object.keys(values).find((key) => !fields.some((field) => field.key === key));
  if (unknown !== undefined) {
    throw new Problem("invalid", say`values.${unknown}: there is no such field`, {
      hint: say`Send: ${fields.map(({ key }) => key).join(", ")}`,
    });
  }
  const missing = fields.filter(({ key, optional }) => !optional && !values[key]?.trim());
  const [first] = missing;
  if (!first) return;
  throw new Problem("invalid", say`values.${first.key}: ${first.label} is empty`, {
    hint: first.hint ? say`${first.hint}` : say`Fill it in`,
    fields: missing.map(({ key, label }) => ({ path: `values.${key}`, message: `${label.en} is empty` })),
  });
}
