import { HttpFailure } from "@samovar/http-client";
import { sql } from "kysely";
import { z } from "zod";
import { pagesLearned } from "#src/ground/sites/index.ts";
import { wholeHouse } from "#src/platform/database/database.ts";
import { job, type JobContext } from "#src/platform/jobs/job.ts";
import { listen } from "#src/platform/operation/signal.ts";
import { findKin } from "./find-kin.ts";
import { type Material, readMaterial } from "./read-material.ts";

const atOnce = 60;
const side = 4;
const maxPageBytes = 3 * 1024 * 1024;
/** A worker that dies in the middle leaves its pages to the next that comes after this time. */
const leaseMs = 10 * 60_000;
const hourMs = 3_600_000;

interface Due {
  readonly pageId: string;
  readonly workspaceId: string;
  readonly siteId: string;
  readonly url: string;
  readonly failures: number;
  readonly knownAt: Date;
}

/** Reads pages that are new or due again, and finds what each is akin to. */
export const readPages = job({
  id: "lists.readPages",
  payload: z.object({}),
  schedule: "* * * * *",
  async run(ctx) {
    const due = await takeDue(ctx);
    for (let start = 0; start < due.length; start += side)
      await Promise.all(due.slice(start, start + side).map((page) => readOne(ctx, page)));
    for (const [siteId, pages] of Map.groupBy(due, (page) => page.siteId)) {
      const workspaceId = pages[0]?.workspaceId ?? "";
      const pageIds = pages.map(({ pageId }) => pageId);
      await ctx.transact(workspaceId, ({ db }) => findKin(db, { siteId, pageIds }));
    }
  },
});

const Payload = z.object({ workspaceId: z.uuid(), siteId: z.uuid() });

/** Takes in the pages of a site that became known. */
export const takePages = job({
  id: "lists.takePages",
  payload: Payload,
  async run({ transact, now }, { workspaceId, siteId }) {
    await transact(workspaceId, async ({ db }) => {
      const last = await db
        .selectFrom("listPage")
        .select("pageId")
        .where("siteId", "=", siteId)
        .orderBy("pageId", "desc")
        .limit(1)
        .executeTakeFirst();
      await db
        .insertInto("listPage")
        .columns(["pageId", "siteId", "nextReadAt"])
        .expression((from) =>
          from
            .selectFrom("sitePage")
            .select(["id", "siteId"])
            .select(sql<Date>`${now()}::timestamptz`.as("nextReadAt"))
            .where("siteId", "=", siteId)
            .$if(last !== undefined, (pages) => pages.where("id", ">", anHourBefore(String(last?.pageId)))),
        )
        .onConflict((taken) => taken.column("pageId").doNothing())
        .execute();
    });
  },
});

export const hearNewPages = listen(pagesLearned, ({ enqueue }, payload) =>
  enqueue(takePages, payload, { jobKey: `lists-take:${payload.siteId}` }),
);

/** The least UUIDv7 of that time: a page may become seen in the table a little after a younger one. */
function anHourBefore(id: string): string {
  const at = Math.max(0, Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16) - hourMs);
  const time = at.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}

function takeDue({ transact, now }: JobContext): Promise<Due[]> {
  return transact(wholeHouse, async ({ db }) => {
    const { rows } = await sql<Due>`
      with due as (
        select page_id from list_page where next_read_at <= ${now()}
        order by next_read_at limit ${atOnce} for update skip locked
      )
      update list_page as page set next_read_at = ${new Date(now().getTime() + leaseMs)}
      from due, site_page, site
      where page.page_id = due.page_id and site_page.id = page.page_id and site.id = page.site_id
      returning page.page_id as "pageId", page.workspace_id as "workspaceId", page.site_id as "siteId",
        site.origin || site_page.path as url, page.failures, site_page.known_at as "knownAt"`.execute(db);
    return rows;
  });
}

async function readOne(ctx: JobContext, page: Due): Promise<void> {
  const reading = await visit(ctx, page.url);
  await ctx.transact(page.workspaceId, ({ db }) =>
    sql`update list_page set
        status = ${reading.status ?? null},
        is_listable = ${reading.material !== undefined && reading.fault === undefined},
        fault = ${reading.fault ?? null},
        ${reading.material ? sql`${wordsOf(reading.material)},` : sql``}
        failures = ${reading.material ? 0 : Math.min(page.failures + 1, 20)},
        read_at = ${ctx.now()},
        next_read_at = ${nextReading(page, reading, ctx.now())}
      where page_id = ${page.pageId}`.execute(db),
  );
}

interface Reading {
  readonly status?: number;
  readonly fault?: string | undefined;
  readonly material?: Material;
}

async function visit({ http }: JobContext, url: string): Promise<Reading> {
  try {
    const response = await http(url, { maxBytes: maxPageBytes, headers: { Accept: "text/html" } });
    const { status } = response;
    const contentType = response.headers.get("Content-Type") ?? undefined;
    if (status !== 200) return { status, fault: `It answers ${status}` };
    if (!/html/i.test(contentType ?? "html")) return { status, fault: `It is ${contentType}, not HTML` };
    const material = readMaterial({
      asked: url,
      url: response.url === "" ? url : response.url,
      contentType,
      robots: response.headers.get("X-Robots-Tag") ?? undefined,
      body: new Uint8Array(await response.arrayBuffer()),
    });
    return { status, fault: material.fault, material };
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    return { fault: error.message.slice(0, 500) };
  }
}

/** Stems of the page's language; Latin words among Russian ones are stemmed as English. */
function wordsOf({ title, description, imageUrl, language, body, publishedAt }: Material) {
  const stems = language === "ru" ? "russian" : language === "en" ? "english" : "simple";
  const part = (text: string | null, weight: string) =>
    sql`setweight(to_tsvector(${stems}::regconfig, ${text ?? ""}), ${weight})`;
  return sql`title = ${title}, description = ${description}, image_url = ${imageUrl}, language = ${language},
    body = ${body}, published_at = ${publishedAt},
    words = ${part(title, "A")} || ${part(description, "B")} || ${part(body, "D")}`;
}

/** Young pages change; what fails is asked less and less often, for a week at most. */
function nextReading({ knownAt, failures }: Due, { material }: Reading, now: Date): Date {
  const isYoung = now.getTime() - knownAt.getTime() < 30 * 24 * hourMs;
  const hours = material ? (isYoung ? 24 : 24 * 7) : Math.min(2 ** failures, 24 * 7);
  return new Date(now.getTime() + hours * hourMs);
}
