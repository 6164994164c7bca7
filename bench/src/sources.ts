import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { createUserAgentReader, findKnownSource } from "@samovar/server/ground/events/index.ts";
import type { Figures, Options } from "./main.ts";

export const about = "Sources by host and app id; robots and people by user agent";

const aimFound = 0.9;
const aimMistaken = 0.001;

/** `social-hosts.txt` lies beside the data's folder, in `facts`; the user agents are in `referrers_bots`. */
export async function measure({ data }: Options): Promise<Figures> {
  const hosts = await judgeHosts(join(data, "../facts/social-hosts.txt"));
  const agents = await judgeAgents(join(data, "referrers_bots/ua.jsonl.gz"));
  const listed = await judgeListed(join(data, "referrers_bots/matomo_Socials.yml"));
  return {
    ...hosts,
    ...listed,
    ...agents,
    within_budget:
      hosts.hosts_wrong === 0 &&
      agents.robots_found_share >= aimFound &&
      agents.people_mistaken_share <= aimMistaken,
  };
}

const isSocial = (host: string) =>
  ["network", "messenger", "forum"].includes(findKnownSource(host)?.kind ?? "");

async function judgeHosts(file: string) {
  let isWanted = true;
  const wrong: string[] = [];
  let hosts = 0;
  for (const line of (await readFile(file, "utf8")).split("\n").map((text) => text.trim())) {
    if (line.startsWith("#")) isWanted = !line.includes("must not");
    else if (line !== "") {
      hosts++;
      if (isSocial(line) !== isWanted) wrong.push(line);
    }
  }
  if (wrong.length > 0) console.log(`Wrong: ${wrong.join(" ")}`);
  return { hosts, hosts_wrong: wrong.length };
}

/** A list that others keep: how many of its hosts ours knows, whatever it calls their kind. */
async function judgeListed(file: string) {
  const listed = [...(await readFile(file, "utf8")).matchAll(/^ {2}- (\S+)$/gm)].flatMap(
    ([, host]) => host ?? [],
  );
  const unknown = listed.filter((host) => !findKnownSource(host));
  if (unknown.length > 0) console.log(`Not in ours: ${unknown.join(" ")}`);
  return { listed_hosts: listed.length, listed_hosts_known: listed.length - unknown.length };
}

async function judgeAgents(file: string) {
  const read = createUserAgentReader();
  const counts = { robots: 0, found: 0, people: 0, mistaken: 0 };
  const mistaken: string[] = [];
  for (const line of gunzipSync(await readFile(file))
    .toString()
    .split("\n")) {
    if (line === "") continue;
    const { ua, bot }: { ua: string; bot: number } = JSON.parse(line);
    const isRobot = read(ua).reason !== "human";
    counts[bot ? "robots" : "people"]++;
    if (bot && isRobot) counts.found++;
    if (!bot && isRobot) {
      counts.mistaken++;
      mistaken.push(ua);
    }
  }
  for (const ua of mistaken.slice(0, 20)) console.log(`Taken for a robot: ${ua}`);
  return {
    robots: counts.robots,
    robots_found_share: counts.found / counts.robots,
    people: counts.people,
    people_mistaken_share: counts.mistaken / counts.people,
  };
}
