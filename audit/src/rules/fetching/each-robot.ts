import { previewNetwork } from "../../networks/index.ts";
import type { NetworkId } from "../../networks/network.ts";
import type { Visit, VisitFailure } from "../../visit/visit.ts";
import type { Finding, Subject } from "../rule.ts";

export interface RobotVisit {
  readonly id: NetworkId;
  readonly visit: Visit;
}

/** The address that is audited, as each network's robot gets it. */
export async function visitAsEach({ visit, networks, web }: Subject): Promise<RobotVisit[]> {
  if (!web) return [];
  return Promise.all(networks.map(async (id) => ({ id, visit: await web.visit(visit.asked, id) })));
}

/** What is wrong for one network, before the networks with the same trouble are put together. */
export interface Complaint {
  readonly id: NetworkId;
  readonly key: string;
  readonly severity: Finding["severity"];
  readonly values: Finding["values"];
}

/** One finding for each trouble: it names the networks (`{names}`), and says "all" where no network is spared. */
export function putTogether(complaints: readonly Complaint[], asked: readonly NetworkId[]): Finding[] {
  const groups = Map.groupBy(complaints, ({ key, severity, values }) =>
    JSON.stringify([key, severity, values]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const ids = group.map(({ id }) => id);
    const networks = ids.length === asked.length && ids.length > 1 ? "all" : ids;
    const values = { ...first.values, names: namesOf(ids) };
    return [{ key: first.key, severity: first.severity, networks, values }];
  });
}

/** More names than that are no help to the reader. */
const maxNames = 5;

/** Proper names are the same in every language; of many, the first ones and how many there are besides. */
export function namesOf(ids: readonly NetworkId[]): string {
  const names = ids.map((id) => previewNetwork(id).name);
  if (names.length <= maxNames) return names.join(", ");
  return `${names.slice(0, maxNames - 1).join(", ")} +${names.length - maxNames + 1}`;
}

/** The user agents to let through, one a line. */
export const userAgentsOf = (ids: readonly NetworkId[]): string =>
  [...new Set(ids.map((id) => previewNetwork(id).robot.userAgent))].join("\n");

/** Troubles on the way to the page are told by the rule about redirects. */
export const isOnTheWay = ({ kind }: VisitFailure): boolean =>
  kind === "redirect-loop" || kind === "too-many-redirects" || kind === "bad-redirect";

/** Our own limits say nothing of the site. */
export const isOurs = ({ kind }: VisitFailure): boolean =>
  kind === "over-budget" || kind === "refused-address";

export const hostOf = (url: string): string => (URL.parse(url)?.hostname ?? "").replace(/^www\./, "");

/** A site under work on this machine has no certificate, and needs none. */
export function isInsecure(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === "http:" && !/^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
}

/** The other site that the asked address belongs to, when it is a short or counted link that leads to this one. */
export function findShortener({ visit, page }: Subject): string | undefined {
  const host = hostOf(visit.asked);
  return host !== "" && host !== hostOf(page.url) ? host : undefined;
}

/** That robot got no further than the shortener. */
export const isStoppedAt = (host: string, { hops, asked }: Visit): boolean =>
  hostOf(hops.at(-1)?.url ?? asked) === host;
