import { createECDH, randomBytes } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { once } from "node:events";
import { expect, test } from "vitest";
import { z } from "zod";
import { createApp } from "#src/testing/create-app.ts";
import { read } from "#src/testing/people.ts";

const origin = "https://tea.example";

/** A push service: answers by the endpoint's path, keeps what it got. */
async function servePush() {
  const got: { path: string; headers: IncomingHttpHeaders; body: Buffer }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      got.push({ path: request.url ?? "", headers: request.headers, body: Buffer.concat(chunks) });
      response.writeHead(Number(/\/(\d{3})/.exec(request.url ?? "")?.[1] ?? 201)).end();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  return {
    url,
    got,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function browserKeys() {
  const keys = createECDH("prime256v1");
  keys.generateKeys();
  return { p256dh: keys.getPublicKey("base64url"), auth: randomBytes(16).toString("base64url") };
}

test("browsers that agreed are told, encrypted for each alone; one that is gone is taken off", async () => {
  await using service = await servePush();
  await using app = await createApp();
  const site = await read(
    app.owner.post("/api/sites", { name: "Tea", origin }),
    z.object({ id: z.uuid(), siteKey: z.string() }),
  );
  const send = (method: string, body: object) =>
    app.app.request(`http://samovar.test/letters/${site.siteKey}/subscriptions`, {
      method,
      headers: { Origin: origin, "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  const subscribe = (path: string) =>
    send("POST", {
      page: `${origin}/black`,
      push: { endpoint: `${service.url}${path}`, keys: browserKeys() },
    });
  await app.app.request(`http://samovar.test/letters/${site.siteKey}`, { headers: { Origin: origin } });
  for (const path of ["/201/one", "/410/gone", "/500/broken", "/201/leaves", "/201/one"])
    expect((await subscribe(path)).status).toBe(202);
  expect((await send("DELETE", { endpoint: `${service.url}/201/leaves` })).status).toBe(204);
  const forged = await send("POST", {
    page: origin,
    push: { endpoint: "ftp://x.example", keys: browserKeys() },
  });
  expect(forged.status).toBe(400);
  expect(
    (await send("POST", { page: origin, push: { endpoint: "http://x.example/1", keys: browserKeys() } }))
      .status,
  ).toBe(400);
  const notice = { title: "Новый чай", body: "Попробуйте", url: `${origin}/new` };
  expect((await app.owner.post(`/api/sites/${site.id}/push-notices`, notice)).status).toBe(201);
  await app.work();
  expect(service.got.map(({ path }) => path).toSorted()).toEqual(["/201/one", "/410/gone", "/500/broken"]);
  const one = service.got.find(({ path }) => path === "/201/one");
  expect(one?.headers).toMatchObject({
    "content-encoding": "aes128gcm",
    authorization: expect.stringMatching(/^vapid t=/),
  });
  expect(one?.body.includes("Новый чай")).toBe(false);
  const Notices = z.object({ items: z.array(z.object({ sent: z.int(), gone: z.int(), failed: z.int() })) });
  expect((await read(app.owner.get(`/api/sites/${site.id}/push-notices`), Notices)).items).toMatchObject([
    { sent: 1, gone: 1, failed: 1 },
  ]);
  const growth = await read(
    app.owner.get(`/api/sites/${site.id}/subscriber-growth`),
    z.object({ browsers: z.int() }),
  );
  expect(growth.browsers).toBe(2);
});
