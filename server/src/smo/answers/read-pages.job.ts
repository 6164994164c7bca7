import { setTimeout as pause } from "node:timers/promises";
import { describePage, type Page, readPage, type SiteVisitors, type Visit } from "@samovar/audit";
import { sql } from "kysely";
import { z } from "zod";
import { pagesLearned } from "#src/ground/sites/index.ts";
import { wholeHouse } from "#src/platform/database/database.ts";
import { job, type JobContext } from "#src/platform/jobs/job.ts";
import { listen } from "#src/platform/operation/signal.ts";
import { keepPassages, type NewPassage } from "./keep-passages.ts";
import { splitPage } from "./split-page.ts";

/** Of all sites together in one run, and of one site: a site is a guest's host. */
const atOnce = 100;
const ofSite = 25;
const pauseMs = 200;
const greatestPauseMs = 5000;
const siteBytes = 64 * 1024 * 1024;
/** A worker that dies in the middle leaves its pages to the next that comes after this time. */
const leaseMs = 10 * 60_000;
const hourMs = 3_600_000;

interface Due {
  readonly pageId: string;
  readonly workspaceId: string;
  readonly siteId: string;
  readonly url: string;
  readonly failures: number;
}

/** Reads pages that are new or due again; of each site one after the other, as its robots.txt wishes. */
export const readAnswerPages = job({
  id: "answers.readPages",
  payload: z.object({}),
  schedule: "* * * * *",
  async run(ctx) {
    const due = await takeDue(ctx);
    await Promise.all(
      [...Map.groupBy(due, (page) => page.siteId).values()].map((pages) => readSite(ctx, pages)),
    );
  },
});

const Payload = z.object({ workspaceId: z.uuid(), siteId: z.uuid() });

/** Takes in the pages of a site that became known. */
export const takeAnswerPages = job({
  id: "answers.takePages",
  payload: Payload,
  run: ({ transact, now }, { workspaceId, siteId }) =>
    transact(workspaceId, async ({ db }) => {
      await sql`insert into answer_page (page_id, site_id, next_read_at)
        select id, site_id, ${now()} from site_page
        where site_id = ${siteId} and not exists (select from answer_page where page_id = site_page.id)
        on conflict do nothing`.execute(db);
    }),
});

export const hearPages = listen(pagesLearned, ({ enqueue }, payload) =>
  enqueue(takeAnswerPages, payload, { jobKey: `answers-take:${payload.siteId}` }),
);

function takeDue({ transact, now }: JobContext): Promise<Due[]> {
  return transact(wholeHouse, async ({ db }) => {
    const { rows } = await sql<Due>`
      with waiting as (
        select page_id, row_number() over (partition by site_id order by next_read_at, page_id) as place
        from (select * from answer_page where next_read_at <= ${now()} order by next_read_at limit 5000) as page
      ), due as (
        select page_id from answer_page where page_id in (select page_id from waiting where place <= ${ofSite})
        order by next_read_at limit ${atOnce} for update skip locked
      )
      update answer_page as page set next_read_at = ${new Date(now().getTime() + leaseMs)}
      from due, site_page, site
      where page.page_id = due.page_id and site_page.id = page.page_id and site.id = page.site_id
      returning page.page_id as "pageId", page.workspace_id as "workspaceId", page.site_id as "siteId",
        site.origin || site_page.path as url, page.failures`.execute(db);
    return rows;
  });
}

async function readSite(ctx: JobContext, pages: readonly Due[]): Promise<void> {
  const visitors = ctx.openVisitors();
  try {
    for (const page of pages) {
      if (ctx.signal?.aborted) return;
      await pause(await readOne(ctx, page, visitors));
    }
  } finally {
    await visitors.close();
  }
}

/** Answers how long to wait before the next, in ms. */
async function readOne(ctx: JobContext, page: Due, visitors: SiteVisitors): Promise<number> {
  const robots = await visitors.robots(page.url);
  const isAllowed = robots.verdict("samovar", page.url).isAllowed;
  const reading: Reading = isAllowed
    ? readVisit(await visitors.withBudget(siteBytes).visit(page.url, "samovar"), page.url)
    : { fault: "robots.txt forbids it", isLasting: true };
  const passages = reading.passages ?? (reading.isLasting ? [] : undefined);
  const now = ctx.now();
  const failures = reading.passages ? 0 : Math.min(page.failures + 1, 20);
  const hours = reading.passages ? 24 : Math.min(2 ** failures, 24 * 7);
  await ctx.transact(page.workspaceId, async ({ db }) => {
    if (passages) {
      const source = { siteId: page.siteId, kind: "page", sourceId: page.pageId } as const;
      await keepPassages(db, source, passages);
    }
    await db
      .updateTable("answerPage")
      .set({ failures, fault: reading.fault ?? null, readAt: now })
      .set({ nextReadAt: new Date(now.getTime() + hours * hourMs) })
      .$if(passages !== undefined, (set) => set.set({ passages: passages?.length ?? 0 }))
      .$if(reading.title !== undefined, (set) => set.set({ title: reading.title ?? null }))
      .where("pageId", "=", page.pageId)
      .execute();
  });
  return Math.min(Math.max((robots.crawlDelay ?? 0) * 1000, pauseMs), greatestPauseMs);
}

interface Reading {
  readonly title?: string;
  /** Undefined: nothing was learned, what is known of it stays. */
  readonly passages?: readonly NewPassage[];
  readonly fault?: string;
  /** The page itself says that there is nothing to be found, as far as it goes. */
  readonly isLasting?: boolean;
}

const maxTitle = 300;

function readVisit({ answer, failure }: Visit, url: string): Reading {
  return answer && !failure
    ? readAnswer(answer, url)
    : { fault: (failure?.message ?? "No answer").slice(0, 500) };
}

function readAnswer({ status, headers, body, isTruncated, url: landed }: Answer, url: string): Reading {
  if (status !== 200) return { fault: `It answers ${status}`, isLasting: status === 404 || status === 410 };
  const contentType = headers.get("content-type");
  if (!/html/i.test(contentType ?? "html"))
    return { fault: `It is ${contentType}, not HTML`.slice(0, 500), isLasting: true };
  const page = readPage({ url: landed, contentType, body, isTruncated });
  const { title, canonical } = describePage(page);
  const fault = faultOf(page, { url, place: canonical ?? landed, robots: headers.get("x-robots-tag") });
  if (fault !== undefined) return { fault, isLasting: true };
  const name = (title ?? new URL(url).pathname).trim().slice(0, maxTitle);
  const html = new TextDecoder(page.charset.name).decode(body);
  return { title: name, passages: splitPage({ html, title: name, url }) };
}

type Answer = NonNullable<Visit["answer"]>;

interface Claims {
  readonly url: string;
  /** What it calls itself: its canonical address, else the one that answered. */
  readonly place: string;
  /** The header `X-Robots-Tag`. */
  readonly robots: string | undefined;
}

/** Why a page does not want to be found here. */
function faultOf({ metas }: Page, { url, place, robots }: Claims): string | undefined {
  const own = metas.filter(({ by, name }) => by === "name" && /^(robots|samovar)$/.test(name));
  const said = [robots ?? "", ...own.map(({ content }) => content)];
  if (said.some((each) => /\b(noindex|none)\b/i.test(each))) return "It says noindex";
  return placeOf(place) === placeOf(url) ? undefined : `It is the same as ${place}`.slice(0, 500);
}

/** Another page, or the same by another spelling. */
function placeOf(address: string): string {
  const url = URL.parse(address);
  return url ? `${url.host.replace(/^www\./, "")}${url.pathname.replace(/\/$/, "")}${url.search}` : address;
}
