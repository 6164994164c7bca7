import { setTimeout as sleep } from "node:timers/promises";
import { mintEventId } from "@samovar/server/ground/events/event-id.ts";
import type { Person } from "./person.ts";

/** Where readers walk. */
export interface Streets {
  readonly samovarUrl: string;
  readonly siteOrigin: string;
  readonly siteKey: string;
  readonly signal: AbortSignal;
}

/** A page as it lies open before a reader. */
export interface OpenPage {
  readonly url: string;
  readonly title: string;
  readonly viewId: string;
  /** The click or share that the visit arrived by. */
  readonly s: string | undefined;
  readonly openedAt: number;
}

/**
 * One reader's browser tab: asks for pages and says to `POST /e` what the site script would say, no more and no
 * sooner. Time on a page is really waited for.
 */
export class Reader {
  readonly #streets: Streets;
  readonly #person: Person;
  #beganAt = 0;
  #s: string | undefined;

  constructor(streets: Streets, person: Person) {
    this.#streets = streets;
    this.#person = person;
  }

  /** Follows a tracked link, or opens a page of the site. */
  async open(address: string, referrer = ""): Promise<OpenPage> {
    const answer = await this.#ask(address, { referrer });
    const url = new URL(answer.headers.get("location") ?? address, address).href;
    const page = answer.headers.has("location") ? await this.#ask(url, { referrer }) : answer;
    if (!page.ok) throw new Error(`${url} answered ${page.status} to a reader`);
    const title = /<title>([^<]*)<\/title>/.exec(await page.text())?.[1] ?? "";
    this.#beganAt ||= Date.now();
    this.#s = new URL(url).searchParams.get("smv") ?? this.#s;
    const opened = { url, title, viewId: this.#mint(), s: this.#s, openedAt: Date.now() };
    await this.#say([{ kind: "view", id: opened.viewId, url, s: opened.s, title, referrer }]);
    return opened;
  }

  /** Reads for a while and scrolls; then the tab is left. */
  async read(
    page: OpenPage,
    { seconds, scrollPercent }: { seconds: number; scrollPercent: number },
  ): Promise<void> {
    await sleep(seconds * 1000, undefined, { signal: this.#streets.signal });
    const visibleMs = Date.now() - page.openedAt;
    await this.#tell(page, { kind: "engage", parent: page.viewId, visibleMs, scrollPercent });
  }

  /** Passes the page on; answers the address that a friend gets, with the share's own id in it. */
  async share(page: OpenPage, network: string): Promise<string> {
    const id = this.#mint();
    await this.#say([{ kind: "share", id, url: page.url, s: page.s, parent: page.s, network }]);
    const url = new URL(page.url);
    url.searchParams.set("smv", id);
    return url.href;
  }

  async reach(page: OpenPage, goal: string): Promise<void> {
    await this.#tell(page, { kind: "goal", name: goal });
  }

  async search(page: OpenPage, words: string): Promise<void> {
    await this.#tell(page, { kind: "search", name: words });
  }

  /** A robot's or a network's look at a link, of which no person knows. */
  async peek(address: string, method: "GET" | "HEAD"): Promise<void> {
    await this.#ask(address, { method });
  }

  async #ask(address: string, { method = "GET", referrer = "" }: { method?: string; referrer?: string }) {
    return fetch(address, {
      method,
      redirect: "manual",
      headers: { ...this.#headers(), ...(referrer && { referer: referrer }) },
      signal: this.#streets.signal,
    });
  }

  #headers(): Record<string, string> {
    const { address, userAgent, language } = this.#person;
    return { "x-forwarded-for": address, "user-agent": userAgent, "accept-language": language };
  }

  #mint = () => mintEventId(new Date());

  #tell(page: OpenPage, fields: Record<string, unknown>): Promise<void> {
    return this.#say([{ id: this.#mint(), url: page.url, s: page.s, ...fields }]);
  }

  async #say(events: readonly Record<string, unknown>[]): Promise<void> {
    const { samovarUrl, siteKey, siteOrigin, signal } = this.#streets;
    const visitAge = Date.now() - this.#beganAt;
    const said = events.map((event) => ({ age: 0, ...event }));
    const answer = await fetch(`${samovarUrl}/e`, {
      method: "POST",
      headers: { ...this.#headers(), origin: siteOrigin, "content-type": "text/plain;charset=UTF-8" },
      body: JSON.stringify({ site: siteKey, visitAge, events: said }),
      signal,
    });
    if (!answer.ok) throw new Error(`POST /e answered ${answer.status}: ${await answer.text()}`);
    await answer.body?.cancel();
  }
}
