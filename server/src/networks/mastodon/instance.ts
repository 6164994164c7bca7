/** Learns what a server is and what it takes: NodeInfo and `/api/v2/instance` (`/api/v1/instance` of older ones). */
import { z } from "zod";
import { NetworkFailure } from "../failure.ts";
import type { Json, NetworkTools } from "../network.ts";
import { callApi, type Server } from "./api.ts";

export type InstanceFacts = { readonly [key: string]: Json };

/** What a person types as server: `mastodon.social`, `@me@mastodon.social`, `https://mastodon.social/@me`. */
export function parseServer(typed: string): string {
  const address = typed.trim().replace(/^@?[^@/:]+@/, "");
  const url = URL.parse(/^https?:\/\//i.test(address) ? address : `https://${address}`);
  if (!address || !url) {
    throw new NetworkFailure("rejected", `"${typed}" is not the address of a server`, {
      rule: "mastodon.connect.server",
      hint: "Give the server's name, as in mastodon.social",
    });
  }
  return url.origin;
}

/** What is known of a server; kept with the account. */
export async function readFacts(origin: string, tools: NetworkTools): Promise<InstanceFacts> {
  const server = { origin, tools };
  const [software, instance] = await Promise.all([readSoftware(server), readInstance(server)]);
  return { ...software, title: instance.title, limits: limitsOf(instance.configuration) };
}

const NodeInfoLinks = z.object({ links: z.array(z.object({ rel: z.string(), href: z.string() })) });
const NodeInfo = z.object({ software: z.object({ name: z.string(), version: z.string().default("") }) });

/** http://nodeinfo.diaspora.software/protocol.html ; a server without NodeInfo stays unknown, hence untrusted. */
async function readSoftware(server: Server): Promise<{ software: string; version: string }> {
  try {
    const index = await callApi(server, { path: "/.well-known/nodeinfo", surface: "connect" }, NodeInfoLinks);
    const link = index.links.find(({ rel }) =>
      rel.startsWith("http://nodeinfo.diaspora.software/ns/schema/2."),
    );
    const href = link && URL.parse(link.href, server.origin);
    // A document elsewhere could claim another software for this server.
    if (!href || href.origin !== server.origin) return { software: "", version: "" };
    const call = { path: href.pathname + href.search, surface: "connect" };
    const { software } = await callApi(server, call, NodeInfo);
    return { software: software.name.toLowerCase(), version: software.version };
  } catch (error) {
    if (error instanceof NetworkFailure) return { software: "", version: "" };
    throw error;
  }
}

const Configuration = z.object({
  statuses: z
    .object({
      max_characters: z.number().optional(),
      max_media_attachments: z.number().optional(),
      characters_reserved_per_url: z.number().optional(),
    })
    .optional(),
  media_attachments: z
    .object({
      supported_mime_types: z.array(z.string()).optional(),
      image_size_limit: z.number().optional(),
      description_limit: z.number().optional(),
    })
    .optional(),
  polls: z
    .object({
      max_options: z.number().optional(),
      max_characters_per_option: z.number().optional(),
      min_expiration: z.number().optional(),
      max_expiration: z.number().optional(),
    })
    .optional(),
});
type Configuration = z.infer<typeof Configuration>;

const Instance = z.object({ title: z.string().default(""), configuration: Configuration.default({}) });

async function readInstance(server: Server): Promise<z.infer<typeof Instance>> {
  try {
    return await callApi(server, { path: "/api/v2/instance", surface: "connect" }, Instance);
  } catch (error) {
    if (!(error instanceof NetworkFailure) || error.kind !== "rejected") throw error;
    return callApi(server, { path: "/api/v1/instance", surface: "connect" }, Instance);
  }
}

/** The stated numbers by limit id, as `liveLimits` lays them over the registry. */
function limitsOf({ statuses = {}, media_attachments: media = {}, polls = {} }: Configuration): Json {
  const images = (media.supported_mime_types ?? []).filter((type) => type.startsWith("image/"));
  return withoutAbsent({
    "post.text": { max: statuses.max_characters, urlCounts: statuses.characters_reserved_per_url },
    "post.pictures": { max: statuses.max_media_attachments },
    "picture.alt": { max: media.description_limit },
    "picture.bytes": { max: media.image_size_limit },
    "picture.type": { oneOf: images.length > 0 ? images : undefined },
    "poll.choices": { max: polls.max_options },
    "poll.choice": { max: polls.max_characters_per_option },
    "poll.time": { min: polls.min_expiration, max: polls.max_expiration },
  });
}

type Bounds = Readonly<Record<string, number | readonly string[] | undefined>>;

function withoutAbsent(limits: Readonly<Record<string, Bounds>>): Json {
  const present = Object.entries(limits).map(([id, bounds]): [string, Json] => {
    const stated = Object.entries(bounds).flatMap(([key, value]): [string, Json][] =>
      value === undefined ? [] : [[key, value]],
    );
    return [id, Object.fromEntries(stated)];
  });
  return Object.fromEntries(present);
}
