/** What of an audit concerns the networks that a post goes to, and what of it stops the post. Pure. */
import type { Found, NetworkId, PageAudit, Repair, RuleGroup } from "@samovar/audit";
import { rules, sayFinding } from "@samovar/audit";

export interface InBoth {
  readonly en: string;
  readonly ru: string;
}

/** One thing that is wrong with the page for some of the networks. */
export interface LandingFault {
  readonly ruleId: string;
  readonly key: string;
  /** `error` stops the post. */
  readonly severity: "error" | "warning";
  readonly networks: readonly NetworkId[];
  readonly what: InBoth;
  readonly remedy: InBoth;
  readonly paste: string | undefined;
  readonly repair: Repair | undefined;
}

/** Groups of rules that say how the card comes out; the others are about the page's readers. */
export const cardGroups: readonly RuleGroup[] = [
  "fetching",
  "placement",
  "identity",
  "text",
  "image",
  "extras",
];

/** How slow a page was just now does not say how slow it will be when it is shared. */
const neverStop: ReadonlySet<string> = new Set(["LP06"]);

/** What is said of a page by its scheme. A house on a private network serves http, and its own twins read it. */
const saysHttps = /https|insecure|plain-http|http-hop/;

interface Judging {
  readonly networks: readonly NetworkId[];
  /** The page is on an address that only this house can reach. */
  readonly isPrivate: boolean;
}

export function faultsOf(
  audit: Pick<PageAudit, "outcome" | "findings" | "url" | "visit">,
  { networks, isPrivate }: Judging,
): LandingFault[] {
  const faults = audit.findings.flatMap((found) => {
    const concerned = concernedBy(found, networks);
    const words = wordsOf(found);
    if (concerned.length === 0 || !words || found.severity === "info") return [];
    const isMild =
      audit.outcome === "not-html" || // a link to a file makes no card, and is a link all the same
      neverStop.has(found.ruleId) ||
      (isPrivate && saysHttps.test(found.key));
    const severity = found.severity === "error" && !isMild ? ("error" as const) : ("warning" as const);
    const { ruleId, key, paste, repair } = found;
    return [{ ruleId, key, severity, networks: concerned, ...words, paste, repair }];
  });
  if (audit.outcome === "audited" || audit.outcome === "not-html") return faults;
  return faults.some(({ severity }) => severity === "error") ? faults : [...faults, gone(audit, networks)];
}

function concernedBy({ networks }: Found, asked: readonly NetworkId[]): readonly NetworkId[] {
  if (networks === "all") return asked;
  return networks === "none" ? [] : asked.filter((id) => networks.includes(id));
}

function wordsOf(found: Found): Pick<LandingFault, "what" | "remedy"> | undefined {
  const rule = rules.find(({ id }) => id === found.ruleId);
  if (!rule || !(found.key in rule.says)) return undefined;
  const [en, ru] = [sayFinding(rule, found, "en"), sayFinding(rule, found, "ru")];
  return { what: { en: en.what, ru: ru.what }, remedy: { en: en.remedy, ru: ru.remedy } };
}

/** The page can't be had at all. One that merely did not answer in time may do so later. */
function gone(
  { url, visit }: Pick<PageAudit, "url" | "visit">,
  networks: readonly NetworkId[],
): LandingFault {
  const why = visit.failure?.message ?? `status ${visit.status ?? "?"}`;
  return {
    ruleId: "LP01",
    key: "unreachable",
    severity: visit.failure?.kind === "timeout" ? "warning" : "error",
    networks,
    what: { en: `${url} can't be opened: ${why}`, ru: `${url} не открывается: ${why}` },
    remedy: {
      en: "Open the page in a browser, mend it, try again",
      ru: "Откройте страницу в браузере, почините её и попробуйте снова",
    },
    paste: undefined,
    repair: undefined,
  };
}

/** A page that took too long to look at: nobody knows. */
export function unchecked(
  url: string,
  networks: readonly NetworkId[],
  seconds: number,
): readonly LandingFault[] {
  return [
    {
      ruleId: "LP06",
      key: "unchecked",
      severity: "warning",
      networks,
      what: {
        en: `${url} could not be checked within ${seconds} s`,
        ru: `Страницу ${url} не удалось проверить за ${seconds} с`,
      },
      remedy: {
        en: "Look how fast the page answers; the post may go out all the same",
        ru: "Посмотрите, быстро ли отвечает страница; пост всё равно может выйти",
      },
      paste: undefined,
      repair: undefined,
    },
  ];
}
