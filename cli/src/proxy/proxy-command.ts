import { readFile } from "node:fs/promises";
import { once } from "node:events";
import { type Command as Commander, InvalidArgumentError, Option } from "commander";
import type { MendingProxy, MendingProxyOptions } from "@samovar/repair";
import { UsageError } from "../failure.ts";
import { interruptionOf } from "../interruption.ts";
import type { Terminal } from "../program.ts";

interface ProxyOptions {
  readonly origin: string;
  readonly port: number;
  readonly host: string;
  readonly publicUrl?: string;
  readonly config?: string;
  readonly card: boolean;
  readonly shield: boolean;
  readonly trustForwarded?: boolean;
}

/** `samovar proxy`: mends the pages of a site that cannot be touched, on their way to the reader. */
export function addProxyCommand(program: Commander, terminal: Terminal): void {
  program
    .command("proxy")
    .helpGroup("Without a server:")
    .summary("Mend the pages of a site that you cannot touch, on their way")
    .description(
      "A reverse proxy for one site: mends the head of each HTML page (tags, card image, discovery links), passes all else through untouched, and keeps preview robots away from the site.",
    )
    .requiredOption("--origin <address>", "the site behind, as in http://127.0.0.1:8080")
    .addOption(new Option("--port <number>", "to listen on").default(8080).argParser(portOf))
    .option("--host <address>", "to listen on", "127.0.0.1")
    .option(
      "--public-url <address>",
      "by which the public knows the site (default: what each request asks for)",
    )
    .option("--config <file>", "the site's profile, card template and shield, as JSON (see repair/README.md)")
    .option("--no-card", "draw no card images for pages without a picture")
    .option("--no-shield", "let preview robots through to the site")
    .option("--trust-forwarded", "believe a proxy in front of this one about scheme, host and address")
    .action((options: ProxyOptions) => runProxy(terminal, options));
}

/** Serves until it is interrupted. */
async function runProxy(terminal: Terminal, options: ProxyOptions): Promise<void> {
  const settings = await settingsOf(terminal, options);
  await using proxy = await open(settings);
  const address = await listen(proxy, options);
  terminal.stderr.write(`${address} → ${options.origin}\n`);
  const interruption = interruptionOf(terminal);
  if (!interruption.aborted) await once(interruption, "abort");
}

async function settingsOf({ stderr }: Terminal, options: ProxyOptions): Promise<MendingProxyOptions> {
  const config = options.config === undefined ? {} : await readConfig(options.config);
  return {
    ...config,
    origin: options.origin,
    ...(options.publicUrl !== undefined && { publicUrl: options.publicUrl }),
    ...(!options.card && { card: false as const }),
    ...(!options.shield && { shield: false as const }),
    ...(options.trustForwarded && { trustForwarded: true }),
    log: (message, error) => stderr.write(`${message}: ${String(error)}\n`),
  };
}

const configKeys = ["publicUrl", "profile", "samovar", "card", "shield", "hostHeader", "limits"] as const;

/** Throws `UsageError` with what is wrong in the file; what the values may be is checked where they are used. */
async function readConfig(path: string): Promise<Partial<MendingProxyOptions>> {
  const content = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new UsageError(`${path} can't be read: ${String(cause)}`, "Check the path");
  });
  const config = parseObject(content, path);
  const unknown = Object.keys(config).find((key) => !configKeys.some((known) => known === key));
  if (unknown !== undefined)
    throw new UsageError(`${path}: there is no setting "${unknown}"`, `Take of: ${configKeys.join(", ")}`);
  return config;
}

function parseObject(content: string, path: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(content);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  } catch (cause) {
    throw new UsageError(`${path} is no JSON: ${String(cause)}`, "Check its quotes and commas");
  }
  throw new UsageError(`${path} holds no JSON object`, 'Write {"profile": {…}}');
}

/** The proxy brings a renderer along: only who wants one loads it. */
async function open(settings: MendingProxyOptions): Promise<MendingProxy> {
  const { createMendingProxy } = await import("@samovar/repair");
  try {
    return createMendingProxy(settings);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), "See samovar proxy --help");
  }
}

async function listen(proxy: MendingProxy, { port, host }: ProxyOptions): Promise<string> {
  const failed = once(proxy.server, "error").then(([error]) => Promise.reject(new Error(String(error))));
  try {
    return await Promise.race([proxy.listen(port, host), failed]);
  } catch (cause) {
    throw new UsageError(
      `Port ${port} on ${host} can't be used: ${String(cause)}`,
      "Choose another with --port",
    );
  }
}

function portOf(typed: string): number {
  const port = Number(typed);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError(`"${typed}" is no port from 0 to 65535`);
  return port;
}
