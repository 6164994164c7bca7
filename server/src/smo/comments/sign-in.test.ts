import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { expect, test } from "vitest";
import { z } from "zod";
import { createApp } from "#src/testing/create-app.ts";
import { read } from "#src/testing/people.ts";
import { serveSite } from "#src/testing/serve-site.ts";
import { createTalk, page } from "./testing/talking.ts";

const Token = z.object({ token: z.string(), me: z.looseObject({}) });
const codeIn = (address: string | null) => new URL(address ?? "").hash.replace("#samovar-code=", "");

test("a mailed link signs in by a press on its page, not by being opened; its code is good once", async () => {
  await using app = await createApp();
  const { visitor } = await createTalk(app);
  const asked = { email: "anna@leaf.example", name: "Anna", returnUrl: page };
  expect(
    (await visitor.send("POST", "sign-ins", { ...asked, returnUrl: "https://evil.example/" })).status,
  ).toBe(400);
  await read(visitor.send("POST", "sign-ins", asked), z.unknown());
  const mail = await app.house.database.transact("*", (db) =>
    db.selectFrom("mail").select("text").where("kind", "=", "comments.sign-in").executeTakeFirstOrThrow(),
  );
  const path = /\/talk\/\S+/.exec(mail.text ?? "")?.[0] ?? "";
  for (const look of [1, 2]) expect((await app.anonymous.get(path)).status, `look ${look}`).toBe(200);
  const confirmed = await app.anonymous.request(path, { method: "POST" });
  expect(confirmed.status).toBe(303);
  const code = codeIn(confirmed.headers.get("Location"));
  const signedIn = await read(visitor.send("POST", "tokens", { code }), Token);
  expect(signedIn.me).toMatchObject({ name: "Anna", kind: "email", isVerified: true });
  expect((await visitor.send("POST", "tokens", { code })).status).toBe(401);
  expect((await app.anonymous.request(path, { method: "POST" })).status).toBe(404);
  for (const time of [2, 3])
    expect((await visitor.send("POST", "sign-ins", asked)).status, `${time}`).toBe(201);
  expect((await visitor.send("POST", "sign-ins", asked)).status).toBe(429);
});

test("an account of a provider signs in with PKCE and nonce, and one whose token is not the provider's does not", async () => {
  await using app = await createApp();
  await using provider = await openProvider();
  const { visitor, site } = await createTalk(app);
  const connect = { issuer: provider.origin, clientId: "tea", clientSecret: "secret", label: "Tea ID" };
  const at = `/api/sites/${site.id}/comment-provider`;
  expect((await app.owner.post(at, { ...connect, issuer: `${provider.origin}/none` })).status).toBe(503);
  await read(app.owner.post(at, connect), z.unknown()); // connectCommentProvider
  const signIn = async () => {
    const start = await visitor.get("oauth", { returnUrl: page });
    const asked = new URL(start.headers.get("Location") ?? "").searchParams;
    provider.asked = asked;
    return visitor.get("oauth-return", { code: "good", state: asked.get("state") ?? "" });
  };
  const back = await signIn();
  const { me } = await read(
    visitor.send("POST", "tokens", { code: codeIn(back.headers.get("Location")) }),
    Token,
  );
  expect(me).toMatchObject({ name: "Olga of the leaf", kind: "oauth" });
  provider.nonce = "another";
  expect((await signIn()).status).toBe(401);
  expect((await visitor.get("oauth-return", { code: "good", state: "forged" })).status).toBe(404);
  await read(app.owner.delete(at), z.unknown()); // disconnectCommentProvider
  expect((await visitor.get("oauth", { returnUrl: page })).status).toBe(404);
});

/** A provider of OpenID Connect that checks the code's verifier; `nonce` puts another into its tokens. */
async function openProvider() {
  const { publicKey, privateKey } = await generateKeyPair("RS256");
  const served = await serveSite();
  const { origin } = served;
  const state: { asked: URLSearchParams; nonce?: string } = { asked: new URLSearchParams() };
  served.pages["/.well-known/openid-configuration"] = JSON.stringify({
    issuer: origin,
    authorization_endpoint: `${origin}/authorize`,
    token_endpoint: `${origin}/token`,
    jwks_uri: `${origin}/keys`,
  });
  served.pages["/keys"] = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), alg: "RS256" }] });
  served.pages["/token"] = async (request: IncomingMessage, response: ServerResponse) => {
    const form = new URLSearchParams(Buffer.concat(await request.toArray()).toString());
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (challenge !== state.asked.get("code_challenge")) return response.writeHead(400).end();
    const token = await new SignJWT({
      name: "Olga of the leaf",
      nonce: state.nonce ?? state.asked.get("nonce"),
    })
      .setProtectedHeader({ alg: "RS256" })
      .setIssuer(origin)
      .setAudience("tea")
      .setSubject("7")
      .setExpirationTime("5m")
      .sign(privateKey);
    return response.end(JSON.stringify({ id_token: token }));
  };
  return Object.assign(state, { origin, [Symbol.asyncDispose]: () => served[Symbol.asyncDispose]() });
}
