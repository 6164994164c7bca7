import { type Command as Commander, InvalidArgumentError, Option } from "commander";
import type { Terminal } from "../program.ts";

const formats = ["terminal", "html", "json", "sarif", "junit"] as const;
export type Format = (typeof formats)[number];

/** What was typed after `samovar audit`. */
export interface AuditOptions {
  readonly crawl?: boolean;
  readonly sitemap?: boolean;
  readonly list?: string;
  /** As typed, with commas. */
  readonly network?: string;
  readonly format: Format;
  readonly output?: string;
  readonly language: "en" | "ru";
  readonly maxPages: number;
  readonly concurrency: number;
  readonly rate: number;
  readonly state?: string;
  readonly failOn: "error" | "warning" | "never";
  readonly minScore?: number;
  readonly watch?: boolean;
  readonly allowPrivate?: boolean;
}

/** `samovar audit`: works by itself, without a server or an account. */
export function addAuditCommand(program: Commander, terminal: Terminal): void {
  program
    .command("audit [address]")
    .helpGroup("Without a server:")
    .summary("Whether a page, or a whole site, is ready for the networks")
    .description(
      "Visits a page as each network's robot does and says what its card lacks. With --crawl, --sitemap or --list it does so for many pages.",
    )
    .option("--crawl", "go on to all pages of the site that links and sitemaps lead to; robots.txt is obeyed")
    .option("--sitemap", "the address is a sitemap, or an index of them: audit what it lists")
    .option("--list <file>", "audit the addresses in a file, one a line; - for standard input")
    .option("--network <names>", "only for these networks, with commas (default: all sixteen)")
    .addOption(new Option("--format <name>", "of the report").choices([...formats]).default("terminal"))
    .option("--output <file>", "write the report there")
    .addOption(
      new Option("--language <code>", "of the report")
        .choices(["en", "ru"])
        .default(languageOf(terminal.env)),
    )
    .addOption(new Option("--max-pages <count>", "stop after so many").default(10_000).argParser(countOf))
    .addOption(new Option("--concurrency <count>", "pages at the same time").default(4).argParser(countOf))
    .addOption(new Option("--rate <count>", "pages a second of one host").default(2).argParser(numberOf))
    .option("--state <folder>", "keep how far it has come there: the same command goes on after a break")
    .addOption(
      new Option("--fail-on <severity>", "end with exit code 10 from this severity on")
        .choices(["error", "warning", "never"])
        .default("error"),
    )
    .addOption(
      new Option("--min-score <points>", "end with exit code 10 below it, 0 to 100").argParser(numberOf),
    )
    .option("--watch", "audit the page again whenever it changes, and say what that mended")
    .option(
      "--allow-private",
      "go to addresses inside private networks too, not only to the one that was typed",
    )
    .addHelpText("after", help)
    .action(async (address: string | undefined, options: AuditOptions) => {
      // The auditor is loaded by who wants it: other commands start faster without.
      const { runAudit, watchPage } = await import("./index.ts");
      await (options.watch ? watchPage : runAudit)(terminal, address, options);
    });
}

const help = `
Exit codes:
  0 ready  2 not valid  9 nothing could be reached  10 below what --fail-on or --min-score ask

Examples:
  samovar audit https://tea.example/guide
  samovar audit https://tea.example --crawl --format html --output report.html
  samovar audit --list changed-pages.txt --format sarif --output audit.sarif --fail-on warning
  samovar audit http://localhost:4000/draft --watch
`;

function numberOf(typed: string): number {
  const value = Number(typed);
  if (!(value > 0)) throw new InvalidArgumentError(`"${typed}" is no number above 0`);
  return value;
}

function countOf(typed: string): number {
  const value = numberOf(typed);
  if (!Number.isInteger(value)) throw new InvalidArgumentError(`"${typed}" is no whole number`);
  return value;
}

const languageOf = (env: Terminal["env"]): "en" | "ru" =>
  /^ru/i.test(env["LC_ALL"] ?? env["LC_MESSAGES"] ?? env["LANG"] ?? "") ? "ru" : "en";
