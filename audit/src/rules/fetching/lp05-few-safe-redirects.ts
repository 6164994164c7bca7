import type { NetworkId } from "../../networks/network.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { among } from "../tags.ts";
import { type Complaint, isInsecure, putTogether, visitAsEach } from "./each-robot.ts";

const maxRedirects = 3;
/** Mastodon counts, and long chains are dropped by others that do not say where they stop. */
const counting: readonly NetworkId[] = ["mastodon"];
/** Who goes by https alone. */
const secureOnly: readonly NetworkId[] = ["signal", "whatsapp", "slack"];

export const fewSafeRedirects: Rule = {
  id: "LP05",
  group: "fetching",
  title: { en: "Few redirects, all of them secure", ru: "Мало перенаправлений, и все по https" },
  why: {
    en: "Mastodon follows three redirects and Signal leaves the way at the first http address: what lies behind has no card there.",
    ru: "Mastodon проходит три перенаправления, а Signal сходит с пути на первом же адресе http: дальше карточки не будет.",
  },
  severity: "error",
  networks: "all",
  grade: "A",
  source:
    "https://github.com/mastodon/mastodon/blob/main/app/lib/request.rb; https://github.com/signalapp/Signal-Desktop/blob/main/ts/linkPreviews/linkPreviewFetch.ts",
  reach: "page",
  says: {
    "too-many": {
      what: {
        en: "Redirects on the way to the page: {count}; three at most are followed.",
        ru: "Перенаправлений на пути к странице: {count}; проходят не больше трёх.",
      },
      remedy: {
        en: "Lead the first address straight to the last one.",
        ru: "Ведите с первого адреса сразу на последний.",
      },
    },
    loop: {
      what: {
        en: "The way to the page goes in a circle: {url} leads back to where it came from.",
        ru: "Путь к странице ходит по кругу: {url} ведёт туда, откуда пришли.",
      },
      remedy: {
        en: "Take out one of the two rules that send visitors to each other: mostly http and https, www and without, with a slash and without.",
        ru: "Уберите одно из двух правил, которые отправляют посетителей друг к другу: обычно это http и https, www и без него, слэш и без него.",
      },
    },
    broken: {
      what: {
        en: "{url} redirects to what is no address.",
        ru: "{url} перенаправляет на то, что не является адресом.",
      },
      remedy: {
        en: "Give Location a whole address that begins with https://.",
        ru: "Укажите в Location полный адрес, который начинается с https://.",
      },
    },
    insecure: {
      what: {
        en: "The way to the page goes by http: {url}.",
        ru: "Путь к странице идёт по http: {url}.",
      },
      remedy: {
        en: "Share and redirect to the https address, with no http step between.",
        ru: "Давайте и указывайте в перенаправлениях адрес https, без шага через http.",
      },
    },
  },
  check,
};

async function check(subject: Subject): Promise<Finding[]> {
  const forAll = deadEnd(subject);
  const forRobots = forAll.length > 0 ? [] : await robotsGoInCircles(subject);
  return [...forAll, ...forRobots, ...tooMany(subject), ...insecure(subject)];
}

function deadEnd({ visit: { asked, hops, failure } }: Subject): Finding[] {
  const url = hops.at(-1)?.url ?? asked;
  const found = { severity: "error", networks: "all", values: { url } } as const;
  if (failure?.kind === "redirect-loop") return [{ ...found, key: "loop" }];
  return failure?.kind === "bad-redirect" ? [{ ...found, key: "broken" }] : [];
}

/** People get through, and robots don't: they keep no cookie from one step to the next, or are led elsewhere. */
async function robotsGoInCircles(subject: Subject): Promise<Finding[]> {
  const complaints = (await visitAsEach(subject)).flatMap(({ id, visit }): Complaint[] => {
    if (visit.failure?.kind !== "redirect-loop") return [];
    return [{ id, key: "loop", severity: "error", values: { url: visit.hops.at(-1)?.url ?? visit.asked } }];
  });
  return putTogether(complaints, subject.networks);
}

function tooMany(subject: Subject): Finding[] {
  const { hops, failure, asked } = subject.visit;
  const count = hops.filter(({ location }) => location !== undefined).length;
  if (failure?.kind === "redirect-loop" || count <= maxRedirects) return [];
  const isEndless = failure?.kind === "too-many-redirects";
  const networks = isEndless ? "all" : among(subject, counting);
  if (networks.length === 0) return [];
  const paste = isEndless ? undefined : redirectTo(asked, hops.at(-1)?.url);
  return [{ key: "too-many", severity: "error", networks, values: { count }, paste }];
}

function insecure(subject: Subject): Finding[] {
  const networks = among(subject, secureOnly);
  const url = subject.visit.hops.find((hop) => isInsecure(hop.url))?.url;
  if (url === undefined || networks.length === 0) return [];
  return [
    { key: "insecure", severity: "error", networks, values: { url }, paste: redirectTo(url, secured(url)) },
  ];
}

const secured = (url: string): string => url.replace(/^http:/, "https:");

/** As a server answers it. */
function redirectTo(from: string, to: string | undefined): string | undefined {
  if (to === undefined) return undefined;
  const { pathname, search } = new URL(from);
  return `GET ${pathname}${search}\nHTTP/1.1 301 Moved Permanently\nLocation: ${to}`;
}
