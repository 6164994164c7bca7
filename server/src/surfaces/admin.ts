import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Context, Hono } from "hono";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";

const builtFolder = fileURLToPath(new URL("../../../admin/dist", import.meta.url));
const place = "/admin";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".json": "application/json",
};

/** Vite puts a hash of the content into these names: what was fetched once is good for ever. */
const hashed = `${place}/assets/`;

/** `/admin`: the app in the browser. Files as they were built; any other path is a page of the app's own. */
export function adminRoute(folder: string = builtFolder): (app: Hono) => void {
  return (app) => {
    app.get(place, (c) => c.redirect(`${place}/`, 308));
    app.get(`${place}/*`, async (c) => {
      const file = await findFile(folder, c.req.path);
      if (file) return answerFile(c, file);
      if (extname(c.req.path) !== "") throw new Problem("not_found", say`There is no file ${c.req.path}`);
      return answerPage(c, folder);
    });
  };
}

interface BuiltFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

/** A built file by its address. `index.html` is no file: it is made for each answer. */
async function findFile(folder: string, address: string): Promise<BuiltFile | undefined> {
  const type = types[extname(address)];
  if (type === undefined || address.endsWith(".html")) return undefined;
  const path = normalize(join(folder, decodeURIComponent(address.slice(place.length))));
  if (!path.startsWith(folder + sep)) return undefined;
  const bytes = await readFile(path).catch(missing);
  return bytes && { bytes: new Uint8Array(bytes), type };
}

function missing(cause: unknown): undefined {
  if (
    cause instanceof Error &&
    "code" in cause &&
    ["ENOENT", "EISDIR", "ENOTDIR"].includes(String(cause.code))
  )
    return undefined;
  throw cause;
}

function answerFile(c: Context, { bytes, type }: BuiltFile): Response {
  c.header("Content-Type", type);
  c.header(
    "Cache-Control",
    c.req.path.startsWith(hashed) ? "public, max-age=31536000, immutable" : "public, max-age=3600",
  );
  c.header("X-Content-Type-Options", "nosniff");
  c.header("Cross-Origin-Resource-Policy", "same-origin");
  return c.body(bytes);
}

async function answerPage(c: Context, folder: string): Promise<Response> {
  const page = await readFile(join(folder, "index.html"), "utf8").catch(missing);
  if (page === undefined) {
    throw new Problem("unavailable", say`The admin app is not built`, {
      hint: say`Run \`npm run build -w admin\`, then start again`,
    });
  }
  const nonce = randomBytes(16).toString("base64");
  c.header("Cache-Control", "no-store");
  c.header("Content-Security-Policy", policyWith(nonce));
  c.header("Referrer-Policy", "strict-origin-when-cross-origin");
  c.header("X-Content-Type-Options", "nosniff");
  c.header("X-Frame-Options", "DENY");
  c.header("Cross-Origin-Opener-Policy", "same-origin");
  c.header(
    "Permissions-Policy",
    "camera=(), microphone=(), geolocation=(), publickey-credentials-get=(self), publickey-credentials-create=(self)",
  );
  return c.html(page.replace("<head>", `<head>\n    <meta name="style-nonce" content="${nonce}" />`));
}

/**
 * Scripts only from our own files. The component library writes `<style>` elements of its own, which bear the nonce;
 * avatars and link cards come from whatever server the networks name.
 */
const policyWith = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob: https: http:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
