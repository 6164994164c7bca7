import { createHmac } from "node:crypto";
import { z } from "zod";
import { cut } from "../tags/make-tags.ts";
import type { PageTags } from "../tags/page-tags.ts";
import { metaTag } from "../tags/write-tag.ts";
import { askEngine, isSamePage, slugOf } from "./ask-engine.ts";
import {
  EngineFailure,
  type Engine,
  type EngineAccess,
  type EnginePage,
  type EngineValues,
} from "./engine.ts";

/** https://docs.ghost.org/admin-api/posts/overview: fields of a post and their greatest lengths, characters. */
const lengths: Readonly<Record<string, number>> = {
  og_title: 300,
  og_description: 500,
  og_image: 2000,
  twitter_title: 300,
  twitter_description: 500,
  twitter_image: 2000,
  meta_title: 300,
  meta_description: 500,
  codeinjection_head: 65_535,
};

const Post = z.looseObject({
  id: z.string(),
  title: z.string(),
  url: z.string(),
  updated_at: z.string(),
});
const Posts = z.object({ posts: z.array(Post).min(1) });
const Pages = z.object({ pages: z.array(Post).min(1) });
const Site = z.object({ site: z.looseObject({ title: z.string(), version: z.string() }) });

/** Ghost 5 and later, by its Admin API with the key of a custom integration. */
export const ghost: Engine = {
  id: "ghost",
  name: "Ghost",
  fields: [
    {
      key: "adminKey",
      label: { en: "Admin API key", ru: "Ключ Admin API" },
      hint: {
        en: "Ghost → Settings → Integrations → Add custom integration",
        ru: "Ghost → Settings → Integrations → Add custom integration",
      },
      isSecret: true,
    },
  ],
  cannot: [
    {
      en: "The locale, the site's name and JSON-LD are written by Ghost and its theme",
      ru: "Локаль, название сайта и JSON-LD Ghost и его тема пишут сами",
    },
  ],
  async connect(access) {
    const { site } = Site.parse(await ask(access, "site/"));
    await ask(access, "posts/?limit=1&fields=id"); // the site's name is public; this is not
    return { name: site.title, facts: { version: site.version } };
  },
  async findPage(access, pageUrl) {
    const slug = slugOf(pageUrl);
    if (slug === undefined) return undefined;
    for (const kind of ["post", "page"] as const) {
      const found = await readOne(access, kind, `slug/${encodeURIComponent(slug)}/`);
      if (found && isSamePage(found.url, pageUrl)) return found;
    }
    return undefined;
  },
  valuesFor(page, wish) {
    const said: Readonly<Record<string, string | undefined>> = {
      og_title: wish.title,
      og_description: wish.description,
      og_image: wish.image?.url,
      twitter_title: wish.title,
      twitter_description: wish.description,
      twitter_image: wish.image?.url,
      meta_description: wish.description,
      codeinjection_head: withOwnTags(page.values["codeinjection_head"] ?? "", wish),
    };
    return Object.fromEntries(
      Object.entries(said).flatMap(([field, value]) =>
        value === undefined
          ? []
          : [[field, field === "codeinjection_head" ? value : cut(value, lengths[field] ?? 300)]],
      ),
    );
  },
  async write(access, page, values) {
    const plural = `${page.kind}s`;
    // The engine takes a write only with the date of the version that it was made from.
    const body = { [plural]: [{ ...values, updated_at: page.revision }] };
    await ask(access, `${plural}/${page.id}/`, {
      method: "PUT",
      body: JSON.stringify(body),
      headers: { "Content-Type": "application/json" },
    });
  },
};

const begin = "<!-- samovar -->";
const end = "<!-- /samovar -->";

/** What Ghost has no field for stands in its code injection, between marks; the owner's own code stays. */
function withOwnTags(code: string, { creator, themeColor }: PageTags): string {
  const own = [
    ...(creator === undefined ? [] : [metaTag("fediverse:creator", creator).html]),
    ...(themeColor === undefined ? [] : [metaTag("theme-color", themeColor).html]),
  ];
  const before = code.indexOf(begin);
  const after = code.indexOf(end);
  const rest = before >= 0 && after > before ? code.slice(0, before) + code.slice(after + end.length) : code;
  return own.length === 0
    ? rest.trim()
    : [rest.trim(), [begin, ...own, end].join("\n")].filter(Boolean).join("\n");
}

async function readOne(
  access: EngineAccess,
  kind: EnginePage["kind"],
  path: string,
): Promise<EnginePage | undefined> {
  const body = await ask(access, `${kind}s/${path}`);
  if (body === undefined) return undefined;
  const [post] = kind === "post" ? Posts.parse(body).posts : Pages.parse(body).pages;
  if (!post) return undefined;
  const values: EngineValues = Object.fromEntries(
    Object.keys(lengths).map((field) => [field, typeof post[field] === "string" ? post[field] : null]),
  );
  return { id: post.id, kind, url: post.url, title: post.title, revision: post.updated_at, values };
}

/** Undefined where there is nothing at the path. */
async function ask(access: EngineAccess, path: string, init: RequestInit = {}): Promise<unknown> {
  const { status, body } = await askEngine({
    http: access.http,
    url: `${access.url}/ghost/api/admin/${path}`,
    init: {
      ...init,
      signal: undefined,
      headers: {
        ...Object.fromEntries(new Headers(init.headers)),
        Authorization: `Ghost ${tokenFor(access)}`,
        "Accept-Version": "v5.0",
      },
    },
    alsoFine: [404],
  });
  if (status === 404 && path === "site/")
    throw new EngineFailure("not-it", `There is no Ghost at ${access.url}`);
  return status === 404 ? undefined : body;
}

/** https://docs.ghost.org/admin-api/authentication: HS256 by the key's second half, five minutes at most. */
function tokenFor({ settings, now }: EngineAccess): string {
  const [, id, secret] = /^([0-9a-f]{24}):([0-9a-f]{64})$/.exec(settings["adminKey"]?.trim() ?? "") ?? [];
  if (id === undefined || secret === undefined)
    throw new EngineFailure(
      "credentials",
      "An Admin API key is 24 and 64 hexadecimal digits with a colon between",
    );
  const seconds = Math.floor(now().getTime() / 1000);
  const head = encode({ alg: "HS256", typ: "JWT", kid: id });
  const claims = encode({ iat: seconds, exp: seconds + 300, aud: "/admin/" });
  const signature = createHmac("sha256", Buffer.from(secret, "hex"))
    .update(`${head}.${claims}`)
    .digest("base64url");
  return `${head}.${claims}.${signature}`;
}

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
