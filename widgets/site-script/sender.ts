/** What `POST /e` takes; see the events' schema on the server. */
export interface PageEvent {
  readonly kind: string;
  readonly [field: string]: unknown;
}

const maxEvents = 50;
/** The server refuses what is older than five minutes. */
const maxAgeMs = 290_000;
const gatherMs = 1000;

/**
 * Gathers events for a second, sends them in batches, and sends them again with the same ids when the server did not
 * take them. Ages rather than times are sent, for visitors' clocks are wrong.
 */
export function createSender(endpoint: string, envelope: () => object) {
  let waiting: (readonly [at: number, event: PageEvent])[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;

  function later(ms: number): void {
    timer ??= setTimeout(flush, ms);
  }

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    waiting = waiting.filter(([at]) => performance.now() - at < maxAgeMs);
    const part = waiting.splice(0, maxEvents).map(([at, event]) => [at, withTitle(event)] as const);
    if (!part[0]) return;
    if (waiting[0]) later(0);
    void send(part);
  }

  async function send(part: typeof waiting): Promise<void> {
    const now = performance.now();
    const events = part.map(([at, event]) => Object.assign({ age: Math.round(now - at) }, event));
    try {
      const status = await post(endpoint, JSON.stringify({ ...envelope(), events }));
      failures = 0;
      // One event that the server can't take must not cost the others.
      if (status === 400 && part[1]) for (const one of part) void send([one]);
    } catch {
      waiting = [...part, ...waiting];
      later(gatherMs * 2 ** ++failures);
    }
  }

  return {
    add(event: PageEvent): void {
      waiting.push([performance.now(), event]);
      later(gatherMs);
    },
    flush,
    drop(): void {
      waiting = [];
    },
  };
}

/** Single-page applications name the page after they have changed its address, so the title is read late. */
function withTitle(event: PageEvent): PageEvent {
  return event.kind === "view" ? Object.assign({ title: document.title.slice(0, 300) }, event) : event;
}

/** As text, so that no preflight is needed; without cookies; and it goes on when the page is left. */
async function post(endpoint: string, body: string): Promise<number> {
  if (!("keepalive" in Request.prototype)) return Number(navigator.sendBeacon(endpoint, body));
  const { status } = await fetch(endpoint, { method: "POST", body, keepalive: true, credentials: "omit" });
  // A refusal will not be another one the second time; a server in trouble may recover.
  if (status > 499 || status === 429) throw new Error();
  return status;
}
