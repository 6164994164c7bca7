/** Lets a few in at a time for each host: a page is visited as twenty robots, and the site must not feel twenty at once. */
export class HostGate {
  readonly #hosts = new Map<string, { inside: number; readonly waiting: (() => void)[] }>();
  readonly #atOnce: number;

  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  async pass<Value>(url: string, go: () => Promise<Value>): Promise<Value> {
    const name = URL.parse(url)?.host ?? "";
    const host = this.#hosts.get(name) ?? { inside: 0, waiting: [] };
    this.#hosts.set(name, host);
    if (host.inside >= this.#atOnce) await new Promise<void>((resolve) => host.waiting.push(resolve));
    else host.inside += 1;
    try {
      return await go();
    } finally {
      const next = host.waiting.shift();
      if (next) next();
      else host.inside -= 1;
      if (host.inside === 0) this.#hosts.delete(name);
    }
  }
}
