import type { Visit, Visitors } from "../../visit/visit.ts";
import { isOurs } from "../fetching/each-robot.ts";
import { outcomeOf, readJson } from "./read-json.ts";
import { isRecord, listOf, textOf } from "./structured-items.ts";

const form = /^at:\/\/(did:(?:plc:[a-z2-7]+|web:[\w.-]+(?:%3A\d+)?))\/([\w.-]+)\/([\w.~:-]+)$/;

export const isAtUri = (text: string): boolean => form.test(text);

interface FoundRecord {
  readonly value: Readonly<Record<string, unknown>>;
}

export interface LostRecord {
  /** A status, or the kind of failure. */
  readonly outcome: string | number;
  /** By a limit of ours: nothing is to be concluded from it. */
  readonly isOurs: boolean;
}

/** A record of the AT Protocol, from the server that the author's DID names. */
export async function findRecord(uri: string, web: Visitors): Promise<FoundRecord | LostRecord> {
  const [, did = "", collection = "", key = ""] = form.exec(uri) ?? [];
  const identity = await web.visit(documentOf(did), "samovar");
  const server = serverOf(readJson(identity));
  if (server === undefined) return lost(identity);
  const query = new URLSearchParams({ repo: did, collection, rkey: key });
  const visit = await web.visit(
    `${server.replace(/\/$/, "")}/xrpc/com.atproto.repo.getRecord?${query.toString()}`,
    "samovar",
  );
  const value = readJson(visit)?.value;
  return isRecord(value) ? { value } : lost(visit);
}

/** https://atproto.com/specs/did#blessed-did-methods */
function documentOf(did: string): string {
  if (did.startsWith("did:plc:")) return `https://plc.directory/${did}`;
  return `https://${decodeURIComponent(did.slice("did:web:".length))}/.well-known/did.json`;
}

function serverOf(document: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const service = listOf(document?.service).find(
    (each) => isRecord(each) && textOf(each.id)?.endsWith("#atproto_pds"),
  );
  const server = isRecord(service) ? textOf(service.serviceEndpoint) : undefined;
  return server !== undefined && URL.canParse(server) ? server : undefined;
}

const lost = (visit: Visit): LostRecord => ({
  outcome: outcomeOf(visit),
  isOurs: visit.failure !== undefined && isOurs(visit.failure),
});
