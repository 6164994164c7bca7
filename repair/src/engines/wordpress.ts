import { z } from "zod";
import { cut } from "../tags/make-tags.ts";
import { askEngine, isSamePage, slugOf } from "./ask-engine.ts";
import {
  EngineFailure,
  type Engine,
  type EngineAccess,
  type EnginePage,
  type EngineValues,
} from "./engine.ts";

/** What each plugin calls what a card shows. Its keys can be written only where the site shows them to the REST API. */
const seoFields = {
  yoast: {
    title: "_yoast_wpseo_opengraph-title",
    description: "_yoast_wpseo_opengraph-description",
    image: "_yoast_wpseo_opengraph-image",
    metaDescription: "_yoast_wpseo_metadesc",
  },
  rankmath: {
    title: "rank_math_facebook_title",
    description: "rank_math_facebook_description",
    image: "rank_math_facebook_image",
    metaDescription: "rank_math_description",
  },
} as const;
type SeoPlugin = keyof typeof seoFields;

const Index = z.looseObject({ name: z.string(), namespaces: z.array(z.string()) });
const User = z.looseObject({ name: z.string() });
const Post = z.looseObject({
  id: z.int(),
  link: z.string(),
  modified_gmt: z.string(),
  title: z.looseObject({ raw: z.string() }),
  excerpt: z.looseObject({ raw: z.string() }).optional(),
  featured_media: z.int().optional(),
  meta: z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]).optional(),
});
type Post = z.output<typeof Post>;
const Media = z.looseObject({ id: z.int() });

const maxImageBytes = 10 * 1024 * 1024;

/** WordPress 5.6 and later, by its REST API with an application password. */
export const wordpress: Engine = {
  id: "wordpress",
  name: "WordPress",
  fields: [
    {
      key: "username",
      label: { en: "User name", ru: "Имя пользователя" },
      hint: { en: "Of somebody who may edit the pages", ru: "Того, кто может править страницы" },
      isSecret: false,
    },
    {
      key: "applicationPassword",
      label: { en: "Application password", ru: "Пароль приложения" },
      hint: {
        en: "Users → Profile → Application Passwords; not the password of the login",
        ru: "Пользователи → Профиль → Пароли приложений; не пароль входа",
      },
      isSecret: true,
    },
  ],
  cannot: [
    {
      en: "WordPress itself has no card tags: without Yoast or Rank Math open to the REST API only the excerpt and the featured image can be set, and the theme decides what it makes of them",
      ru: "У самого WordPress тегов карточки нет: без Yoast или Rank Math, открытых для REST API, можно задать только отрывок и изображение записи, а что из них выйдет, решает тема",
    },
    {
      en: "Other tags (fediverse:creator, theme-color, the site script) can't be put into the head through the REST API: use the proxy, or paste them into the theme",
      ru: "Другие теги (fediverse:creator, theme-color, скрипт сайта) через REST API в head не вставить: поставьте прокси или вставьте их в тему",
    },
  ],
  async connect(access) {
    const index = Index.parse(await ask(access, "/"));
    if (!index.namespaces.includes("wp/v2"))
      throw new EngineFailure("not-it", `There is no WordPress REST API at ${access.url}`);
    const user = User.parse(await ask(access, "/wp/v2/users/me?context=edit"));
    return { name: `${user.name}, ${index.name}`, facts: { seo: seoOf(index.namespaces) } };
  },
  async findPage(access, pageUrl) {
    const { searchParams } = new URL(pageUrl);
    const id = searchParams.get("p") ?? searchParams.get("page_id");
    const slug = slugOf(pageUrl);
    const query =
      id !== null && /^\d+$/.test(id) ? `include=${id}` : slug && `slug=${encodeURIComponent(slug)}`;
    if (!query) return undefined;
    const { namespaces } = Index.parse(await ask(access, "/"));
    for (const kind of ["post", "page"] as const) {
      const body = await ask(access, `/wp/v2/${kind}s?context=edit&per_page=20&${query}`);
      const post = z
        .array(Post)
        .parse(body)
        .find(({ link }) => isSamePage(link, pageUrl));
      if (post) return pageOf(post, kind, seoOf(namespaces));
    }
    return undefined;
  },
  valuesFor(page, wish) {
    const prefix = Object.keys(page.values).find((field) => field.startsWith("rank_math"))
      ? "rankmath"
      : "yoast";
    const { title, description, image, metaDescription } = seoFields[prefix];
    const said: Readonly<Record<string, string | undefined>> = {
      excerpt: page.values["excerpt"] ? undefined : wish.description, // the owner's own words stay
      // A picture that is there already is the owner's.
      featured_media: page.values["featured_media"] ? undefined : wish.image?.url,
      [title]: wish.title,
      [description]: wish.description,
      [image]: wish.image?.url,
      [metaDescription]: page.values[metaDescription] ? undefined : wish.description,
    };
    return Object.fromEntries(
      Object.entries(said).flatMap(([field, value]) =>
        value === undefined || !(field in page.values)
          ? []
          : [[field, field.endsWith("title") ? cut(value, 300) : value]],
      ),
    );
  },
  write,
};

const seoOf = (namespaces: readonly string[]): SeoPlugin | "none" => {
  if (namespaces.includes("rankmath/v1")) return "rankmath";
  return namespaces.includes("yoast/v1") ? "yoast" : "none";
};

function pageOf(post: Post, kind: EnginePage["kind"], seo: SeoPlugin | "none"): EnginePage {
  const meta: Readonly<Record<string, unknown>> = Object(post.meta);
  const keys = seo === "none" ? [] : Object.values(seoFields[seo]);
  const seoValues = keys.flatMap((key): [string, string | null | undefined][] => {
    if (key in meta) return [[key, typeof meta[key] === "string" && meta[key] !== "" ? meta[key] : null]];
    // Rank Math takes them by a call of its own, and tells nobody what stands there.
    return seo === "rankmath" ? [[key, undefined]] : [];
  });
  return {
    id: String(post.id),
    kind,
    url: post.link,
    title: post.title.raw,
    revision: post.modified_gmt,
    values: {
      ...(post.excerpt && { excerpt: post.excerpt.raw === "" ? null : post.excerpt.raw }),
      ...(post.featured_media !== undefined && {
        featured_media: post.featured_media === 0 ? null : String(post.featured_media),
      }),
      ...Object.fromEntries(seoValues),
    },
  };
}

async function write(access: EngineAccess, page: EnginePage, values: EngineValues): Promise<void> {
  const path = `/wp/v2/${page.kind}s/${page.id}`;
  const before = Post.parse(await ask(access, `${path}?context=edit`));
  // The engine itself writes over what others have changed.
  if (before.modified_gmt !== page.revision)
    throw new EngineFailure("changed", `${page.url} was changed in between, at ${before.modified_gmt} UTC`);
  const shown: Readonly<Record<string, unknown>> = Object(before.meta);
  const entries = Object.entries(values);
  const meta = Object.fromEntries(
    entries.filter(([field]) => !isOwn(field)).map(([field, value]) => [field, value ?? ""]),
  );
  const byPost = Object.fromEntries(Object.entries(meta).filter(([field]) => field in shown));
  const byPlugin = Object.fromEntries(Object.entries(meta).filter(([field]) => !(field in shown)));
  const body = {
    ...("excerpt" in values && { excerpt: values["excerpt"] ?? "" }),
    ...("featured_media" in values && {
      featured_media: await mediaId(access, page, values["featured_media"] ?? null),
    }),
    ...(Object.keys(byPost).length > 0 && { meta: byPost }),
  };
  if (Object.keys(body).length > 0) await ask(access, path, json("POST", body));
  if (Object.keys(byPlugin).length > 0)
    await ask(
      access,
      "/rankmath/v1/updateMeta",
      json("POST", { objectType: "post", objectID: Number(page.id), meta: byPlugin }),
    );
}

const isOwn = (field: string) => field === "excerpt" || field === "featured_media";

const json = (method: string, body: object): RequestInit => ({
  method,
  body: JSON.stringify(body),
  headers: { "Content-Type": "application/json" },
});

/** An id as it is; a picture's address is fetched and uploaded, since a post names pictures of its own library only. */
async function mediaId(access: EngineAccess, page: EnginePage, value: string | null): Promise<number> {
  if (value === null) return 0;
  if (/^\d+$/.test(value)) return Number(value);
  const response = await access.http(value, { maxBytes: maxImageBytes });
  const type = response.headers.get("content-type")?.split(";", 1)[0]?.trim() ?? "";
  const extension = { "image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "image/gif": "gif" }[
    type
  ];
  if (!response.ok || extension === undefined)
    throw new EngineFailure(
      "failed",
      `${value} is no picture that can be uploaded: ${response.status} ${type}`,
    );
  const media = await ask(access, "/wp/v2/media", {
    method: "POST",
    body: await response.arrayBuffer(),
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="card-${page.id}.${extension}"`,
    },
  });
  return Media.parse(media).id;
}

/**
 * By `?rest_route=`, which works with every setting of permalinks; `/wp-json/` does not.
 * https://developer.wordpress.org/rest-api/extending-the-rest-api/routes-and-endpoints/#path-variables
 */
async function ask(access: EngineAccess, route: string, init: RequestInit = {}): Promise<unknown> {
  const [path = "", query = ""] = route.split("?");
  const { username = "", applicationPassword = "" } = access.settings;
  const { body } = await askEngine({
    http: access.http,
    url: `${access.url}/?rest_route=${encodeURIComponent(path)}${query === "" ? "" : `&${query}`}`,
    init: {
      ...init,
      signal: undefined,
      headers: {
        ...Object.fromEntries(new Headers(init.headers)),
        Authorization: `Basic ${Buffer.from(`${username.trim()}:${applicationPassword.trim()}`).toString("base64")}`,
      },
    },
  });
  return body;
}
