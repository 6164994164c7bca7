import type { Config } from "./config.ts";

/** What `--demo` adds to the house. Lives in a package of its own, which nothing but `--demo` loads. */
export interface Demo {
  /** Fills the running house by doing; goes on with a trickle of readers until disposed. */
  readonly populate: (house: {
    readonly publicUrl: string;
    readonly databaseUrl: string;
    readonly signal: AbortSignal;
  }) => Promise<AsyncDisposable>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The demo keeps to embedded stores of its own, and believes what its own readers say of their addresses. */
export function demoEnvironment(environment: Environment): Environment {
  return {
    DATA_DIR: "./data/demo",
    LOG_LEVEL: "warn",
    ...environment,
    DATABASE_URL: undefined,
    CLICKHOUSE_URL: undefined,
    SMTP_URL: undefined, // nobody is written to from a demo
    MAIL_FROM: undefined,
    TRUSTED_PROXIES: "127.0.0.0/8,::1",
    ALLOW_PRIVATE_ADDRESSES: "yes",
  };
}

/** Clears the demo's folder, and only a folder that is a demo's. */
export async function openDemo({ dataDir }: Pick<Config, "dataDir">): Promise<Demo> {
  const entry = new URL("../../demo/src/index.ts", import.meta.url).href;
  const { prepareDemo }: { prepareDemo: (dataDir: string) => Promise<Demo> } = await import(entry);
  return prepareDemo(dataDir);
}
