import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startPostgres } from "./index.ts";

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const isRoot = process.getuid?.() === 0;
let base = "";

// One cluster for all: each test starts and stops it, as a restart would.
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "samovar postgres "));
  await chmod(base, 0o755);
});
afterAll(() => rm(base, { recursive: true, force: true }));

const start = () => startPostgres({ dataDir: join(base, "pg"), log: silent });

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function postmasterPid(): Promise<number> {
  return Number((await readFile(join(base, "pg/cluster/postmaster.pid"), "utf8")).split("\n")[0]);
}

test("a new folder gets a database whose owner is an ordinary role, bound by row-level security", async () => {
  await using postgres = await start();
  const [role] = await ask(
    postgres.url,
    "select rolname, rolsuper, rolbypassrls, rolcreatedb from pg_roles where rolname = current_user",
  );
  expect(role).toEqual({ rolname: "samovar", rolsuper: false, rolbypassrls: false, rolcreatedb: true });
  await ask(
    postgres.url,
    `create table kept (id int, workspace text); alter table kept enable row level security;
     alter table kept force row level security; create policy own on kept using (workspace = 'mine');
     create policy everyone on kept for insert with check (true); insert into kept values (1, 'mine'), (2, 'theirs')`,
  );
  expect(await ask(postgres.url, "select id from kept")).toEqual([{ id: 1 }]);
  expect(await ask(postgres.adminUrl, "select rolsuper from pg_roles where rolname = current_user")).toEqual([
    { rolsuper: true },
  ]);
});

test("letters beyond ASCII are letters: similarity, case, unaccent; commits reach the disk", async () => {
  await using postgres = await start();
  const [row] = await ask(
    postgres.url,
    `select similarity('Самовар', 'самовары') > 0.5 as alike, lower('Ё') as lower, unaccent('Ёлка') as plain,
       current_setting('fsync') as fsync, current_setting('server_version_num')::int / 10000 as version`,
  );
  expect(row).toEqual({ alike: true, lower: "ё", plain: "Елка", fsync: "on", version: 18 });
});

test("the role can clone a database, as tests do", async () => {
  await using postgres = await start();
  await ask(postgres.url, "create database copy template template1");
  const copy = postgres.url.replace(/samovar$/, "copy");
  expect(await ask(copy, "select extname from pg_extension where extname = 'pg_trgm'")).toHaveLength(1);
  await ask(postgres.url, "drop database copy");
});

test("only the owner reads the passwords", async () => {
  expect((await stat(join(base, "pg/passwords.json"))).mode & 0o777).toBe(0o600);
});

test("after kill -9 of its parent the next start takes the running Postgres over", async () => {
  const script = `
    import { startPostgres } from ${JSON.stringify(new URL("index.ts", import.meta.url).href)};
    const log = { info() {}, warn() {}, error() {} };
    await startPostgres({ dataDir: ${JSON.stringify(join(base, "pg"))}, log });
    process.kill(process.pid, "SIGKILL");`;
  await once(spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: "inherit" }), "exit");
  const pid = await postmasterPid();
  await using postgres = await start();
  expect(await postmasterPid()).toBe(pid);
  expect(await ask(postgres.url, "select id from kept")).toEqual([{ id: 1 }]);
});

test("a Postgres that is killed comes back on the same address with all that was committed", async () => {
  await using postgres = await start();
  await ask(postgres.url, "insert into kept values (3, 'mine')");
  process.kill(await postmasterPid(), "SIGKILL");
  for (let attempt = 0; ; attempt += 1) {
    await sleep(200);
    const rows = await ask(postgres.url, "select id from kept order by id").catch(() => undefined);
    if (rows || attempt > 50) {
      expect(rows).toEqual([{ id: 1 }, { id: 3 }]);
      break;
    }
  }
});

test("a process number left in the folder that went to a stranger meanwhile harms nobody", async () => {
  const stranger = spawn("sleep", ["60"], isRoot ? { uid: 65_534, gid: 65_534 } : {});
  const file = join(base, "pg/cluster/postmaster.pid");
  await writeFile(file, `${stranger.pid}\n${join(base, "pg/cluster")}\n1\n54321\n\n127.0.0.1\n\nready\n`);
  await using postgres = await start();
  expect(await ask(postgres.url, "select 1 as one")).toEqual([{ one: 1 }]);
  expect(stranger.exitCode).toBeNull();
  stranger.kill();
});

test("a second start on the folder is refused, and names the process that holds it", async () => {
  await using first = await start();
  expect(first.url).toContain("127.0.0.1");
  await expect(start()).rejects.toMatchObject({
    code: "unavailable",
    message: expect.stringContaining(`in use by process ${process.pid}`),
    hint: expect.stringContaining("DATA_DIR"),
  });
});

test("nothing of Postgres runs on after a stop", async () => {
  const postgres = await start();
  const pid = await postmasterPid();
  await postgres[Symbol.asyncDispose]();
  expect(() => process.kill(pid, 0)).toThrow("ESRCH");
  await expect(postmasterPid()).rejects.toThrow("ENOENT");
});

test("a start that was cut off while it made the database begins again", async () => {
  const dataDir = join(base, "cut");
  await mkdir(join(dataDir, "cluster.new/base"), { recursive: true });
  await using postgres = await startPostgres({ dataDir, log: silent });
  expect(await ask(postgres.url, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("a database of another Postgres version is refused with the way out", async () => {
  const dataDir = join(base, "old");
  await mkdir(join(dataDir, "cluster"), { recursive: true });
  await writeFile(join(dataDir, "cluster/PG_VERSION"), "15\n");
  await writeFile(join(dataDir, "passwords.json"), JSON.stringify({ postgres: "a", samovar: "b" }));
  await expect(startPostgres({ dataDir, log: silent })).rejects.toMatchObject({
    message: expect.stringContaining("made by Postgres 15"),
    hint: expect.stringContaining("restore"),
  });
});

test("lost passwords are named, and the data is left alone", async () => {
  const dataDir = join(base, "lost");
  await mkdir(join(dataDir, "cluster"), { recursive: true });
  await writeFile(join(dataDir, "cluster/PG_VERSION"), "18\n");
  await expect(startPostgres({ dataDir, log: silent })).rejects.toThrow("passwords.json is missing");
});

test("a file where the folder should be is named", async () => {
  await writeFile(join(base, "file"), "");
  await expect(startPostgres({ dataDir: join(base, "file"), log: silent })).rejects.toMatchObject({
    code: "unavailable",
    message: expect.stringContaining("is no folder"),
  });
});

test("root may keep the data in a folder that only root can enter; others are told why they cannot", async () => {
  const closed = join(base, "closed");
  await mkdir(closed, { mode: isRoot ? 0o700 : 0o500 });
  const starting = startPostgres({ dataDir: join(closed, "pg"), log: silent });
  if (!isRoot) {
    await expect(starting).rejects.toMatchObject({ message: expect.stringContaining("cannot be written") });
    return;
  }
  await using postgres = await starting;
  expect(await ask(postgres.url, "select current_user as me")).toEqual([{ me: "samovar" }]);
});
