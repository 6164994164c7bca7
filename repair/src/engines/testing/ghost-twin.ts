import { createHmac } from "node:crypto";
import { serveTwin, type TwinAnswer, type TwinRequest } from "./serve-twin.ts";

type Post = Record<string, string | null>;

const id = "6748592f4b9b7700010f6564";
const secret = "b1b5b9c1d4e5f6a7b8c9d0e1f2a3b4c5d6e7f8a9b0c1d2e3f4a5b6c7d8e9f0a1";

/** Ghost's Admin API, as far as tags need it. Sources stand beside the rules. */
export async function startGhostTwin() {
  const posts = new Map<string, Post>();
  const twin = await serveTwin((request, origin) => answer(request, { posts, origin }));
  return {
    ...twin,
    adminKey: `${id}:${secret}`,
    posts,
    addPost(slug: string, fields: Post = {}) {
      posts.set(slug, {
        id: `id-${slug}`,
        title: `Title of ${slug}`,
        slug,
        url: `${twin.origin}/${slug}/`,
        updated_at: "2026-01-01T00:00:00.000Z",
        og_title: null,
        ...fields,
      });
    },
  };
}

interface State {
  readonly posts: Map<string, Post>;
  readonly origin: string;
}

const failed = (status: number, type: string): TwinAnswer => ({ status, body: { errors: [{ type }] } });

function answer(request: TwinRequest, { posts }: State): TwinAnswer {
  const path = request.url.pathname.replace("/ghost/api/admin/", "");
  if (path === "site/") return { status: 200, body: { site: { title: "Ghost twin", version: "6.65" } } };
  // https://docs.ghost.org/admin-api/authentication
  if (!isSigned(request.headers.authorization)) return failed(401, "UnauthorizedError");
  if (request.method === "GET" && path === "posts/")
    return { status: 200, body: { posts: [...posts.values()] } };
  const slug = /^(?:posts|pages)\/slug\/([^/]+)\/$/.exec(path)?.[1];
  if (slug !== undefined) return bySlug(path.startsWith("posts/") ? posts.get(slug) : undefined);
  const post = [...posts.values()].find((each) => path === `posts/${each["id"]}/`);
  if (request.method === "PUT" && post) return change(post, request);
  throw new Error(`The twin knows no ${request.method} ${request.url.pathname}`);
}

const bySlug = (post: Post | undefined): TwinAnswer =>
  post ? { status: 200, body: { posts: [post] } } : failed(404, "NotFoundError");

/** https://docs.ghost.org/admin-api/posts/updating-a-post: `updated_at` is required, and an old one collides. */
function change(post: Post, request: TwinRequest): TwinAnswer {
  const { posts } = JSON.parse(request.body.toString());
  const { updated_at: updatedAt, ...fields }: Post = posts[0];
  if (updatedAt !== post["updated_at"]) return failed(409, "UpdateCollisionError");
  if ((fields["og_title"] ?? "").length > 300) return failed(422, "ValidationError");
  Object.assign(post, fields, { updated_at: new Date(Date.parse(updatedAt ?? "") + 1000).toISOString() });
  return { status: 200, body: { posts: [post] } };
}

function isSigned(authorization: string | undefined): boolean {
  const [head = "", claims = "", signature] = (authorization ?? "").replace(/^Ghost /, "").split(".");
  const expected = createHmac("sha256", Buffer.from(secret, "hex"))
    .update(`${head}.${claims}`)
    .digest("base64url");
  if (signature !== expected) return false;
  const { kid } = JSON.parse(Buffer.from(head, "base64url").toString());
  const { aud, exp, iat } = JSON.parse(Buffer.from(claims, "base64url").toString());
  return kid === id && aud === "/admin/" && exp - iat <= 300;
}
