import { setTimeout as sleep } from "node:timers/promises";
import type { Person } from "./person.ts";
import { makePerson, previewRobots } from "./person.ts";
import { type OpenPage, Reader, type Streets } from "./reader.ts";

/** Something with a tracked link that people may meet in a network. */
export interface Meeting {
  readonly trackedUrl: string;
  readonly referrer: string;
}

const shareTargets = ["copy", "telegram", "vk", "bluesky", "mastodon", "whatsapp", "email"] as const;

/** People and robots who walk over the links. Chance decides what each does; how much happens is asked for. */
export class Crowd {
  readonly #streets: Streets;
  readonly #chance: () => number;
  #people = 0;

  constructor(streets: Streets, chance: () => number = Math.random) {
    this.#streets = streets;
    this.#chance = chance;
  }

  /** What networks' robots do as soon as a link is posted. */
  async preview({ trackedUrl }: Meeting): Promise<void> {
    for (const userAgent of previewRobots.slice(0, 2 + Math.floor(this.#chance() * 3))) {
      await this.#reader({ userAgent }).peek(trackedUrl, "GET");
    }
    // One network asks with a browser's name and HEAD.
    await this.#reader().peek(trackedUrl, "HEAD");
  }

  /** So many people follow the link, over so many seconds; some pass the page on, up to three times removed. */
  async follow(
    meeting: Meeting,
    { people, overSeconds }: { people: number; overSeconds: number },
  ): Promise<void> {
    await Promise.all(
      Array.from({ length: people }, async () => {
        await this.#wait(this.#chance() * overSeconds);
        await this.visit(meeting.trackedUrl, meeting.referrer, 1);
      }),
    );
  }

  /** One person's visit. `generation` is 1 for the network's own reader, 2 for a friend of theirs, and so on. */
  async visit(address: string, referrer: string, generation: number): Promise<void> {
    const reader = this.#reader();
    const page = await reader.open(address, referrer);
    const likes = this.#chance();
    if (likes < 0.22) return reader.read(page, { seconds: 1 + this.#chance() * 3, scrollPercent: 18 });
    await reader.read(page, { seconds: 4 + this.#chance() * 14, scrollPercent: 60 + Math.floor(likes * 40) });
    if (likes > 0.9) await reader.reach(page, "book-a-table");
    const wantsToShare = this.#chance() < (generation === 1 ? 0.45 : 0.3);
    if (generation < 4 && wantsToShare) await this.#passOn(reader, page, generation);
    if (likes > 0.55) await this.#readOn(reader, page);
  }

  /** Somebody who comes by a search engine or by themselves: the site lives without the networks, too. */
  async stroll(path: string, referrer: string): Promise<void> {
    await this.visit(`${this.#streets.siteOrigin}${path}`, referrer, 3);
  }

  async #passOn(reader: Reader, page: OpenPage, generation: number): Promise<void> {
    const network = shareTargets[Math.floor(this.#chance() * shareTargets.length)] ?? "copy";
    const shared = await reader.share(page, network);
    const friends = 1 + Math.floor(this.#chance() * 2.4);
    await Promise.all(
      Array.from({ length: friends }, async () => {
        await this.#wait(0.5 + this.#chance() * 4);
        await this.visit(shared, "", generation + 1);
      }),
    );
  }

  async #readOn(reader: Reader, page: OpenPage): Promise<void> {
    const next = await reader.open(`${this.#streets.siteOrigin}/`, page.url);
    if (this.#chance() < 0.3) await reader.search(next, "самовар");
    await reader.read(next, { seconds: 1 + this.#chance() * 5, scrollPercent: 45 });
  }

  #reader(as: Partial<Person> = {}): Reader {
    this.#people += 1;
    return new Reader(this.#streets, { ...makePerson(this.#people), ...as });
  }

  #wait(seconds: number): Promise<void> {
    return sleep(seconds * 1000, undefined, { signal: this.#streets.signal });
  }
}
