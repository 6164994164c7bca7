/**
 * The contract between Samovar and a network. A network is data and functions in a folder of its own; a
 * capability exists by being present. Nothing outside `networks/` knows a network by name.
 */
import type { z } from "zod";
import type { NetworkId } from "@samovar/audit";
import type { Http } from "@samovar/http-client";
import type { Limit } from "./limits.ts";

/** JSON that a network stores and nobody else reads. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What is known of a connected account and is no secret. */
export interface Account {
  /** The network's own permanent id: a DID, an account id. */
  readonly externalId: string;
  readonly handle: string;
  readonly displayName: string;
  readonly url: string;
  readonly avatarUrl?: string;
  /** Origin of the server that the account lives on. */
  readonly server: string;
  /** What was learned of that server: software, version, live limits. Refreshed by `refresh`. */
  readonly facts: { readonly [key: string]: Json };
}

/** Secrets of a connected account; encrypted at rest, never shown. */
export type Credentials = { readonly [key: string]: Json };

export interface Connection {
  readonly account: Account;
  readonly credentials: Credentials;
  /** When the credentials die unless they are refreshed; absent where they don't. */
  readonly expiresAt?: Date;
}

/** What an adapter is handed for each call on a connected account. */
export interface Session {
  readonly account: Account;
  readonly credentials: Credentials;
  readonly tools: NetworkTools;
  /** The credentials as they are stored now: another process may have renewed them since. */
  readonly loadCredentials: () => Promise<Credentials>;
  /** Networks that rotate tokens store the new ones here before they use them. */
  readonly saveCredentials: (next: Credentials, expiresAt?: Date) => Promise<void>;
  /**
   * Runs `work` while nobody else, in any process, renews this account's credentials: a refresh token that is
   * used twice ends the session. Not reentrant.
   */
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
}

export interface NetworkTools {
  /** Guarded against private addresses, with time and size limits. */
  readonly http: Http;
  readonly now: () => Date;
  /** Samovar's own public origin, for OAuth return addresses and client metadata. */
  readonly publicUrl: string;
  readonly signal?: AbortSignal;
  /** Where a network keeps what it may use again for any account; without it nothing is remembered. */
  readonly memory?: NetworkMemory;
}

/** A small store of one network's own, encrypted at rest: OAuth clients registered at servers. */
export interface NetworkMemory {
  readonly recall: (key: string) => Promise<Json | undefined>;
  readonly remember: (key: string, value: Json) => Promise<void>;
  readonly forget: (key: string) => Promise<void>;
}

/** One field of a connect form. `key` indexes the values handed to `connect` and `start`. */
export interface ConnectField {
  readonly key: string;
  readonly label: { readonly en: string; readonly ru: string };
  readonly hint?: { readonly en: string; readonly ru: string };
  readonly placeholder?: string;
  readonly secret?: boolean;
  readonly optional?: boolean;
}
export type FieldValues = Readonly<Record<string, string>>;

/** A way to connect an account. A network may have several. */
export type ConnectMethod =
  | {
      readonly kind: "form";
      readonly id: string;
      readonly fields: readonly ConnectField[];
      readonly connect: (values: FieldValues, tools: NetworkTools) => Promise<Connection>;
    }
  | {
      readonly kind: "oauth";
      readonly id: string;
      readonly fields: readonly ConnectField[];
      /** `state` is kept, encrypted, until the browser comes back; `token` is the `state` parameter that it brings. */
      readonly start: (
        values: FieldValues,
        tools: NetworkTools,
      ) => Promise<{ readonly url: string; readonly token: string; readonly state: Json }>;
      readonly finish: (state: Json, query: FieldValues, tools: NetworkTools) => Promise<Connection>;
    };

/** A picture as it will be sent. */
export interface Picture {
  readonly bytes: () => Promise<Uint8Array<ArrayBuffer>>;
  readonly byteLength: number;
  readonly mimeType: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** The link card, for networks whose clients build it themselves. */
export interface Card {
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly picture?: Picture;
}

/** A published thing as the network names it. `extra` holds what a later call needs (a CID, say). */
export interface Published {
  readonly id: string;
  readonly url: string;
  readonly extra?: Json;
}

/** One message as it goes out: a post, or one segment of a thread. */
export interface Message {
  readonly text: string;
  /** BCP 47, main language first. */
  readonly languages: readonly string[];
  readonly pictures: readonly Picture[];
  readonly card?: Card;
  /** The network's own choices (visibility, content warning, poll …), parsed by `options`. */
  readonly options: { readonly [key: string]: Json };
  /** For segments after the first and for replies: what it answers, and the thread's first post. */
  readonly replyTo?: { readonly parent: Published; readonly root: Published };
}

/** How a publication is found again on the network: its own tracked link, which no other post carries. */
export interface Mark {
  /** Absent for a post that leads to no page: then the exact text decides. */
  readonly trackedUrl?: string;
  readonly text: string;
  /** What it answers, if it is an answer: the same words under another message are another one. */
  readonly parentId?: string;
  /** Nothing older than this can be ours. */
  readonly since: Date;
}

/** The network honours an idempotency key: after a doubt, send again with the same key. */
export interface Keyed {
  readonly kind: "keyed";
  /** How long a key protects, in ms; undefined: for ever. Outside the window, look first. */
  readonly windowMs?: number;
  readonly newKey: (now: Date) => string;
  readonly send: (message: Message, key: string) => Promise<Published>;
  readonly find: (mark: Mark, key: string) => Promise<Published | undefined>;
}
/** A container, draft or upload session is made first: after a doubt, go on from its handle. */
export interface Staged {
  readonly kind: "staged";
  readonly stage: (message: Message) => Promise<string>;
  readonly publish: (handle: string) => Promise<Published>;
}
/** Neither: after a doubt, look for the mark. `find` throws `unsure` where it cannot look. */
export interface Plain {
  readonly kind: "plain";
  readonly send: (message: Message) => Promise<Published>;
  readonly find: (mark: Mark) => Promise<Published | undefined>;
}
export type Publishing = Keyed | Staged | Plain;

/** A reply found under one of our publications. */
export interface Reply {
  readonly id: string;
  readonly url: string;
  /** What it answers: one of our publications or another reply. */
  readonly parentId: string;
  readonly author: {
    readonly id: string;
    readonly name: string;
    readonly handle: string;
    readonly url: string;
    readonly avatarUrl?: string;
  };
  /** Plain text; networks that answer HTML turn it into text. */
  readonly text: string;
  readonly at: Date;
  readonly extra?: Json;
}

/** The link's card as the network has made it of the page. Empty where the card says nothing. */
export interface ShownCard {
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly imageUrl: string | null;
  readonly siteName: string | null;
}

/** Counts of one publication as the network reports them; absent where it doesn't. */
export interface Metrics {
  readonly likes?: number;
  readonly reposts?: number;
  readonly replies?: number;
  readonly quotes?: number;
  readonly views?: number;
}

export interface Network {
  readonly id: string;
  readonly name: string;
  readonly kind: "social" | "messenger" | "forum" | "blog";
  /** Brand colour for charts and badges, and an SVG path in a 24×24 box for the icon. */
  readonly color: string;
  readonly iconPath: string;
  /** As which reader of pages the audit knows it; absent where nobody knows what its cards are made of. */
  readonly previewId?: NetworkId;
  readonly limits: readonly Limit[];
  /** The limits as this very account's server states them; the registry's where it says nothing. */
  readonly liveLimits?: (account: Account) => readonly Limit[];
  readonly connect: readonly ConnectMethod[];
  /** The network's own choices for a post. Rendered by the composer from its JSON Schema. */
  readonly options: z.ZodObject;
  readonly canThread: boolean;
  /** Which protocol this very channel can be trusted with. */
  readonly publishing: (session: Session) => Publishing;
  /** Renews credentials and learns the server's facts again. */
  readonly refresh?: (session: Session) => Promise<Connection>;
  /** All that was said under it, at any depth, the account's own words included. */
  readonly replies?: (session: Session, published: Published) => Promise<readonly Reply[]>;
  /**
   * Present where one can answer; the same as `send` of `publishing` with `replyTo`. Whoever must answer exactly
   * once after a crash goes through `publishing` and its `find`.
   */
  readonly reply?: (session: Session, message: Message, key: string) => Promise<Published>;
  readonly metrics?: (
    session: Session,
    published: readonly Published[],
  ) => Promise<ReadonlyMap<string, Metrics>>;
  /** The card under it, as the network shows it; undefined while, or where, it shows none. */
  readonly card?: (session: Session, published: Published) => Promise<ShownCard | undefined>;
  readonly audience?: (session: Session) => Promise<{ readonly followers: number }>;
  readonly edit?: (session: Session, published: Published, message: Message) => Promise<Published>;
  readonly withdraw?: (session: Session, published: Published) => Promise<void>;
  /** Documents that the network fetches from us, served at `/networks/<id>/<name>` (OAuth client metadata). */
  readonly documents?: (
    tools: Pick<NetworkTools, "publicUrl" | "memory">,
  ) => Promise<{ readonly [name: string]: Json }>;
}
