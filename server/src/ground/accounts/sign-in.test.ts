import { URI } from "otpauth";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { read } from "#src/testing/people.ts";
import { createSoftPasskey } from "#src/testing/soft-passkey.ts";

const email = "olga@samovar.test";
const password = "correct horse battery";
const Me = z.object({ person: z.object({ email: z.string(), twoFactorEnabled: z.boolean() }) });

/** A browser's jar: keeps what answers set, sends it along. */
function openBrowser(app: TestApp) {
  const jar = new Map<string, string>();
  return async (method: "GET" | "POST", path: string, body?: unknown): Promise<Response> => {
    const response = await app.anonymous.request(path, {
      method,
      headers: {
        "Content-Type": "application/json",
        ...(jar.size > 0 ? { Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split(/=(.*)/s);
      if (/max-age=0/i.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
}

describe("by password", () => {
  test("a wrong password opens nothing, and nobody signs up by himself", async () => {
    await using app = await createApp();
    const browser = openBrowser(app);
    expect(
      (await browser("POST", "/api/auth/sign-in/email", { email, password: "a wrong one, this" })).status,
    ).toBe(401);
    expect((await browser("GET", "/api/me")).status).toBe(401);
    const signUp = await browser("POST", "/api/auth/sign-up/email", {
      name: "Eve",
      email: "eve@samovar.test",
      password,
    });
    expect(signUp.ok).toBe(false);
  });

  test("whoever guesses is held up after ten tries", async () => {
    await using app = await createApp();
    const browser = openBrowser(app);
    const tries: number[] = [];
    for (let index = 0; index < 11; index += 1)
      tries.push(
        (await browser("POST", "/api/auth/sign-in/email", { email, password: `guess number ${index}` }))
          .status,
      );
    expect(tries.slice(0, 8).every((status) => status === 401)).toBe(true);
    expect(tries.at(-1)).toBe(429);
  });

  test("signing out ends the session, also for whoever kept the cookie", async () => {
    await using app = await createApp();
    expect((await app.owner.get("/api/me")).status).toBe(200);
    expect((await app.owner.post("/api/auth/sign-out")).status).toBe(200);
    expect((await app.owner.get("/api/me")).status).toBe(401);
  });

  test("what no store can keep is refused, rather than failed on", async () => {
    await using app = await createApp();
    const answer = await app.anonymous.post("/api/auth/sign-in/email", {
      email: "a\0b@samovar.test",
      password,
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: "invalid", fields: [{ path: "email" }] });
  });
});

test("with TOTP, the password alone opens nothing; the code of the moment does", async () => {
  await using app = await createApp();
  const browser = openBrowser(app);
  await browser("POST", "/api/auth/sign-in/email", { email, password });
  const { totpURI } = await read(
    browser("POST", "/api/auth/two-factor/enable", { password }),
    z.object({ totpURI: z.string() }),
  );
  const totp = URI.parse(totpURI);
  const code = () => ("period" in totp ? totp.generate() : "");
  expect((await browser("POST", "/api/auth/two-factor/verify-totp", { code: code() })).status).toBe(200);
  expect((await read(browser("GET", "/api/me"), Me)).person.twoFactorEnabled).toBe(true);

  const elsewhere = openBrowser(app);
  const half = await elsewhere("POST", "/api/auth/sign-in/email", { email, password });
  expect(await half.json()).toMatchObject({ twoFactorRedirect: true });
  expect((await elsewhere("GET", "/api/me")).status).toBe(401);
  expect((await elsewhere("POST", "/api/auth/two-factor/verify-totp", { code: "000000" })).ok).toBe(false);
  expect((await elsewhere("POST", "/api/auth/two-factor/verify-totp", { code: code() })).status).toBe(200);
  expect((await read(elsewhere("GET", "/api/me"), Me)).person.email).toBe(email);
});

test("a passkey signs in without a password, and another's does not", async () => {
  await using app = await createApp();
  const Options = z.object({ challenge: z.string() });
  const browser = openBrowser(app);
  await browser("POST", "/api/auth/sign-in/email", { email, password });
  const passkey = createSoftPasskey(app.publicUrl);
  const toRegister = await read(browser("GET", "/api/auth/passkey/generate-register-options"), Options);
  const registered = await browser("POST", "/api/auth/passkey/verify-registration", {
    response: passkey.register(toRegister.challenge),
    name: "A phone",
  });
  expect(await registered.json()).toMatchObject({ name: "A phone" });

  const stranger = openBrowser(app);
  const strange = await read(stranger("GET", "/api/auth/passkey/generate-authenticate-options"), Options);
  const refused = await stranger("POST", "/api/auth/passkey/verify-authentication", {
    response: createSoftPasskey(app.publicUrl).authenticate(strange.challenge),
  });
  expect(refused.ok).toBe(false);

  const elsewhere = openBrowser(app);
  const { challenge } = await read(
    elsewhere("GET", "/api/auth/passkey/generate-authenticate-options"),
    Options,
  );
  const signedIn = await elsewhere("POST", "/api/auth/passkey/verify-authentication", {
    response: passkey.authenticate(challenge),
  });
  expect(signedIn.status).toBe(200);
  expect((await read(elsewhere("GET", "/api/me"), Me)).person.email).toBe(email);
});

describe("a session's cookie", () => {
  test("does nothing for another site's page, which gets told why; reading needs no origin", async () => {
    await using app = await createApp();
    for (const origin of ["https://evil.example", "null", "http://samovar.test.evil.example"]) {
      const forged = await app.owner.post(
        "/api/sites",
        { name: "Evil", origin: "https://e.example" },
        { Origin: origin },
      );
      expect(forged.status, origin).toBe(403);
      expect(await forged.json()).toMatchObject({
        code: "forbidden",
        hint: expect.stringContaining("PUBLIC_URL"),
      });
    }
    const { items } = await read(app.owner.get("/api/sites"), z.object({ items: z.array(z.unknown()) }));
    expect(items).toEqual([]);
    const cookie = await app.anonymous.post("/api/auth/sign-in/email", { email, password });
    expect(cookie.headers.getSetCookie().join()).toMatch(/httponly/i);
    expect(cookie.headers.getSetCookie().join()).toMatch(/samesite=lax/i);
  });

  test("is no key to a workspace that its person is not in", async () => {
    await using app = await createApp();
    const absent = app.owner.inWorkspace("0192f0c1-0000-7000-8000-000000000000");
    expect((await absent.get("/api/sites")).status).toBe(404);
    const garbled = app.owner.inWorkspace("mine");
    expect((await garbled.get("/api/sites")).status).toBe(400);
  });
});
