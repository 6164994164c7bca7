/** What the twin remembers: users, statuses, media, apps, tokens. */
import { randomBytes } from "node:crypto";

export interface TwinUser {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly password: string;
  readonly createdAt: Date;
  readonly followers: Set<string>;
}

export interface TwinPoll {
  readonly options: readonly string[];
  readonly multiple: boolean;
  readonly hideTotals: boolean;
  readonly expiresAt: Date;
}

/** What a server has made of the page that a status links to. */
export interface TwinCard {
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly image: string | undefined;
  readonly providerName: string;
}

export interface TwinStatus {
  readonly id: string;
  readonly accountId: string;
  readonly createdAt: Date;
  readonly inReplyToId: string | undefined;
  readonly visibility: string;
  readonly applicationName: string | undefined;
  text: string;
  spoilerText: string;
  sensitive: boolean;
  language: string | undefined;
  mediaIds: readonly string[];
  poll: TwinPoll | undefined;
  card: TwinCard | undefined;
  editedAt: Date | undefined;
  readonly favouritedBy: Set<string>;
  readonly rebloggedBy: Set<string>;
}

export interface TwinMedia {
  readonly id: string;
  readonly ownerId: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  description: string | undefined;
  /** How often the twin still answers 206 before the picture is ready. */
  pendingPolls: number;
}

export interface TwinApp {
  readonly id: string;
  readonly name: string;
  readonly website: string | undefined;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
  readonly scopes: readonly string[];
}

export interface TwinToken {
  readonly token: string;
  readonly appId: string;
  readonly userId: string | undefined;
  readonly scopes: readonly string[];
  readonly createdAt: Date;
  revoked: boolean;
}

export interface TwinLimits {
  readonly maxCharacters: number;
  readonly maxMediaAttachments: number;
  readonly charactersReservedPerUrl: number;
  readonly imageSizeLimit: number;
  readonly descriptionLimit: number;
  readonly maxPollOptions: number;
  readonly maxPollOptionCharacters: number;
}

/** The defaults of a stock server: https://docs.joinmastodon.org/entities/Instance/ and its example. */
export const stockLimits: TwinLimits = {
  maxCharacters: 500,
  maxMediaAttachments: 4,
  charactersReservedPerUrl: 23,
  imageSizeLimit: 16_777_216,
  descriptionLimit: 1500,
  maxPollOptions: 4,
  maxPollOptionCharacters: 50,
};

export class TwinWorld {
  readonly users = new Map<string, TwinUser>();
  readonly statuses = new Map<string, TwinStatus>();
  readonly media = new Map<string, TwinMedia>();
  readonly apps = new Map<string, TwinApp>();
  readonly tokens = new Map<string, TwinToken>();
  /** `account id:key` → status id; empty where the twin ignores the header. */
  readonly idempotencyKeys = new Map<string, { statusId: string; until: number }>();
  /** Polls that answer 206 for each upload from now on. */
  slowMediaPolls = 0;
  #lastId = 0n;

  readonly origin: () => string;
  readonly limits: TwinLimits;
  readonly software: string;
  readonly honoursIdempotencyKey: boolean;
  readonly now: () => Date;

  constructor(settings: Pick<TwinWorld, "origin" | "limits" | "software" | "honoursIdempotencyKey" | "now">) {
    this.origin = settings.origin;
    this.limits = settings.limits;
    this.software = settings.software;
    this.honoursIdempotencyKey = settings.honoursIdempotencyKey;
    this.now = settings.now;
  }

  /** Ids rise with time, as the network's do: milliseconds in the upper 48 bits. */
  nextId(): string {
    const id = BigInt(this.now().getTime()) << 16n;
    this.#lastId = id > this.#lastId ? id : this.#lastId + 1n;
    return String(this.#lastId);
  }

  addUser(username: string, settings: { displayName?: string; password?: string } = {}): TwinUser {
    const known = this.findUser(username);
    if (known) return known;
    const { displayName = username, password = "password" } = settings;
    const user = {
      id: this.nextId(),
      username,
      displayName,
      password,
      createdAt: this.now(),
      followers: new Set<string>(),
    };
    this.users.set(user.id, user);
    return user;
  }

  findUser(username: string): TwinUser | undefined {
    return [...this.users.values()].find((user) => user.username === username);
  }

  addToken(appId: string, settings: { userId?: string; scopes: readonly string[] }): TwinToken {
    const token = secret();
    const made = {
      token,
      appId,
      userId: settings.userId,
      scopes: settings.scopes,
      createdAt: this.now(),
      revoked: false,
    };
    this.tokens.set(token, made);
    return made;
  }

  addStatus(accountId: string, draft: Partial<TwinStatus> & { readonly text: string }): TwinStatus {
    const status: TwinStatus = {
      inReplyToId: undefined,
      visibility: "public",
      applicationName: undefined,
      spoilerText: "",
      sensitive: false,
      language: "en",
      mediaIds: [],
      poll: undefined,
      card: undefined,
      editedAt: undefined,
      ...draft,
      id: this.nextId(),
      accountId,
      createdAt: this.now(),
      favouritedBy: new Set(),
      rebloggedBy: new Set(),
    };
    this.statuses.set(status.id, status);
    return status;
  }

  repliesTo(id: string): TwinStatus[] {
    return [...this.statuses.values()].filter((status) => status.inReplyToId === id);
  }
}

export const secret = (): string => randomBytes(32).toString("base64url");
