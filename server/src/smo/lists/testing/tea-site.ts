import { z } from "zod";
import { mintEventId } from "#src/ground/events/index.ts";
import { learnPages } from "#src/ground/sites/learn-pages.job.ts";
import { wholeHouse } from "#src/platform/database/database.ts";
import type { Job } from "#src/platform/jobs/job.ts";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { serveSite } from "#src/testing/serve-site.ts";
import { countReadings } from "../count-readings.job.ts";
import { readPages } from "../read-pages.job.ts";
import { ListAnswer } from "../schema.ts";

const browser = (index: number) =>
  `Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/${100 + index}.0`;

interface Step {
  readonly id?: string;
  readonly kind?: string;
  readonly path: string;
  readonly name?: string;
  readonly network?: string;
  readonly props?: Readonly<Record<string, unknown>>;
  readonly s?: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** A house with a site of a few pages that is really served, and visitors who walk through it. */
export async function openTeaSite(pages: Readonly<Record<string, string>>) {
  await using held = new AsyncDisposableStack();
  const app = held.use(await createApp());
  const served = held.use(await serveSite({ ...pages }));
  const made = await app.owner.post("/api/sites", { name: "Tea", origin: served.origin });
  const { id, siteKey: key } = z.object({ id: z.string(), siteKey: z.string() }).parse(await made.json());
  const site = { origin: served.origin, pages: served.pages, id, key };
  const running = held.move();
  return {
    app,
    site,
    ...visitorsOf(app, site),
    settle: () => settle(app),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

interface OpenSite {
  readonly origin: string;
  readonly key: string;
}

function visitorsOf(app: TestApp, site: OpenSite) {
  const ask = (path: string, body: unknown, visitor: number) =>
    app.anonymous.request(path, {
      method: "POST",
      headers: { origin: site.origin, "content-type": "text/plain", "user-agent": browser(visitor) },
      body: JSON.stringify(body),
    });
  const send = async (steps: readonly Step[], visitor: number, more: Fields = {}) => {
    const events = steps.map(({ kind = "view", path, ...step }) => ({
      kind,
      id: mintEventId(new Date()),
      age: 0,
      url: `${site.origin}${path}`,
      ...step,
    }));
    const answer = await ask("/e", { site: site.key, events, ...more }, visitor);
    if (answer.status !== 202) throw new Error(await answer.text());
  };
  return {
    /** What this visitor's browser asks. */
    post: ask,
    send,
    /** One visit of one visitor, page after page. */
    async walk(paths: readonly string[], visitor: number, more?: Fields) {
      for (const path of paths) await send([{ path }], visitor, more);
    },
    /** What an element of the page is answered. */
    async ask(list: string, body: Fields, visitor = 0) {
      const answer = await ask(`/lists/${site.key}/${list}`, { page: `${site.origin}/`, ...body }, visitor);
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
      return ListAnswer.parse(await answer.json());
    },
  };
}

/** Lets everything that was sent be learned, read and counted. */
async function settle(app: TestApp): Promise<void> {
  const run = async (job: Job<Record<string, never>>) => {
    await app.house.database.transact(wholeHouse, (db) => app.house.inside(db).enqueue(job, {}));
    await app.work();
  };
  await app.eventLog.flush();
  await run(learnPages);
  await run(readPages);
  await app.advance(120_000);
  await run(countReadings);
  await app.advance(30_000);
}

export type TeaSite = Awaited<ReturnType<typeof openTeaSite>>;

/** A page with a title and a text; `head` is put into its head. */
export const page = (title: string, text: string, { lang = "en", head = "" } = {}) =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title>
<meta name="description" content="About: ${title}">${head}</head>
<body><main><article><h1>${title}</h1><p>${text}</p></article></main></body></html>`;
