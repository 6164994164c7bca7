import { getDomain } from "tldts";
import type { Visitors } from "../visit/visit.ts";
import { cleanAddress, pageAddress } from "./page-address.ts";
import { TrapGuard } from "./trap-guard.ts";

export interface ScopeOptions {
  /** The site is where this address is. */
  readonly start: string;
  readonly visitors: Pick<Visitors, "robots">;
  readonly obeyRobots: boolean;
  /** Addresses that need not be looked at again. */
  readonly isMet: (url: string) => boolean;
}

/** Which addresses a crawl goes to: those of its site that robots.txt allows and that are no trap. */
export class CrawlScope {
  readonly #options: ScopeOptions;
  readonly #startOrigin: string;
  readonly #traps = new TrapGuard();
  /** The origin that is crawled. */
  home: string;

  constructor(options: ScopeOptions, home: string | undefined) {
    this.#options = options;
    this.#startOrigin = new URL(options.start).origin;
    this.home = home ?? this.#startOrigin;
  }

  /** Where the start leads to: `https://www.` of the same domain, say. Undefined where it leads to another site. */
  homeOf(finalUrl: string): string | undefined {
    const led = URL.parse(finalUrl);
    if (!led || led.origin === this.#startOrigin) return undefined;
    const start = new URL(this.#startOrigin);
    const isSameSite = led.hostname === start.hostname || isSameDomain(led.hostname, start.hostname);
    return isSameSite ? led.origin : undefined;
  }

  /** The form in which the crawl goes to this link; undefined where it does not. */
  async admitLink(address: string, depth: number): Promise<string | undefined> {
    const url = this.#ownAddress(address);
    if (url === undefined || this.#options.isMet(url)) return undefined;
    return (await this.allows(url)) && this.#traps.isFree(url, depth) ? url : undefined;
  }

  /** As for a link; but what the owner lists is no trap. */
  async admitListed(address: string): Promise<string | undefined> {
    const url = this.#ownAddress(address);
    if (url === undefined || this.#options.isMet(url)) return undefined;
    return (await this.allows(url)) ? url : undefined;
  }

  /** What is asked for by name may be anywhere, and be named as it likes. */
  async admitNamed(address: string): Promise<string | undefined> {
    const url = cleanAddress(address);
    return url !== undefined && (await this.allows(url)) ? url : undefined;
  }

  async allows(url: string): Promise<boolean> {
    if (!this.#options.obeyRobots) return true;
    const robots = await this.#options.visitors.robots(url);
    return robots.verdict("samovar", url).isAllowed;
  }

  /** The address in the form of the site's home, when it belongs to the site. */
  #ownAddress(address: string): string | undefined {
    const url = pageAddress(address);
    if (url === undefined) return undefined;
    const { origin } = new URL(url);
    if (origin === this.home) return url;
    return origin === this.#startOrigin ? `${this.home}${url.slice(origin.length)}` : undefined;
  }
}

function isSameDomain(one: string, other: string): boolean {
  const domain = getDomain(one, { allowPrivateDomains: true });
  return domain !== null && domain === getDomain(other, { allowPrivateDomains: true });
}
