import { once } from "node:events";
import { createWriteStream } from "node:fs";
import type { Writable } from "node:stream";
import {
  createSummary,
  createVisitors,
  type NetworkId,
  type Report,
  type ReportSubject,
  type SiteVisitors,
  type Summary,
} from "@samovar/audit";
import { NothingAudited, ThresholdMissed, UsageError } from "../failure.ts";
import type { Terminal } from "../program.ts";
import { version } from "../version.ts";
import { hostsOf, parseAddress, readList } from "./addresses.ts";
import { askedNetworks } from "./asked-networks.ts";
import type { AuditOptions } from "./audit-command.ts";
import { findPages, isOfMany } from "./find-pages.ts";
import { formats } from "./formats.ts";
import { createPictures } from "./pictures.ts";

/** Audits what was asked for and writes the report. Throws `ThresholdMissed` when it is not good enough. */
export async function runAudit(
  terminal: Terminal,
  address: string | undefined,
  options: AuditOptions,
): Promise<void> {
  const list = options.list === undefined ? undefined : await readList(options.list, terminal);
  const start = list?.[0] ?? parseAddress(address);
  const networks = askedNetworks(options.network);
  const visitors = createVisitors({ allowPrivate: options.allowPrivate ?? hostsOf(list ?? [start]) });
  try {
    judge(await write(terminal, { start, list, visitors, networks, options }), options);
  } finally {
    await visitors.close();
  }
}

interface Work {
  readonly start: string;
  readonly list: readonly string[] | undefined;
  readonly visitors: SiteVisitors;
  readonly networks: readonly NetworkId[];
  readonly options: AuditOptions;
}

async function write(terminal: Terminal, work: Work): Promise<Summary> {
  const { start, visitors, networks, options } = work;
  const pictures = createPictures(visitors);
  const summing = createSummary(networks);
  const report = reportOf(terminal, options, {
    site: options.list ?? start,
    networks,
    picture: pictures.of,
  });
  const out = await openOutput(terminal, options.output);
  try {
    await out.write(report.begin());
    for await (const page of findPages(terminal, work)) {
      summing.add(page);
      if (options.format === "html") await pictures.fetchOf(page);
      await out.write(report.page(page));
    }
    await out.write(report.end(summing.value()));
  } finally {
    await out.end();
  }
  return summing.value();
}

interface About {
  readonly site: string;
  readonly networks: readonly NetworkId[];
  readonly picture: (url: string) => string | undefined;
}

function reportOf(
  { stdout, env }: Terminal,
  options: AuditOptions,
  { site, networks, picture }: About,
): Report {
  const { language } = options;
  const subject: ReportSubject = { site, networks, language, startedAt: new Date(), version };
  return formats[options.format](subject, {
    isColoured: options.output === undefined && stdout.isTTY === true && !env["NO_COLOR"],
    width: stdout.columns ?? 80,
    isDetailed: !isOfMany(options),
    picture,
  });
}

interface Output {
  readonly write: (text: string) => Promise<void>;
  readonly end: () => Promise<void>;
}

async function openOutput({ stdout }: Terminal, path: string | undefined): Promise<Output> {
  const target: Writable = path === undefined ? stdout : await openFile(path);
  return {
    async write(text) {
      if (text !== "" && !target.write(text)) await once(target, "drain");
    },
    async end() {
      if (path === undefined) return;
      target.end();
      await once(target, "close");
    },
  };
}

async function openFile(path: string): Promise<Writable> {
  const file = createWriteStream(path);
  try {
    await once(file, "open");
    return file;
  } catch (cause) {
    throw new UsageError(`${path} can't be written: ${String(cause)}`, "Name another file with --output");
  }
}

function judge({ pages, severities, score }: Summary, { failOn, minScore }: AuditOptions): void {
  if (pages.audited === 0) throw new NothingAudited();
  const faults = severities.error + (failOn === "warning" ? severities.warning : 0);
  if (failOn !== "never" && faults > 0)
    throw new ThresholdMissed(`${severities.error} errors, ${severities.warning} warnings`);
  if (minScore !== undefined && (score.page ?? 0) < minScore)
    throw new ThresholdMissed(`the score is ${score.page ?? 0}, below ${minScore}`);
}
