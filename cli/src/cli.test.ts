import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { catalogue } from "@samovar/client";
import { createApp } from "@samovar/server/testing/create-app.ts";
import { serveApp } from "@samovar/server/testing/serve-app.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commandsOf, exitCodes } from "./index.ts";
import { runLine } from "./testing/run-line.ts";
import { version } from "./version.ts";

let close: () => Promise<void>;
let folder = "";
let url = "";
let key = "";
let poorKey = "";

beforeAll(async () => {
  await using held = new AsyncDisposableStack();
  const app = held.use(await createApp());
  folder = await mkdtemp(join(tmpdir(), "samovar-cli-"));
  held.defer(() => rm(folder, { recursive: true, force: true }));
  ({ url } = held.use(await serveApp(app)));
  const make = async (scopes: readonly string[]): Promise<string> => {
    const made: { token: string } = Object(
      await (await app.owner.post("/api/api-keys", { name: "cli", scopes })).json(),
    );
    return made.token;
  };
  key = await make(["read", "sites.manage", "posts.write", "keys.manage"]);
  poorKey = await make(["posts.publish"]);
  const running = held.move();
  close = () => running.disposeAsync();
});
afterAll(() => close());

/** Runs a command line as a shell would, with the house at hand. */
const samovar: typeof runLine = (line, options) =>
  runLine(line, { env: { SAMOVAR_URL: url, SAMOVAR_KEY: key, XDG_CONFIG_HOME: folder }, ...options });

describe("a command", () => {
  test("the version that reports name is the package's", async () => {
    const manifest: { version: string } = JSON.parse(
      await readFile(new URL("../package.json", import.meta.url), "utf8"),
    );
    expect(version).toBe(manifest.version);
  });

  test("is there for every operation, under its name in small letters, and no field hides behind an option of ours", () => {
    const commands = commandsOf(catalogue);
    expect(commands.length).toBe(catalogue.length);
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
    for (const command of commands) {
      expect(command.name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      const flags = [...command.options, ...command.arguments].map(({ flag }) => flag);
      expect(
        flags.filter((flag) => ["input", "json", "all", "help", "idempotency-key"].includes(flag)),
        command.name,
      ).toEqual([]);
    }
  });

  test("asks its operation and answers JSON to a pipe, a table to people", async () => {
    const made = await samovar(["create-site", "--name", "Tea house", "--origin", "https://tea.example"]);
    expect(made.code).toBe(0);
    const site: { id: string } = JSON.parse(made.out);
    const shown = await samovar(["get-site", site.id]);
    expect(JSON.parse(shown.out)).toMatchObject({ name: "Tea house" });
    const table = await samovar(["list-sites"], { isTTY: true });
    expect(table.out).toMatch(/^id +name +origin/);
    expect(table.out).toContain("Tea house");
    const asked = await samovar(["list-sites", "--json"], { isTTY: true });
    expect(JSON.parse(asked.out)).toMatchObject({ items: [{ name: "Tea house" }] });
    const fields = await samovar(["get-site", site.id], { isTTY: true });
    expect(fields.out).toMatch(/^id +[\w-]+\nname +Tea house\n/);
  });

  test("takes its whole input as JSON, and what is typed goes before it", async () => {
    const input = JSON.stringify({ name: "From a pipe", origin: "https://pipe.example" });
    const piped = await samovar(["create-site", "--input", "-", "--name", "Typed"], { stdin: input });
    expect(JSON.parse(piped.out)).toMatchObject({ name: "Typed", origin: "https://pipe.example" });
    const file = join(folder, "input.json");
    await writeFile(file, JSON.stringify({ name: "K", scopes: ["read"] }));
    expect(JSON.parse((await samovar(["create-api-key", "--input", file])).out)).toMatchObject({
      scopes: ["read"],
    });
    const listed = await samovar(["create-api-key", "--name", "K2", "--scopes", "read", "sites.manage"]);
    expect(JSON.parse(listed.out)).toMatchObject({ scopes: ["read", "sites.manage"] });
  });

  test("reads a list to its end with --all", async () => {
    for (const index of [1, 2, 3])
      await samovar(["create-site", "--name", `S${index}`, "--origin", `https://s${index}.example`]);
    const page: { items: unknown[]; next: string | null } = JSON.parse(
      (await samovar(["list-sites", "--limit", "2"])).out,
    );
    expect(page.items).toHaveLength(2);
    expect(page.next).not.toBeNull();
    const all: { items: unknown[] } = JSON.parse(
      (await samovar(["list-sites", "--limit", "2", "--all"])).out,
    );
    expect(all.items.length).toBeGreaterThanOrEqual(5);
    const told = await samovar(["list-sites", "--limit", "2"], { isTTY: true });
    expect(told.out).toContain("There is more: --after");
  });

  test("uploads a file", async () => {
    const picture = join(folder, "dot.png");
    await writeFile(
      picture,
      Buffer.from(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
        "base64",
      ),
    );
    const sent = await samovar(["upload-media", "--file", picture, "--alt", "A dot"]);
    expect(sent.err).toBe("");
    expect(JSON.parse(sent.out)).toMatchObject({ name: "dot.png", mimeType: "image/png", alt: "A dot" });
  });

  test("is done once with an idempotency key", async () => {
    const line = [
      "create-site",
      "--name",
      "Once",
      "--origin",
      "https://once.example",
      "--idempotency-key",
      "once",
    ];
    expect((await samovar(line)).out).toBe((await samovar(line)).out);
  });
});

describe("a refusal tells what to do, on standard error, and the exit code tells which it was", () => {
  const nobody = "0192f0c1-0000-7000-8000-000000000000";
  const mistaken = ["create-site", "--name", "x", "--origin"];
  test.each([
    { code: "invalid", line: [...mistaken, "?"], exit: 2, words: "origin" },
    { code: "not_found", line: ["get-site", nobody], exit: 5, words: "See listSites" },
    {
      code: "conflict",
      line: [...mistaken, "https://tea.example"],
      exit: 6,
      words: "registered here already",
    },
  ])("$code", async ({ code, line, exit, words }) => {
    const refused = await samovar(line);
    expect(refused).toMatchObject({ code: exit, out: "" });
    expect(exitCodes[code]).toBe(exit);
    expect(refused.err).toContain(words);
  });

  test("not signed in, not allowed, not there", async () => {
    const env = { XDG_CONFIG_HOME: join(folder, "none") };
    expect(await samovar(["list-sites"], { env: { ...env, SAMOVAR_URL: url } })).toMatchObject({ code: 3 });
    expect(
      await samovar(["list-sites"], { env: { ...env, SAMOVAR_URL: url, SAMOVAR_KEY: poorKey } }),
    ).toMatchObject({ code: 4 });
    const away = await samovar(["list-sites"], { env: { ...env, SAMOVAR_URL: "http://127.0.0.1:9" } });
    expect(away).toMatchObject({ code: 9, err: expect.stringContaining("SAMOVAR_URL") });
    expect(await samovar(["list-sites"], { env: { ...env, SAMOVAR_URL: "nowhere" } })).toMatchObject({
      code: 2,
    });
  });

  test.each([
    [["make-tea"], "unknown command"],
    [["create-site", "--name", "x"], "--origin is missing"],
    [["get-site"], "<id> is missing"],
    [["list-sites", "--limit", "ten"], '"ten" is no number'],
    [["create-site", "--input", "-"], "--input is not JSON"],
    [["create-site", "--input", "/no/such/file"], "/no/such/file can't be read"],
    [["create-api-key", "--name", "x", "--scopes", "everything"], "Allowed choices"],
    [["upload-media", "--file", "/no/such/file"], "/no/such/file can't be read"],
  ])("what was mistyped asks nothing: %j", async (line, words) => {
    const refused = await samovar(line, { stdin: "{" });
    expect(refused).toMatchObject({ code: 2, out: "" });
    expect(refused.err).toContain(words);
  });
});

test("login keeps a key that works, readable by its owner only; logout forgets it", async () => {
  const env = { XDG_CONFIG_HOME: join(folder, "home") };
  expect(await samovar(["login", url], { env, stdin: "not a key" })).toMatchObject({ code: 2 });
  expect(await samovar(["login", url], { env, stdin: "smv_unknown" })).toMatchObject({ code: 3 });
  expect(await samovar(["login", url], { env, stdin: `${key}\n` })).toMatchObject({ code: 0 });
  const file = join(folder, "home/samovar/config.json");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(JSON.parse(await readFile(file, "utf8"))).toEqual({ url, key });
  expect(await samovar(["list-sites"], { env })).toMatchObject({ code: 0 });
  // The key that was kept for one Samovar is not shown to another.
  expect(
    await samovar(["list-sites"], { env: { ...env, SAMOVAR_URL: url.replace("127.0.0.1", "localhost") } }),
  ).not.toMatchObject({ code: 0 });
  expect(await samovar(["logout"], { env })).toMatchObject({ code: 0 });
  expect(await samovar(["list-sites"], { env: { ...env, SAMOVAR_URL: url } })).toMatchObject({ code: 3 });
});

test("help lists the commands with what they do, and each command's own fields", async () => {
  const help = await samovar(["--help"]);
  expect(help.code).toBe(0);
  expect(help.out).toContain("Register a web site of yours");
  expect(help.out).toContain("SAMOVAR_KEY");
  const own = await samovar(["create-site", "--help"]);
  expect(own.out).toContain("--origin <text>");
  expect(own.out).toContain("Needs sites.manage");
});

test("what others wrote can't steer the terminal", async () => {
  const { formatAnswer } = await import("./format-answer.ts");
  const shown = formatAnswer({ items: [{ name: "\u001b[2Jgone\u0007\nnext" }], next: null }, 80);
  expect(shown).toBe("name\ngone next");
});
