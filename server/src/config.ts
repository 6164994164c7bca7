import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";

const origin = z.url({ protocol: /^https?$/, error: "must be an address such as https://samovar.example" });

/** Every variable that Samovar reads, with what it is for. `docs/configuration.md` is generated from it. */
export const Environment = z.object({
  PORT: z.coerce
    .number({ error: "must be a number such as 3000" })
    .int()
    .min(0)
    .max(65_535)
    .default(3000)
    .describe("Port to serve on"),
  HOST: z.string().min(1).default("127.0.0.1").describe("Address to listen on; 0.0.0.0 for all"),
  PUBLIC_URL: origin
    .optional()
    .describe(
      "Where people and networks reach Samovar from outside, as in https://samovar.example; default http://localhost:PORT",
    ),
  DATA_DIR: z
    .string()
    .min(1)
    .default("./data")
    .describe("Folder of the embedded stores, media and the house's secret"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must start with postgres://")
    .optional()
    .describe(
      "A Postgres (16 or newer) to use instead of the embedded one, with a role that is no superuser",
    ),
  CLICKHOUSE_URL: origin.optional().describe("A ClickHouse to use instead of the embedded event store"),
  CLICKHOUSE_USER: z.string().default("default").describe("User of CLICKHOUSE_URL"),
  CLICKHOUSE_PASSWORD: z.string().default("").describe("Password of CLICKHOUSE_URL"),
  SECRET: z
    .string()
    .min(32, "must be at least 32 characters of chance, as from `openssl rand -base64 48`")
    .optional()
    .describe("Signs sessions and encrypts tokens; made and kept in DATA_DIR/secret when it is missing"),
  TRUSTED_PROXIES: z
    .string()
    .default("")
    .describe(
      "Addresses or ranges of proxies whose X-Forwarded-For is believed, comma-separated, as in 10.0.0.0/8",
    ),
  COUNTRY_HEADER: z
    .string()
    .regex(/^[A-Za-z0-9-]*$/, "must be a header's name, as in CF-IPCountry")
    .default("")
    .describe(
      "Header in which one of TRUSTED_PROXIES tells the visitor's country (two letters), as in CF-IPCountry; without it countries stay unknown",
    ),
  ALLOW_PRIVATE_ADDRESSES: z
    .enum(["", "yes"])
    .default("")
    .describe(
      "`yes` lets users name servers on private addresses; only for a house that one trusts everybody in",
    ),
  SMTP_URL: z
    .string()
    .refine(isSmtpUrl, "must look like smtp://user:password@smtp.example.com:587 or smtps://…:465")
    .optional()
    .describe(
      "The mail server that letters go by, as in smtps://user:password@smtp.example.com; without one they wait. A workspace may have its own in the app",
    ),
  MAIL_FROM: z
    .string()
    .regex(
      /^\s*([^<>\r\n]*<)?[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+>?\s*$/,
      "must be an address, as in Samovar <letters@example.com>",
    )
    .optional()
    .describe("Who letters sent by SMTP_URL are from, as in Samovar <letters@example.com>"),
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "silent"])
    .default("info")
    .describe("How much to log"),
});

function isSmtpUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== "" && canDecode(url);
}

function canDecode({ username, password }: URL): boolean {
  return !/%(?![0-9a-f]{2})/i.test(username + password);
}

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly clickhouse:
    | { readonly url: string; readonly username: string; readonly password: string }
    | undefined;
  readonly trustedProxies: readonly string[];
  /** Small letters; empty: none. */
  readonly countryHeader: string;
  readonly allowPrivateAddresses: boolean;
  readonly mail: { readonly smtpUrl: string; readonly from: string } | undefined;
  readonly logLevel: string;
}

/** Thrown with every fault of the environment at once, each with its remedy. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** Reads the environment once; pure. Throws `ConfigError`. */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const known = Object.fromEntries(
    Object.keys(Environment.shape).map((name) => [name, env[name] || undefined]),
  );
  const parsed = Environment.safeParse(known);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(
      (issue) => `  ${issue.path.join(".")}="${env[String(issue.path[0])] ?? ""}" ${issue.message}`,
    );
    throw new ConfigError(`The environment can't be used:\n${faults.join("\n")}`);
  }
  const values = parsed.data;
  if ((values.SMTP_URL === undefined) !== (values.MAIL_FROM === undefined)) {
    const missing = values.SMTP_URL === undefined ? "SMTP_URL" : "MAIL_FROM";
    throw new ConfigError(
      `The environment can't be used:\n  ${missing} is missing: SMTP_URL and MAIL_FROM are given together or not at all`,
    );
  }
  return Object.freeze({
    port: values.PORT,
    host: values.HOST,
    publicUrl: (values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, ""),
    dataDir: resolve(values.DATA_DIR),
    databaseUrl: values.DATABASE_URL,
    clickhouse: values.CLICKHOUSE_URL
      ? { url: values.CLICKHOUSE_URL, username: values.CLICKHOUSE_USER, password: values.CLICKHOUSE_PASSWORD }
      : undefined,
    trustedProxies: values.TRUSTED_PROXIES.split(",")
      .map((range) => range.trim())
      .filter(Boolean),
    countryHeader: values.COUNTRY_HEADER.toLowerCase(),
    allowPrivateAddresses: values.ALLOW_PRIVATE_ADDRESSES === "yes",
    mail:
      values.SMTP_URL && values.MAIL_FROM ? { smtpUrl: values.SMTP_URL, from: values.MAIL_FROM } : undefined,
    logLevel: values.LOG_LEVEL,
  });
}

/** The house's secret: from the environment, or made once and kept where only its owner reads it. */
export function loadSecret(env: Readonly<Record<string, string | undefined>>, dataDir: string): string {
  if (env["SECRET"]) return env["SECRET"];
  const file = join(dataDir, "secret");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  mkdirSync(dataDir, { recursive: true });
  const secret = randomBytes(48).toString("base64url");
  writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: "wx" });
  return secret;
}
