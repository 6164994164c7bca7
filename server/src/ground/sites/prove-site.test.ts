import { createSocket } from "node:dgram";
import { promises as dns } from "node:dns";
import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { createHttp } from "@samovar/http-client";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { read } from "#src/testing/people.ts";
import { serveSite } from "#src/testing/serve-site.ts";
import { proveSite } from "./prove-site.ts";

const Site = z.object({
  id: z.string(),
  origin: z.string(),
  embedLine: z.string(),
  provedBy: z.string().nullable(),
  proofs: z.object({
    meta: z.string(),
    fileUrl: z.string(),
    fileText: z.string(),
    dnsName: z.string(),
    dnsText: z.string(),
  }),
});

const register = (app: TestApp, origin: string) =>
  read(app.owner.post("/api/sites", { name: "Tea", origin }), Site);
const prove = (app: TestApp, id: string, method: string) =>
  app.owner.post(`/api/sites/${id}/proof`, { method });

describe("a site", () => {
  test("is known by scheme and host, once; the line to embed carries its key", async () => {
    await using app = await createApp();
    const site = await register(app, "  HTTPS://Чай.example:443/path?x#y ");
    expect(site).toMatchObject({ origin: "https://xn--80as4b.example" });
    expect(site.embedLine).toMatch(
      /^<script async src="http:\/\/samovar\.test\/w\/site\.js" data-site="[\w-]{12}"><\/script>$/,
    );
    const twice = await app.owner.post("/api/sites", { name: "Again", origin: "https://чай.example/" });
    expect(twice.status).toBe(409);
    for (const origin of [
      "",
      "ftp://a.example",
      "javascript:alert(1)",
      "https://",
      "a b",
      "mailto:a@b.example",
    ]) {
      const answer = await app.owner.post("/api/sites", { name: "Bad", origin });
      expect(answer.status, origin).toBe(400);
      expect(await answer.json()).toMatchObject({
        fields: [{ path: "origin", message: expect.stringContaining("https://example.com") }],
      });
    }
  });

  test("is renamed, and forgotten with its pages when it is deleted", async () => {
    await using app = await createApp();
    const { id } = await register(app, "https://tea.example");
    expect(await (await app.owner.patch(`/api/sites/${id}`, { name: "Green tea" })).json()).toMatchObject({
      name: "Green tea",
    });
    expect((await app.owner.delete(`/api/sites/${id}`)).status).toBe(200);
    for (const path of [
      `/api/sites/${id}`,
      `/api/sites/${id}/pages`,
      `/api/sites/${id}/sitemap-readings/latest`,
    ])
      expect((await app.owner.get(path)).status, path).toBe(404);
  });
});

describe("a site is proved", () => {
  test("by a tag in the head of its first page, and not by one that a visitor wrote", async () => {
    await using site = await serveSite();
    await using app = await createApp();
    const { id, proofs } = await register(app, site.origin);
    site.pages["/"] = "<!doctype html><title>Tea</title><p>Hello";
    expect(await (await prove(app, id, "meta")).json()).toMatchObject({
      code: "not_found",
      hint: expect.stringContaining(proofs.meta),
    });
    site.pages["/"] = `<!doctype html><title>Tea</title><body><p>${proofs.meta}`;
    expect((await prove(app, id, "meta")).status).toBe(404);
    site.pages["/"] = `<title>Tea</title><meta name="samovar-site" content="another">${proofs.meta}<p>Hello`;
    expect(await (await prove(app, id, "meta")).json()).toMatchObject({
      provedBy: "meta",
      provedAt: expect.any(String),
    });
  });

  test("by a file", async () => {
    await using site = await serveSite();
    await using app = await createApp();
    const { id, proofs } = await register(app, site.origin);
    const path = new URL(proofs.fileUrl).pathname;
    expect(await (await prove(app, id, "file")).json()).toMatchObject({
      title: `There is no file ${proofs.fileUrl}`,
    });
    site.pages[path] = "<html>a page for everything that is not there</html>";
    expect((await prove(app, id, "file")).status).toBe(404);
    site.pages[path] = `${proofs.fileText}\n`;
    expect(await (await prove(app, id, "file")).json()).toMatchObject({ provedBy: "file" });
    // Proved anew another way: one proof is kept, the newest.
    site.pages["/"] = proofs.meta;
    expect(await (await prove(app, id, "meta")).json()).toMatchObject({ provedBy: "meta" });
  });

  test("by a TXT record, also one of several and in pieces", async () => {
    await using app = await createApp();
    const { id, proofs } = await register(app, "https://tea.example");
    const records: string[][] = [["v=spf1 -all"]];
    await using names = await serveNames((name) => (name === proofs.dnsName ? records : []));
    expect(await (await prove(app, id, "dns")).json()).toMatchObject({
      title: `No TXT record of ${proofs.dnsName} is ours`,
      hint: expect.stringContaining(proofs.dnsText),
    });
    expect(names.address).toBe("127.0.0.1");
    records.push([proofs.dnsText.slice(0, 10), proofs.dnsText.slice(10)]);
    expect(await (await prove(app, id, "dns")).json()).toMatchObject({ provedBy: "dns" });
    const other = await register(app, "https://coffee.example");
    expect((await prove(app, other.id, "dns")).status).toBe(404);
  });

  test("not while it fails, hangs up, is too large or is nowhere; the answer says what was met", async () => {
    await using site = await serveSite();
    await using app = await createApp();
    const { id } = await register(app, site.origin);
    site.pages["/"] = (_request, response) => void response.writeHead(502).end();
    expect(await (await prove(app, id, "meta")).json()).toMatchObject({
      code: "unavailable",
      title: `${site.origin}/ answers 502`,
    });
    site.pages["/"] = (request) => void request.socket.destroy();
    expect((await prove(app, id, "meta")).status).toBe(503);
    site.pages["/"] = "x".repeat(3 * 1024 * 1024);
    expect((await prove(app, id, "meta")).status).toBe(503);
    site.pages["/"] = "<div>".repeat(100_000);
    expect((await prove(app, id, "meta")).status).toBe(404);
    const gone = await register(app, "http://127.0.0.1:9");
    expect((await prove(app, gone.id, "file")).status).toBe(503);
  });

  test("not on a private address, which a house that trusts not everybody never calls", async () => {
    await using site = await serveSite({ "/": "secret of the house" });
    await using app = await createApp();
    const { id } = await register(app, site.origin);
    const http = createHttp({ allowPrivate: false, userAgent: "a test" });
    const { database, inside } = app.house;
    const proving = proveSite.run(
      Object.assign(Object.create(null), {
        http,
        transact: (work: (parts: ReturnType<typeof inside>) => Promise<unknown>) =>
          database.transact("*", (db) => work(inside(db))),
      }),
      { id, method: "meta" },
    );
    await expect(proving).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining("not on the public Internet"),
      hint: expect.stringContaining("ALLOW_PRIVATE_ADDRESSES"),
    });
  });
});

/** A name server for this process: answers TXT questions. */
async function serveNames(recordsOf: (name: string) => readonly (readonly string[])[]) {
  const socket = createSocket("udp4");
  socket.on("message", (question, { port, address }) => {
    const end = question.indexOf(0, 12) + 5;
    const records = recordsOf(nameIn(question));
    const header = Buffer.from(question.subarray(0, 12));
    header.writeUInt16BE(records.length > 0 ? 0x81_80 : 0x81_83, 2);
    header.writeUInt16BE(records.length, 6);
    header.writeUInt32BE(0, 8);
    socket.send(Buffer.concat([header, question.subarray(12, end), ...records.map(record)]), port, address);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  const before = dns.getServers();
  dns.setServers([`127.0.0.1:${socket.address().port}`]);
  return {
    address: socket.address().address,
    async [Symbol.asyncDispose]() {
      dns.setServers(before);
      socket.close();
      await once(socket, "close");
    },
  };
}

function nameIn(question: Buffer): string {
  const labels: string[] = [];
  for (let at = 12; question[at]; at += (question[at] ?? 0) + 1)
    labels.push(question.toString("ascii", at + 1, at + 1 + (question[at] ?? 0)));
  return labels.join(".").toLowerCase();
}

function record(texts: readonly string[]): Buffer {
  const data = Buffer.concat(texts.flatMap((text) => [Buffer.of(text.length), Buffer.from(text)]));
  const head = Buffer.from([0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 0, 0, data.length]);
  return Buffer.concat([head, data]);
}
