/**
 * Samovar's site script: what was seen, how long, what it led to; and the id that joins a visit to its click.
 *
 *     <script async src="https://samovar.example/w/site.js" data-site="SITE_KEY"></script>
 *
 * No cookie. Nothing at all under Do Not Track or Global Privacy Control, nor before consent where
 * `data-consent="required"` says so. The address bar is never rewritten.
 */
import { continueVisit, recall, recallVisit, remember, type Visit } from "./memory.ts";
import { mintId } from "./mint-id.ts";
import { createSender } from "./sender.ts";
import { openView, type View } from "./view.ts";

type Props = Readonly<Record<string, string | number | boolean | null>>;

const api = {
  /** Something happened that the site has a name for. */
  event: (name: string, props?: Props) => add("custom", { name, props }),
  /** What the site is for has happened. A page's word on revenue is shown apart: send it from a server to be believed. */
  goal: (name: string, value?: number, currency?: string) => add("goal", { name, value, currency }),
  /** A question was asked of the site's own search. */
  search: (name: string) => add("search", { name }),
  /** What an element of the page tells the server of the visit that goes on; nothing of who is not to be measured. */
  visit: () => (isOn ? { s: (visit = continueVisit(visit)).s, ...visitor() } : undefined),
  /** Answers an address to share, with an id of its own, and records the share. Synchronous. */
  mint,
  /** With consent the visitor is known on other days too; without it never. */
  consent,
  /** The site's own people mark their browser, and are counted apart. */
  own: (isOwn: boolean) => remember(ownKey, isOwn ? "1" : ""),
  /** `(window.samovar ||= []).push(["event", "name"])` works before the script has come. */
  push: run,
};
export type Samovar = typeof api;
type Call = readonly [keyof Samovar, ...unknown[]];

declare global {
  interface Window {
    samovar?: Samovar | Call[];
  }
}

/** Some sites have an `s` of their own: only what looks like an id is one. */
const isArrival = /[?&]smv=([0-9a-z]{20})(?![\w-])/;
const ownKey = "samovar-own";
const visitorKey = "samovar-visitor";
const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript : undefined;
const { site, consent: consentRule } = script?.dataset ?? {};
const isRefused =
  navigator.doNotTrack === "1" || ("globalPrivacyControl" in navigator && navigator.globalPrivacyControl);

let isOn = false;
let visit: Visit | undefined;
let view: View;
let sentMs = -1;

const visitor = () => ({
  visitAge: visit && Math.max(0, visit.seenAt - visit.beganAt),
  visitor: recall(visitorKey),
  own: !!recall(ownKey),
});
const sender = createSender(new URL("/e", script?.src ?? location.href).href, () => ({ site, ...visitor() }));

function add(kind: string, fields: object): void {
  if (!isOn) return;
  visit = continueVisit(visit);
  sender.add({ kind, id: mintId(), url: view.url, s: visit.s, ...fields });
}

function mint(network = "copy", address = location.href): string {
  const url = new URL(address, location.href);
  const kept = [...url.searchParams].filter(
    ([key, value]) => !/^(utm_.*|[a-z]+clid)$/.test(key) && !isArrival.test(`?${key}=${value}`),
  );
  url.search = String(new URLSearchParams(kept));
  if (isOn && url.origin === location.origin) {
    const id = mintId();
    url.searchParams.set("smv", id);
    add("share", { id, parent: visit?.s, network });
    sender.flush();
  }
  return url.href;
}

function consent(isGiven: boolean): void {
  remember(visitorKey, isGiven ? (recall(visitorKey) ?? mintId()) : "");
  if (isGiven) start();
  else if (consentRule === "required") {
    isOn = false;
    sender.drop();
  }
}

function start(): void {
  if (isOn || isRefused) return;
  isOn = true;
  // The address that the browser asked for: by now the page may have tidied its own.
  const asked = performance.getEntriesByType("navigation")[0]?.name ?? location.href;
  visit = continueVisit(recallVisit(), isArrival.exec(asked)?.[1]);
  show(document.referrer);
}

/** Something else is on the screen now: another page, or the same one come back from the browser's cache. */
function show(referrer: string): void {
  view = openView();
  sentMs = -1;
  add("view", { id: view.id, referrer: referrer.slice(0, 2000) });
}

/** Says what was seen of the page so far: each time with the same id, and the longest counts. */
function leave(): void {
  if (!isOn) return;
  const seen = view.leave();
  if (seen.visibleMs > sentMs) add("engage", { id: view.engageId, parent: view.id, ...seen });
  sentMs = seen.visibleMs;
  sender.flush();
}

/** A page without a page load. A query that is only tidied away is no new one. */
function follow(isReplaced: boolean): void {
  if (!isOn) return;
  const before = new URL(view.url);
  if (location.pathname === before.pathname && (isReplaced || location.search === before.search)) return;
  leave();
  show(view.url);
}

for (const name of ["pushState", "replaceState"] as const) {
  const original = history[name];
  history[name] = (...state) => {
    original.apply(history, state);
    follow(name === "replaceState");
  };
}
addEventListener("popstate", () => follow(false));
addEventListener("scroll", () => isOn && view.scroll(), { passive: true });
addEventListener("pagehide", leave);
addEventListener("pageshow", (event) => event.persisted && isOn && show(""));
document.addEventListener("visibilitychange", () =>
  document.visibilityState === "visible" ? isOn && view.look() : leave(),
);

function run(call: Call): void {
  const [name, ...words] = call;
  // What a page has written before the script came is the page's word: an unknown name fails there, as it should.
  (api[name] as (...words: unknown[]) => unknown)(...words);
}

const early = window.samovar;
window.samovar = api;
if (consentRule !== "required" || recall(visitorKey)) {
  // A prerendered page counts when it is shown, which may be never.
  if ("prerendering" in document && document.prerendering)
    document.addEventListener("prerenderingchange", start, { once: true });
  else start();
}
if (Array.isArray(early)) early.forEach(run);
