/** From what a person types to an account's DID and the server (PDS) where it lives. */
import { Agent } from "@atproto/api";
import { z } from "zod";
import { NetworkFailure } from "../failure.ts";
import type { NetworkTools } from "../network.ts";
import { attempt } from "./failures.ts";
import { fetchThrough } from "./fetch-through.ts";

export interface Identity {
  readonly did: string;
  readonly handle: string;
  readonly pds: string;
  readonly didDoc: unknown;
}

/** `@Anna.bsky.social ` → `anna.bsky.social`; invisible marks come along when a handle is copied. */
export function parseHandle(typed: string): string {
  const handle = typed.replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\s]/g, "").replace(/^@/, "");
  const isDid = /^did:(plc|web):[a-z0-9.:%-]+$/i.test(handle);
  const isName = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/i.test(handle);
  if (isDid) return handle;
  if (isName) return handle.toLowerCase();
  throw new NetworkFailure("rejected", `"${typed}" is not a handle`, {
    rule: "bluesky.connect.handle",
    hint: "Give the full handle with its domain, as in anna.bsky.social",
  });
}

/** The server's origin, if one was given. */
export function parsePds(typed: string | undefined): string | undefined {
  const address = typed?.trim();
  if (!address) return undefined;
  const url = URL.parse(/^https?:\/\//i.test(address) ? address : `https://${address}`);
  if (url) return url.origin;
  throw new NetworkFailure("rejected", `"${address}" is not the address of a server`, {
    rule: "bluesky.connect.server",
    hint: "Leave the server out, or give it as in https://pds.example.org",
  });
}

/** An agent that is nobody yet. */
export const agentAt = (pds: string, tools: NetworkTools): Agent => {
  const fetchNow = fetchThrough(tools);
  return new Agent((path: string, init: RequestInit) => fetchNow(new URL(path, pds), init));
};

const DidDocument = z.object({
  id: z.string(),
  service: z.array(z.object({ id: z.string(), serviceEndpoint: z.unknown() })).default([]),
});

/**
 * Asks a given server who a handle of its own is. Networks of one's own (and tests) resolve this way: their handles
 * are in no public DNS.
 */
export async function askServer(pds: string, handle: string, tools: NetworkTools): Promise<Identity> {
  const { data } = await attempt({ surface: "connect" }, () =>
    agentAt(pds, tools).com.atproto.repo.describeRepo({ repo: handle }),
  );
  const home = pdsOf(data.didDoc);
  if (home === pds) return { did: data.did, handle: data.handle, pds, didDoc: data.didDoc };
  throw new NetworkFailure("rejected", `${handle} lives on ${home ?? "no known server"}, not on ${pds}`, {
    rule: "bluesky.connect.server",
    hint: "Leave the server out, or give the one that the account lives on",
  });
}

/** https://atproto.com/specs/did#did-documents */
export function pdsOf(didDoc: unknown): string | undefined {
  const parsed = DidDocument.safeParse(didDoc);
  const service = parsed.data?.service.find(({ id }) => id.endsWith("#atproto_pds"));
  return typeof service?.serviceEndpoint === "string"
    ? URL.parse(service.serviceEndpoint)?.origin
    : undefined;
}
