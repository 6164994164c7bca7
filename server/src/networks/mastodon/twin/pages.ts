/** Public pages, so that people can look at what was posted. */
import { Hono } from "hono";
import { escapeHtml, toHtml } from "./content.ts";
import { getUser, statusUrl } from "./entities.ts";
import type { TwinEnv } from "./faults.ts";
import { visible } from "./statuses.ts";
import type { TwinStatus, TwinWorld } from "./world.ts";

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}
article{border:1px solid #ccd;border-radius:8px;padding:1rem;margin:1rem 0}img{max-width:100%}.invisible{display:none}.ellipsis::after{content:"…"}
label{display:block;margin:.5rem 0}button{padding:.5rem 1rem}small{color:#555}`;

export const htmlPage = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>${escapeHtml(title)}</title><style>${style}</style><main><h1>${escapeHtml(title)}</h1>${body}</main></html>`;

export function pageRoutes(world: TwinWorld): Hono<TwinEnv> {
  const routes = new Hono<TwinEnv>();
  const article = (status: TwinStatus) => renderStatus(world, status);
  routes.get("/", (c) => {
    const open = [...world.statuses.values()]
      .filter(({ visibility }) => visibility === "public")
      .toReversed();
    return c.html(
      htmlPage(`Twin of ${world.software}`, open.map(article).join("") || "<p>Nothing posted yet.</p>"),
    );
  });
  routes.get("/:handle{@[^/]+}", (c) => {
    const user = world.findUser(c.req.param("handle").slice(1));
    if (!user) return c.html(htmlPage("Not found", ""), 404);
    const own = [...world.statuses.values()].filter(
      ({ id, accountId }) => accountId === user.id && visible(world, id, undefined),
    );
    const followers = `<p>${user.followers.size} followers</p>`;
    return c.html(
      htmlPage(`${user.displayName} (@${user.username})`, followers + own.toReversed().map(article).join("")),
    );
  });
  routes.get("/:handle{@[^/]+}/:id", (c) => {
    const status = visible(world, c.req.param("id"), undefined);
    if (!status) return c.html(htmlPage("Not found", "<p>The post does not exist or is private.</p>"), 404);
    const replies = world.repliesTo(status.id).map(article).join("");
    return c.html(htmlPage("Post", `${article(status)}<h2>Replies</h2>${replies || "<p>None yet.</p>"}`));
  });
  routes.get("/avatars/:file", (c) => {
    const hue = Array.from(c.req.param("file")).reduce(
      (sum, char) => (sum * 31 + char.charCodeAt(0)) % 360,
      7,
    );
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" fill="hsl(${hue} 60% 75%)"/><circle cx="12" cy="9" r="4"/><path d="M4 22c1-6 15-6 16 0z"/></svg>`;
    return c.body(svg, 200, { "content-type": "image/svg+xml" });
  });
  return routes;
}

function renderStatus(world: TwinWorld, status: TwinStatus): string {
  const author = getUser(world, status.accountId);
  const media = status.mediaIds.flatMap((id) => world.media.get(id) ?? []);
  const pictures = media.map(
    ({ id, description }) => `<img src="/media/${id}/original" alt="${escapeHtml(description ?? "")}">`,
  );
  const poll = status.poll?.options.map((each) => `<li>${escapeHtml(each)}</li>`).join("");
  const content = toHtml(world, status.text) + pictures.join("") + (poll ? `<ul>${poll}</ul>` : "");
  const warned = status.spoilerText
    ? `<details><summary>${escapeHtml(status.spoilerText)}</summary>${content}</details>`
    : content;
  const counts = `${world.repliesTo(status.id).length} replies · ${status.rebloggedBy.size} boosts · ${status.favouritedBy.size} favourites`;
  return `<article lang="${escapeHtml(status.language ?? "")}"><b>${escapeHtml(author.displayName)}</b> <small>@${escapeHtml(author.username)}</small>${warned}<small><a href="${statusUrl(world, status)}">${status.createdAt.toISOString()}</a> · ${counts}</small></article>`;
}
