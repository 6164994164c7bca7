import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { createClient, SamovarError } from "@samovar/client";
import { UsageError } from "./failure.ts";
import type { Terminal } from "./program.ts";
import { forgetSettings, keepSettings, readSettings } from "./settings.ts";

/** Asks for a key, tries it, keeps it. */
export async function login(terminal: Terminal, address: string | undefined): Promise<void> {
  const { url } = readSettings(
    address === undefined ? terminal.env : { ...terminal.env, SAMOVAR_URL: address },
  );
  const key = (terminal.env["SAMOVAR_KEY"] || (await askKey(terminal, url))).trim();
  if (!/^smv_[\w-]+$/.test(key)) {
    throw new UsageError(
      "That is no key of Samovar's: one begins with smv_",
      `Make one at ${url}/admin, Settings → Keys`,
    );
  }
  await tryKey(url, key);
  const file = keepSettings(terminal.env, { url, key });
  terminal.stderr.write(`Signed in to ${url}; kept in ${file}\n`);
}

export function logout({ env, stderr }: Terminal): void {
  stderr.write(`Forgot what ${forgetSettings(env)} held\n`);
}

/** Typed unseen in a terminal, else read from standard input: never from the command line, which others see. */
async function askKey({ stdin, stderr }: Terminal, url: string): Promise<string> {
  if (!stdin.isTTY) return text(stdin);
  stderr.write(`An API key of ${url} (Settings → Keys): `);
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: unseen, terminal: true });
  try {
    return await lines.question("");
  } finally {
    lines.close();
    stderr.write("\n");
  }
}

/** A key that may not read is a key all the same. */
async function tryKey(url: string, key: string): Promise<void> {
  try {
    await createClient({ baseUrl: url, apiKey: key }).ask("listRoles", {});
  } catch (error) {
    if (!(error instanceof SamovarError) || error.code !== "forbidden") throw error;
  }
}
