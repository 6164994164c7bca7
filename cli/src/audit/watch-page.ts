import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import {
  auditPage,
  createVisitors,
  type Found,
  type NetworkId,
  type PageAudit,
  ruleOf,
  sayFinding,
} from "@samovar/audit";
import { UsageError } from "../failure.ts";
import { interruptionOf } from "../interruption.ts";
import type { Terminal } from "../program.ts";
import { version } from "../version.ts";
import { askedNetworks } from "./asked-networks.ts";
import { hostsOf, parseAddress } from "./addresses.ts";
import type { AuditOptions } from "./audit-command.ts";
import { formats } from "./formats.ts";

const lookEveryMs = 1500;

/** For a page under work: audits it, then again after each change, and says what the change mended and broke. */
export async function watchPage(
  terminal: Terminal,
  address: string | undefined,
  options: AuditOptions,
): Promise<void> {
  if (options.format !== "terminal" || options.crawl || options.list || options.sitemap)
    throw new UsageError("--watch looks at one page, in the terminal", "Leave the other options out");
  const url = parseAddress(address);
  const networks = askedNetworks(options.network);
  const signal = interruptionOf(terminal);
  let before: PageAudit | undefined;
  let seen = "";
  while (!signal.aborted) {
    const visitors = createVisitors({ allowPrivate: options.allowPrivate ?? hostsOf([url]) });
    try {
      const state = fingerprint(await visitors.visit(url, "samovar"));
      if (state !== seen) {
        const audit = await auditPage(url, { visitors, networks });
        terminal.stdout.write(
          before
            ? changes(before, audit, options.language)
            : whole(terminal, audit, { networks, language: options.language }),
        );
        before = audit;
        seen = state;
      }
    } finally {
      await visitors.close();
    }
    await sleep(lookEveryMs, undefined, { signal }).catch(() => undefined);
  }
}

function fingerprint({
  answer,
  failure,
}: Awaited<ReturnType<ReturnType<typeof createVisitors>["visit"]>>): string {
  if (!answer) return failure?.kind ?? "";
  return createHash("sha256").update(String(answer.status)).update(answer.body).digest("hex");
}

interface Told {
  readonly networks: readonly NetworkId[];
  readonly language: AuditOptions["language"];
}

function whole({ stdout, env }: Terminal, audit: PageAudit, { networks, language }: Told): string {
  const subject = { site: audit.url, networks, language, startedAt: new Date(), version };
  const looks = {
    isColoured: stdout.isTTY === true && !env["NO_COLOR"],
    width: stdout.columns ?? 80,
    isDetailed: true,
    picture: () => undefined,
  };
  return formats.terminal(subject, looks).page(audit);
}

function changes(before: PageAudit, after: PageAudit, language: AuditOptions["language"]): string {
  const known = new Set(before.findings.map(keyOf));
  const now = new Set(after.findings.map(keyOf));
  const mended = before.findings.filter((found) => !now.has(keyOf(found)));
  const broken = after.findings.filter((found) => !known.has(keyOf(found)));
  const told = (sign: string, found: Found) =>
    `  ${sign} ${found.ruleId} ${sayFinding(ruleOf(found.ruleId), found, language).what}`;
  const lines = [...mended.map((found) => told("✓", found)), ...broken.map((found) => told("✗", found))];
  const score = `${before.score.page ?? "–"} → ${after.score.page ?? "–"}`;
  return `\n${new Date().toLocaleTimeString(language)} · ${score}\n${lines.join("\n")}${lines.length > 0 ? "\n" : ""}`;
}

const keyOf = ({ ruleId, key, networks, values }: Found) => JSON.stringify([ruleId, key, networks, values]);
