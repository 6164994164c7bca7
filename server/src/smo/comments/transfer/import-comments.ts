import { z } from "zod";
import { checkSite } from "#src/ground/sites/index.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { checkRow, type FitRow, rowFaults } from "./check-row.ts";
import { importFormats } from "./imported-row.ts";
import { keepRows } from "./keep-rows.ts";
import { readExport } from "./read-export.ts";

const maxBytes = 32 * 1024 * 1024;
const tooLarge = `is larger than ${maxBytes / 1024 / 1024} MB; split it, or pack out only the comments`;
const mostFaultsTold = 200;

const Base64 = z
  .string()
  .max(Math.ceil(maxBytes / 3) * 4, tooLarge)
  .pipe(z.base64("is neither a file nor base64"))
  .transform((text) => new File([Buffer.from(text, "base64")], "export"));

const Fault = z.object({
  sourceId: z.string().describe("What the other engine calls the comment"),
  why: z.enum(rowFaults).describe("cut and no-parent are kept all the same: shortened, at the top level"),
  what: z.string().describe("What stands there instead"),
});

export const ImportReport = z
  .object({
    isDryRun: z.boolean(),
    found: z.int(),
    pages: z.int(),
    fit: z.int().describe("What can be kept"),
    added: z.int(),
    existing: z.int().describe("What was here already"),
    faultCount: z.int(),
    faults: z.array(Fault).describe(`The first ${mostFaultsTold}`),
  })
  .meta({ id: "CommentImportReport" });

export const importComments = operation({
  id: "importComments",
  summary:
    "Bring comments from Disqus, WordPress, remark42, isso or another Samovar, as multipart/form-data or as base64",
  http: "POST /sites/:siteId/comment-imports",
  access: "comments.moderate",
  transaction: "own",
  input: z.object({
    siteId: z.uuid(),
    format: z.enum(importFormats),
    file: z
      .union([z.file().max(maxBytes, tooLarge), Base64], { error: "is no file; send one, or base64" })
      .describe("The export: XML of Disqus or WordPress, remark42's backup, isso's database, our JSON lines"),
    isDryRun: z
      .enum(["true", "false"])
      .default("false")
      .describe("true: only tell what would be kept, and what not"),
  }),
  output: ImportReport,
  async run(ctx, { siteId, format, file, isDryRun }) {
    await ctx.transact(({ db }) => checkSite(db, siteId));
    const { found, fit, faults } = await readAll(file, format);
    const report = {
      isDryRun: isDryRun === "true",
      found,
      pages: new Set(fit.map(({ path }) => path)).size,
      fit: fit.length,
    };
    const kept = report.isDryRun
      ? { added: 0, existing: 0, withoutParent: orphansOf(fit) }
      : await keepRows(ctx, { siteId, format, rows: fit });
    faults.push(...kept.withoutParent.map((sourceId) => ({ sourceId, why: "no-parent" as const, what: "" })));
    const { added, existing } = kept;
    return { ...report, added, existing, faultCount: faults.length, faults: faults.slice(0, mostFaultsTold) };
  },
});

async function readAll(file: Blob, format: (typeof importFormats)[number]) {
  const fit = new Map<string, FitRow>();
  const faults: z.output<typeof Fault>[] = [];
  let found = 0;
  for await (const row of readExport(file, format)) {
    found += 1;
    const checked = checkRow(row);
    if (checked.fit) fit.set(row.sourceId, checked.fit);
    if (checked.fault)
      faults.push({
        sourceId: row.sourceId.slice(0, 100),
        why: checked.fault,
        what: whatOf[checked.fault](row).slice(0, 200),
      });
  }
  return { found, fit: [...fit.values()], faults };
}

interface Shown {
  readonly page: string;
  readonly writtenAt: string | number;
  readonly body: string;
}

const whatOf: Readonly<Record<(typeof rowFaults)[number], (row: Shown) => string>> = {
  "no-page": ({ page }) => page,
  "no-date": ({ writtenAt }) => String(writtenAt),
  "no-text": () => "",
  cut: ({ body }) => `${body.length}`,
  "no-parent": () => "",
};

function orphansOf(rows: readonly FitRow[]): readonly string[] {
  const known = new Set(rows.map(({ sourceId }) => sourceId));
  return rows
    .filter(({ parentId }) => parentId !== undefined && !known.has(parentId))
    .map(({ sourceId }) => sourceId);
}
