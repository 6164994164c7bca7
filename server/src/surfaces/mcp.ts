import { createMcpHandler, Server } from "@modelcontextprotocol/server";
import type { Caller } from "#src/platform/operation/context.ts";
import type { House } from "#src/platform/operation/house.ts";
import { type AnyOperation, isWrite, methodOf } from "#src/platform/operation/operation.ts";
import { runOperation } from "#src/platform/operation/run-operation.ts";
import { Problem } from "#src/platform/problem.ts";
import { english, say } from "#src/platform/say.ts";
import { inputSchema } from "./json-schema.ts";

interface McpSurface {
  readonly house: House;
  readonly operations: readonly AnyOperation[];
}

/** Every operation as a tool of the Model Context Protocol, over HTTP. */
export function mcpSurface({ house, operations }: McpSurface) {
  const tools = operations.map(describeTool);
  const byName = new Map(operations.map((asked) => [asked.id, asked]));
  return {
    fetch(request: Request, caller: Caller): Promise<Response> {
      const handler = createMcpHandler(() => serverFor(caller));
      return handler.fetch(request);
    },
  };

  function serverFor(caller: Caller): Server {
    const server = new Server({ name: "samovar", version: "1" }, { capabilities: { tools: {} } });
    server.setRequestHandler("tools/list", () => ({ tools }));
    server.setRequestHandler("tools/call", async ({ params }) => {
      const asked = byName.get(params.name);
      if (!asked)
        return refusal(
          new Problem("not_found", say`There is no tool ${params.name}`, { hint: say`List the tools` }),
        );
      return callTool(house, asked, { caller, input: params.arguments });
    });
    return server;
  }
}

/** The tool as clients see it. */
function describeTool(asked: AnyOperation) {
  return {
    name: asked.id,
    description: `${asked.summary}. ${asked.access === "public" ? "Open to everybody." : `Needs ${asked.access}.`}`,
    inputSchema: toolSchema(asked),
    annotations: { readOnlyHint: !isWrite(asked), destructiveHint: methodOf(asked) === "DELETE" },
  };
}

/** Zod's JSON Schema and the protocol's are the same documents under types that do not know each other. */
function toolSchema(asked: AnyOperation) {
  return { ...(inputSchema(asked) as Record<string, never>), type: "object" as const };
}

async function callTool(
  house: House,
  asked: AnyOperation,
  request: { readonly caller: Caller; readonly input: unknown },
) {
  try {
    const answer = await runOperation(house, asked, request);
    return { content: [{ type: "text" as const, text: JSON.stringify(answer ?? null) }] };
  } catch (error) {
    if (error instanceof Problem) return refusal(error);
    house.log.error({ err: error, operation: asked.id }, "An MCP call failed on a bug");
    return refusal(new Problem("unavailable", say`Samovar failed here; the log says why`));
  }
}

/** In English: the words are for a model, which knows its reader's language. */
function refusal(problem: Problem) {
  return {
    isError: true,
    content: [{ type: "text" as const, text: JSON.stringify(problem.in(english)) }],
  };
}
