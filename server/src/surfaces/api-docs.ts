import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Hono } from "hono";
import { html } from "hono/html";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";

const types: Readonly<Record<string, string>> = {
  "swagger-ui-bundle.js": "text/javascript",
  "swagger-ui.css": "text/css",
};

/** The browsable page of the API, from our own origin. */
export function apiDocs(): Hono {
  const docs = new Hono();
  docs.get("/", (c) => c.html(page));
  docs.get("/start.js", (c) => c.body(start, 200, { "Content-Type": "text/javascript" }));
  docs.get("/:file", async (c) => {
    const type = types[c.req.param("file")];
    if (!type) throw new Problem("not_found", say`There is no ${c.req.path}`);
    const path = fileURLToPath(import.meta.resolve(`swagger-ui-dist/${c.req.param("file")}`));
    return c.body(await readFile(path), 200, {
      "Content-Type": type,
      "Cache-Control": "public, max-age=86400",
    });
  });
  return docs;
}

const page = html`<!doctype html>
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>Samovar API</title>
      <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
    </head>
    <body>
      <div id="docs"></div>
      <script src="/api/docs/swagger-ui-bundle.js"></script>
      <script src="/api/docs/start.js"></script>
    </body>
  </html>`;

const start = `if (matchMedia("(prefers-color-scheme: dark)").matches) document.documentElement.classList.add("dark-mode");
SwaggerUIBundle({ url: "/api/openapi.json", dom_id: "#docs", deepLinking: true, filter: true });
`;
