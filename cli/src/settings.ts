import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { UsageError } from "./failure.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** Which Samovar is meant, and as whom it is asked. */
export interface Settings {
  readonly url: string;
  readonly key: string | undefined;
}

const defaultUrl = "http://localhost:3000";

/** The environment's word goes before the file's, field by field. */
export function readSettings(env: Env): Settings {
  const kept = readFile(configFile(env));
  const url = (env["SAMOVAR_URL"] || kept.url || defaultUrl).replace(/\/+$/, "");
  if (!URL.canParse(url) || !/^https?:/.test(url)) {
    throw new UsageError(`SAMOVAR_URL "${url}" is no address`, `Set it as in SAMOVAR_URL=${defaultUrl}`);
  }
  // A key goes to the Samovar that it was kept for, never to another that the environment names.
  const key = env["SAMOVAR_KEY"] || (url === kept.url ? kept.key : undefined);
  return { url, key };
}

/** Keeps them for the next time, readable by their owner only. */
export function keepSettings(env: Env, settings: Settings): string {
  const file = configFile(env);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  rmSync(file, { force: true }); // an older file's mode would stay
  writeFileSync(file, `${JSON.stringify(settings, undefined, 2)}\n`, { mode: 0o600 });
  return file;
}

export function forgetSettings(env: Env): string {
  const file = configFile(env);
  rmSync(file, { force: true });
  return file;
}

/** `$XDG_CONFIG_HOME/samovar/config.json`; on Windows below `%APPDATA%`. */
function configFile(env: Env): string {
  const folder = env["XDG_CONFIG_HOME"] || env["APPDATA"] || join(env["HOME"] || homedir(), ".config");
  return join(folder, "samovar", "config.json");
}

function readFile(file: string): { readonly url?: string; readonly key?: string } {
  try {
    const { url, key }: { url?: unknown; key?: unknown } = Object(JSON.parse(readFileSync(file, "utf8")));
    return { ...(typeof url === "string" ? { url } : {}), ...(typeof key === "string" ? { key } : {}) };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return {};
    throw new UsageError(
      `${file} can't be read: ${String(error)}`,
      "Run `samovar login` again, or delete it",
    );
  }
}
