import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import { type Context, Hono } from "hono";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";

interface Widget {
  readonly etag: string;
  readonly bodies: Readonly<Record<"br" | "gzip" | "identity", Buffer>>;
}

/** An hour: a fix reaches every page the same day, and pages ask once an hour at most. */
const cacheControl = "public, max-age=3600, stale-while-revalidate=86400";

/**
 * `/w/*`: the scripts that owners put on their pages, read and compressed once. They are public and the same for
 * everybody, so any origin may load them.
 */
export async function widgetsSurface(folder: string): Promise<Hono> {
  const widgets = await loadWidgets(folder);
  const app = new Hono();
  app.get("/:file", (context) => {
    const widget = widgets.get(context.req.param("file"));
    if (widget) return answerWith(context, widget);
    if (widgets.size > 0)
      throw new Problem("not_found", say`There is no widget ${context.req.param("file")}`);
    throw new Problem("unavailable", say`The widgets are not built`, {
      hint: say`Run \`npm run build -w widgets\`, then start again`,
    });
  });
  return app;
}

function answerWith(context: Context, { etag, bodies }: Widget): Response {
  context.header("etag", etag);
  context.header("cache-control", cacheControl);
  context.header("vary", "accept-encoding");
  context.header("access-control-allow-origin", "*");
  context.header("cross-origin-resource-policy", "cross-origin");
  context.header("x-content-type-options", "nosniff");
  if (context.req.header("if-none-match")?.includes(etag)) return context.body(null, 304);
  const encoding = chooseEncoding(context.req.header("accept-encoding") ?? "");
  if (encoding !== "identity") context.header("content-encoding", encoding);
  context.header("content-type", "text/javascript; charset=utf-8");
  return context.body(new Uint8Array(bodies[encoding]));
}

function chooseEncoding(accepted: string): keyof Widget["bodies"] {
  if (/\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted)) return "br";
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted) ? "gzip" : "identity";
}

async function loadWidgets(folder: string): Promise<ReadonlyMap<string, Widget>> {
  const names = (await readdir(folder).catch(nothingBuilt)).filter((name) => name.endsWith(".js"));
  return new Map(
    await Promise.all(names.map(async (name) => [name, await loadWidget(join(folder, name))] as const)),
  );
}

/** A folder that is missing is answered for when somebody asks: the rest of the house needs no widgets. */
function nothingBuilt(cause: unknown): string[] {
  if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return [];
  throw cause;
}

async function loadWidget(path: string): Promise<Widget> {
  const identity = await readFile(path);
  const [br, gzipped] = await Promise.all([
    promisify(brotliCompress)(identity),
    promisify(gzip)(identity, { level: 9 }),
  ]);
  const etag = `"${createHash("sha256").update(identity).digest("base64url").slice(0, 16)}"`;
  return { etag, bodies: { identity, br, gzip: gzipped } };
}
