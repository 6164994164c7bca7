import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { read } from "#src/testing/people.ts";
import { createTalk, page, type TestVisitor } from "./testing/talking.ts";

let app: TestApp;
let visitor: TestVisitor;
let siteId: string;
let provider: Awaited<ReturnType<typeof serveProvider>>;
beforeAll(async () => {
  app = await createApp();
  provider = await serveProvider();
  const talk = await createTalk(app);
  visitor = talk.visitor;
  siteId = talk.site.id;
});
afterAll(async () => {
  await provider[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

const clientId = "samovar-at-the-provider";

/** A provider of OpenID Connect of one user: it signs whatever `claims` holds. */
async function serveProvider() {
  const { publicKey, privateKey } = await generateKeyPair("RS256");
  const other = await generateKeyPair("RS256");
  const state = { nonce: "", isForged: false, audience: clientId };
  const server = createServer((request, response) => {
    const answer = (body: unknown) => {
      response.setHeader("Content-Type", "application/json");
      response.end(JSON.stringify(body));
    };
    const token = () =>
      new SignJWT({
        nonce: state.nonce,
        name: "Olga Reader",
        email: "olga@home.example",
        email_verified: true,
      })
        .setProtectedHeader({ alg: "RS256", kid: "one" })
        .setIssuer(issuer)
        .setAudience(state.audience)
        .setSubject("olga")
        .setIssuedAt()
        .setExpirationTime("5m")
        .sign(state.isForged ? other.privateKey : privateKey);
    if (request.url === "/token") void token().then((signed) => answer({ id_token: signed }));
    else if (request.url === "/jwks")
      void exportJWK(publicKey).then((key) => answer({ keys: [{ ...key, kid: "one", alg: "RS256" }] }));
    else if (request.url === "/.well-known/openid-configuration")
      answer({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
      });
    else {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${addressOf(server.address()).port}`;
  return {
    issuer,
    state,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === "string") throw new Error("The provider has no port");
  return address;
}

const settings = () => `/api/sites/${siteId}/comment-provider`;
/** connectCommentProvider */
const connect = (issuer: string) =>
  app.owner.post(settings(), { issuer, clientId, clientSecret: "a secret", label: "Tea club" });

/** Goes to the provider and comes back with a code, as a browser does. */
async function goAndComeBack(forge: Partial<typeof provider.state> = {}): Promise<Response> {
  const started = await visitor.get("oauth", { returnUrl: page });
  expect(started.status).toBe(303);
  const asked = new URL(started.headers.get("Location") ?? "").searchParams;
  expect(asked.get("code_challenge_method")).toBe("S256");
  Object.assign(provider.state, { nonce: asked.get("nonce"), isForged: false, audience: clientId }, forge);
  return visitor.get("oauth-return", { code: "a-code", state: asked.get("state") ?? "" });
}

describe("a visitor who signs in at the site's provider", () => {
  test("finds none before the owner has named one, and what is no provider is refused", async () => {
    expect((await visitor.get("oauth", { returnUrl: page })).status).toBe(404);
    const wrong = await connect(`${provider.issuer}/nowhere`);
    expect([wrong.status, await wrong.json()]).toEqual([
      503,
      expect.objectContaining({
        title: `${new URL(provider.issuer).host} does not answer as a provider of OpenID Connect does`,
      }),
    ]);
  });

  test("comes back to the page with a code that is good once", async () => {
    expect((await connect(provider.issuer)).status).toBeLessThan(300);
    const back = await goAndComeBack();
    const to = new URL(back.headers.get("Location") ?? "");
    expect([back.status, to.origin + to.pathname]).toEqual([303, page]);
    const code = /[#&?]samovar-code=([\w-]+)|=([\w-]{20,})/.exec(to.href)?.slice(1).find(Boolean);
    expect(code).toBeTruthy();
  });

  test.each([
    ["signed by somebody else", { isForged: true }],
    ["meant for somebody else", { audience: "another-client" }],
    ["an answer to another question", { nonce: "another" }],
  ])("is refused with a token that is %s", async (_, forge) => {
    const back = await goAndComeBack(forge);
    expect([back.status, await back.json()]).toEqual([
      401,
      expect.objectContaining({
        title: `What came back from ${provider.issuer} is not signed as it should be`,
      }),
    ]);
  });

  test("finds none any more once the owner has disconnected it", async () => {
    const gone = await app.owner.delete(settings()); // disconnectCommentProvider
    expect(await read(Promise.resolve(gone), z.looseObject({}))).toBeTruthy();
    expect((await visitor.get("oauth", { returnUrl: page })).status).toBe(404);
    expect((await app.owner.delete(settings())).status).toBe(404);
  });
});
