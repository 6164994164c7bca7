/** What the networks' tests share: a session that stores its credentials, messages, pictures, failures. */
import { createHttp } from "@samovar/http-client";
import { NetworkFailure } from "./failure.ts";
import type {
  Connection,
  Credentials,
  FieldValues,
  Message,
  Network,
  NetworkTools,
  Picture,
  Session,
} from "./network.ts";

export const openHttp = createHttp({ allowPrivate: true, userAgent: "SamovarTest/1" });

export const testTools: NetworkTools = {
  http: openHttp,
  now: () => new Date(),
  publicUrl: "http://localhost:3000",
};

/** A session as the ledger makes it: credentials are stored, renewals happen one at a time. */
export function toSession({ account, credentials }: Connection, tools: NetworkTools = testTools): Session {
  let stored: Credentials = credentials;
  let last: Promise<unknown> = Promise.resolve();
  return {
    account,
    get credentials() {
      return stored;
    },
    tools,
    loadCredentials: () => Promise.resolve(stored),
    saveCredentials: async (next) => {
      stored = next;
    },
    exclusively: (work) => {
      const next = last.then(work, work);
      last = next;
      return next;
    },
  };
}

/** Connects through the network's form of that id. */
export async function connectByForm(network: Network, id: string, values: FieldValues): Promise<Connection> {
  const method = network.connect.find((each) => each.id === id);
  if (method?.kind !== "form") throw new Error(`${network.id} has no form "${id}"`);
  return method.connect(values, testTools);
}

export const toMessage = (text: string, more: Partial<Message> = {}): Message => ({
  text,
  languages: ["en"],
  pictures: [],
  options: {},
  ...more,
});

export const toPicture = (
  bytes: Uint8Array<ArrayBuffer>,
  alt: string,
  more: Partial<Picture> = {},
): Picture => ({
  bytes: () => Promise.resolve(bytes),
  byteLength: bytes.byteLength,
  mimeType: "image/png",
  width: 1,
  height: 1,
  alt,
  ...more,
});

/** One red point. */
export const redPoint: Uint8Array<ArrayBuffer> = new Uint8Array(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
);

/** The failure that a call must end with. */
export async function failureOf(call: Promise<unknown>): Promise<NetworkFailure> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof NetworkFailure) return error;
  throw new Error(`Expected a NetworkFailure, got ${String(error)}`, { cause: error });
}
