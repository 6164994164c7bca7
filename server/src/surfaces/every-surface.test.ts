import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { catalogue } from "@samovar/client";
import { commandsOf } from "@samovar/cli";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { isWrite, methodOf, pathOf } from "#src/platform/operation/operation.ts";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { keyWith, read } from "#src/testing/people.ts";

const Tool = z.object({ name: z.string(), isError: z.boolean().optional() });

async function connectMcp(app: TestApp, headers: Readonly<Record<string, string>>) {
  const client = new Client({ name: "a test", version: "1" });
  const transport = new StreamableHTTPClientTransport(new URL(`${app.publicUrl}/mcp`), {
    fetch: async (url, init) => app.app.request(String(url), init),
    requestInit: { headers },
  });
  await client.connect(transport);
  return client;
}

async function ownersKey(app: TestApp): Promise<Readonly<Record<string, string>>> {
  const { token } = await read(
    app.owner.post("/api/api-keys", { name: "a program", scopes: ["read", "sites.manage"] }),
    z.object({ token: z.string() }),
  );
  return { Authorization: `Bearer ${token}` };
}

const textOf = (result: unknown): unknown => {
  const { content } = z.object({ content: z.array(z.object({ text: z.string() })) }).parse(result);
  return JSON.parse(content[0]?.text ?? "");
};

describe("every operation is on every surface", () => {
  test("HTTP, OpenAPI, MCP, the client's catalogue and the CLI's commands hold the same ids", async () => {
    await using app = await createApp();
    const operations = app.features.flatMap((feature) => feature.operations);
    const ids = operations.map(({ id }) => id).sort();
    expect(new Set(ids).size).toBe(ids.length);

    const routes = new Set(app.app.routes.map(({ method, path }) => `${method} ${path}`));
    const served = operations.filter((asked) => routes.has(`${methodOf(asked)} /api${pathOf(asked)}`));
    expect(served.map(({ id }) => id).sort()).toEqual(ids);

    const document = await read(
      app.anonymous.get("/api/openapi.json"),
      z.object({ paths: z.record(z.string(), z.record(z.string(), z.object({ operationId: z.string() }))) }),
    );
    const documented = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(documented.map(({ operationId }) => operationId).sort()).toEqual(ids);

    const mcp = await connectMcp(app, await ownersKey(app));
    const { tools } = await mcp.listTools();
    expect(tools.map((tool) => Tool.parse(tool).name).sort()).toEqual(ids);
    await mcp.close();

    expect(catalogue.map(({ id }) => id).sort()).toEqual(ids);
    expect(
      commandsOf(catalogue)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(ids);
  });

  test("the method and path are nobody else's, and the path names things, not actions", async () => {
    await using app = await createApp();
    const operations = app.features.flatMap((feature) => feature.operations);
    const addresses = operations.map(({ http }) => http.replaceAll(/:\w+/g, ":"));
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const asked of operations) {
      expect(asked.id).toMatch(/^[a-z]+([A-Z][a-z]+)*$/);
      expect(pathOf(asked), asked.id).toMatch(/^(\/(:[a-z]\w*|[a-z]+(-[a-z]+)*))+$/);
    }
  });

  test("every write but those that change nothing takes an Idempotency-Key, and every read takes none", async () => {
    await using app = await createApp();
    const document = await read(
      app.anonymous.get("/api/openapi.json"),
      z.object({
        paths: z.record(
          z.string(),
          z.record(
            z.string(),
            z.object({ operationId: z.string(), parameters: z.array(z.object({ name: z.string() })) }),
          ),
        ),
      }),
    );
    const operations = new Map(
      app.features.flatMap((feature) => feature.operations).map((asked) => [asked.id, asked]),
    );
    for (const { operationId, parameters } of Object.values(document.paths).flatMap((path) =>
      Object.values(path),
    )) {
      const asked = operations.get(operationId);
      const names = parameters.map(({ name }) => name);
      expect(names.includes("Idempotency-Key"), operationId).toBe(asked !== undefined && isWrite(asked));
    }
  });
});

describe("MCP", () => {
  test("a tool does what its operation does, and the history says that it came that way", async () => {
    await using app = await createApp();
    const mcp = await connectMcp(app, await ownersKey(app));
    const made = textOf(
      await mcp.callTool({ name: "createSite", arguments: { name: "Tea", origin: "https://tea.example" } }),
    );
    expect(made).toMatchObject({ name: "Tea", origin: "https://tea.example" });
    const history: unknown = await (await app.owner.get("/api/history?limit=1")).json();
    expect(history).toMatchObject({
      items: [{ operation: "createSite", surface: "mcp", actorKind: "key", actorName: "a program" }],
    });
    await mcp.close();
  });

  test("a refusal is an error with code, title and hint, and the talk goes on", async () => {
    await using app = await createApp();
    const mcp = await connectMcp(app, await ownersKey(app));
    const refused = await mcp.callTool({
      name: "createSite",
      arguments: { name: "", origin: "https://tea.example" },
    });
    expect(refused.isError).toBe(true);
    expect(textOf(refused)).toMatchObject({
      code: "invalid",
      hint: expect.any(String),
      fields: [{ path: "name" }],
    });
    const forbidden = await mcp.callTool({ name: "listApiKeys", arguments: {} });
    expect(forbidden.isError).toBe(true);
    expect(textOf(forbidden)).toMatchObject({ code: "forbidden" });
    const unknown = await mcp.callTool({ name: "makeTea", arguments: {} });
    expect(textOf(unknown)).toMatchObject({ code: "not_found" });
    expect((await mcp.callTool({ name: "listSites", arguments: {} })).isError).toBeFalsy();
    await mcp.close();
  });

  test("a key that is not known is refused before anything is said", async () => {
    await using app = await createApp();
    const response = await app.anonymous.withKey("smv_nobody").post("/mcp", {});
    expect(response.status).toBe(401);
  });
});

test("a key acts in its own workspace only, whatever the header says", async () => {
  await using app = await createApp();
  const program = await keyWith(app.owner, ["read"]);
  const other = await read(
    app.owner.post("/api/workspaces", { name: "B", timeZone: "UTC" }),
    z.object({ id: z.string() }),
  );
  expect((await program.get("/api/sites")).status).toBe(200);
  expect((await program.request("/api/sites", { headers: { "Samovar-Workspace": other.id } })).status).toBe(
    404,
  );
});
