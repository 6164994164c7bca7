/** The command line as somebody starts it who has no server: child processes. */
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";
import { z } from "zod";

const mainPath = fileURLToPath(new URL("../cli/src/main.ts", import.meta.url));

const Report = z.object({
  pages: z.tuple([
    z.object({
      findings: z.array(z.object({ ruleId: z.string(), key: z.string() })),
    }),
  ]),
});

/** `samovar audit` of one page: what was found, as in "LP50 missing". */
export async function auditByCommand(url: string): Promise<{ rules: readonly string[] }> {
  const line = [mainPath, "audit", url, "--format", "json", "--fail-on", "never"];
  const { stdout } = await promisify(execFile)(process.execPath, line, { maxBuffer: 64 * 1024 * 1024 });
  const [page] = Report.parse(JSON.parse(stdout)).pages;
  return { rules: page.findings.map(({ ruleId, key }) => `${ruleId} ${key}`) };
}

/** `samovar proxy` before a site, until the test is over; answers its origin. */
export async function startProxy(origin: string): Promise<string> {
  const child = spawn(process.execPath, [mainPath, "proxy", "--origin", origin, "--port", "0"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = once(child, "exit");
  onTestFinished(async () => {
    child.kill("SIGTERM");
    await ended;
  });
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stderr })) {
    said.push(line);
    const [, address] = /^(http:\S+) → /.exec(line) ?? [];
    if (address !== undefined) return new URL(address).origin;
  }
  throw new Error(`The proxy ended before it listened:\n${said.join("\n")}`);
}
