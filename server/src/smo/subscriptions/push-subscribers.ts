import type { Context } from "hono";
import { v7 as uuidv7 } from "uuid";
import webPush from "web-push";
import type { VisitedSite } from "#src/ground/sites/index.ts";
import type { Db } from "#src/platform/database/database.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import type { Vault } from "#src/platform/vault/vault.ts";
import type { LetterParts } from "./letter-parts.ts";
import type { Asking, PushSubscription } from "./letters-schema.ts";
import { readSettings } from "./read-settings.ts";
import { fitWishes } from "./wishes.ts";

interface KeyPlace {
  readonly vault: Vault;
  readonly site: Pick<VisitedSite, "id" | "workspaceId">;
  readonly now: Date;
}

export const pushKeyPurpose = (siteId: string): string => `push.key:${siteId}`;
export const pushPurpose = (subscriberId: string): string => `push.subscriber:${subscriberId}`;
export const printOfEndpoint = (vault: Pick<Vault, "fingerprint">, endpoint: string): string =>
  vault.fingerprint(endpoint, "push.endpoint");

/** The site's public key for web push; the first who asks has the pair made. */
export async function openPushKey(db: Db, { vault, site, now }: KeyPlace): Promise<string> {
  const known = await findKey(db, site.id);
  if (known !== undefined) return known;
  const { publicKey, privateKey } = webPush.generateVAPIDKeys();
  const sealedPrivateKey = vault.seal(privateKey, pushKeyPurpose(site.id));
  await db
    .insertInto("pushKey")
    .values({ siteId: site.id, workspaceId: site.workspaceId, publicKey, sealedPrivateKey, createdAt: now })
    .onConflict((made) => made.column("siteId").doNothing())
    .execute();
  return (await findKey(db, site.id)) ?? publicKey;
}

const findKey = async (db: Db, siteId: string): Promise<string | undefined> => {
  const row = await db
    .selectFrom("pushKey")
    .select("publicKey")
    .where("siteId", "=", siteId)
    .executeTakeFirst();
  return row?.publicKey;
};

interface PushAsking {
  readonly site: VisitedSite;
  readonly asking: Asking;
  readonly push: PushSubscription;
}

/** A browser agreed to be told; its reader clicked, so this is the consent and the confirmation at once. */
export async function takePush(
  parts: LetterParts,
  c: Context,
  { site, asking, push }: PushAsking,
): Promise<void> {
  const { house } = parts;
  const { vault } = house;
  const id = uuidv7();
  if (!isEndpoint(push.endpoint)) throw noEndpoint(push.endpoint);
  const isNew = await house.database.transact(site.workspaceId, async (db) => {
    const { hasPush } = await readSettings(db, site.id);
    if (!hasPush) throw noPush();
    const wishes = await fitWishes(db, site.id, asking);
    const added = await db
      .insertInto("pushSubscriber")
      .values({
        id,
        siteId: site.id,
        workspaceId: site.workspaceId,
        endpointPrint: printOfEndpoint(vault, push.endpoint),
        sealed: vault.seal(push, pushPurpose(id)),
        language: wishes.language,
        topicIds: [...wishes.topics],
        pageUrl: asking.page,
        arrivedBy: asking.visit?.s ?? null,
        createdAt: house.now(),
      })
      .onConflict((known) =>
        known
          .columns(["siteId", "endpointPrint"])
          .doUpdateSet({ topicIds: [...wishes.topics], language: wishes.language }),
      )
      .returning("id")
      .executeTakeFirstOrThrow();
    return added.id === id;
  });
  if (!isNew || !asking.visit) return;
  await parts.visitors.record(c, {
    site,
    visit: asking.visit,
    event: { kind: "subscribe", url: asking.page, name: "push" },
  });
}

/** Push services are asked over TLS at a name; whatever else is named is no push service. */
const isEndpoint = (endpoint: string): boolean => {
  const url = new URL(endpoint);
  return url.protocol === "https:" || /^(127\.0\.0\.1|localhost)$/.test(url.hostname);
};

const noEndpoint = (endpoint: string) =>
  new Problem("invalid", say`"${endpoint.slice(0, 80)}" is no push service's address`, {
    hint: say`Send what PushSubscription.toJSON() gives`,
  });

const noPush = () =>
  new Problem("conflict", say`This site sends no notices`, {
    hint: say`Subscribe by e-mail or by the feed`,
  });

/** The browser's own word that it wants no more. */
export async function endPush(
  { house }: LetterParts,
  { site, endpoint }: { readonly site: VisitedSite; readonly endpoint: string },
): Promise<void> {
  await house.database.transact(site.workspaceId, (db) =>
    db
      .deleteFrom("pushSubscriber")
      .where("siteId", "=", site.id)
      .where("endpointPrint", "=", printOfEndpoint(house.vault, endpoint))
      .execute(),
  );
}
