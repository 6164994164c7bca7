import { serveTwin, type TwinAnswer, type TwinRequest } from "./serve-twin.ts";

interface Post {
  readonly id: number;
  readonly slug: string;
  readonly link: string;
  modified_gmt: string;
  readonly title: { readonly raw: string };
  excerpt: { raw: string };
  featured_media: number;
  readonly meta: Record<string, string>;
}

const credentials = { username: "olga", applicationPassword: "abcd EFGH 1234 ijkl MNOP 6789" };

/** WordPress' REST API, as far as tags need it. `namespaces` tells the plugins; `meta` of a post what they show. */
export async function startWordpressTwin(namespaces: readonly string[] = []) {
  const posts: Post[] = [];
  const media: { id: number; type: string; name: string }[] = [];
  const pluginMeta: Record<string, string> = {};
  const state = { posts, media, pluginMeta, namespaces };
  const twin = await serveTwin((request, origin) => answer(request, { ...state, origin }));
  return {
    ...twin,
    ...credentials,
    ...state,
    addPost(slug: string, part: Partial<Post> = {}) {
      const post: Post = {
        id: posts.length + 1,
        slug,
        link: `${twin.origin}/${slug}/`,
        modified_gmt: "2026-01-01T00:00:00",
        title: { raw: `Title of ${slug}` },
        excerpt: { raw: "" },
        featured_media: 0,
        meta: {},
        ...part,
      };
      posts.push(post);
      return post;
    },
  };
}

interface State {
  readonly posts: Post[];
  readonly media: { id: number; type: string; name: string }[];
  readonly pluginMeta: Record<string, string>;
  readonly namespaces: readonly string[];
  readonly origin: string;
}

const failed = (status: number, code: string): TwinAnswer => ({ status, body: { code, data: { status } } });

function answer(request: TwinRequest, state: State): TwinAnswer {
  const route = request.url.searchParams.get("rest_route") ?? "";
  if (request.url.pathname === "/picture.jpg") return { status: 200, body: "no picture, whatever its name" };
  if (route === "/")
    return { status: 200, body: { name: "WordPress twin", namespaces: ["wp/v2", ...state.namespaces] } };
  if (!isKnown(request.headers.authorization)) return failed(401, "rest_forbidden");
  const answerIt = routes[`${request.method} ${route}`];
  return answerIt ? answerIt(request, state) : onePost(request, state, route);
}

const routes: Readonly<Record<string, (request: TwinRequest, state: State) => TwinAnswer>> = {
  "GET /wp/v2/users/me": () => ({ status: 200, body: { id: 1, name: "Olga" } }),
  "GET /wp/v2/pages": () => ({ status: 200, body: [] }),
  "GET /wp/v2/posts": list,
  "POST /wp/v2/media": upload,
  "POST /rankmath/v1/updateMeta": updateMeta,
};

/** seo-by-rank-math, includes/rest/class-shared.php: it takes objectType, objectID and meta. */
function updateMeta({ body }: TwinRequest, { namespaces, pluginMeta }: State): TwinAnswer {
  if (!namespaces.includes("rankmath/v1")) return failed(404, "rest_no_route");
  const { objectID, meta } = JSON.parse(body.toString());
  if (typeof objectID !== "number") return failed(400, "rest_invalid_param");
  Object.assign(pluginMeta, meta);
  return { status: 200, body: { slug: true } };
}

function onePost(request: TwinRequest, state: State, route: string): TwinAnswer {
  const post = state.posts.find(({ id }) => route === `/wp/v2/posts/${id}`);
  if (!post) return failed(404, "rest_no_route");
  return request.method === "GET" ? { status: 200, body: post } : change(post, request, state);
}

/** https://developer.wordpress.org/rest-api/reference/posts/#list-posts */
function list({ url }: TwinRequest, { posts }: State): TwinAnswer {
  const { slug, include } = Object.fromEntries(url.searchParams);
  return { status: 200, body: posts.filter((post) => post.slug === slug || String(post.id) === include) };
}

/** https://developer.wordpress.org/rest-api/reference/posts/#update-a-post: meta that is not registered is dropped. */
function change(post: Post, request: TwinRequest, { media }: State): TwinAnswer {
  const { excerpt, featured_media: picture, meta = {} } = JSON.parse(request.body.toString());
  if (picture !== undefined && picture !== 0 && !media.some(({ id }) => id === picture))
    return failed(400, "rest_invalid_featured_media");
  if (excerpt !== undefined) post.excerpt = { raw: excerpt };
  if (picture !== undefined) post.featured_media = picture;
  for (const key of Object.keys(post.meta)) if (key in meta) post.meta[key] = meta[key];
  post.modified_gmt = new Date(Date.parse(`${post.modified_gmt}Z`) + 1000).toISOString().slice(0, 19);
  return { status: 200, body: post };
}

/** https://developer.wordpress.org/rest-api/reference/media/#create-a-media-item */
function upload({ headers }: TwinRequest, { media }: State): TwinAnswer {
  const name = /filename="([^"]+)"/.exec(headers["content-disposition"] ?? "")?.[1];
  if (name === undefined) return failed(400, "rest_upload_no_content_disposition");
  const item = { id: 100 + media.length, type: String(headers["content-type"]), name };
  media.push(item);
  return { status: 201, body: item };
}

/** https://developer.wordpress.org/rest-api/using-the-rest-api/authentication/#basic-authentication-with-application-passwords */
function isKnown(authorization: string | undefined): boolean {
  const [name, ...password] = Buffer.from((authorization ?? "").replace(/^Basic /, ""), "base64")
    .toString()
    .split(":");
  return (
    name === credentials.username && plain(password.join(":")) === plain(credentials.applicationPassword)
  );
}

/** The blanks in an application password are for people. */
const plain = (text: string) => text.replaceAll(" ", "");
