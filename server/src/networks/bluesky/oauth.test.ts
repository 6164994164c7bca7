import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { NetworkTools, Session } from "../network.ts";
import { failureOf, testTools, toMessage, toSession } from "../testing.ts";
import { OAuthCredentials } from "./agent.ts";
import { bluesky } from "./bluesky.ts";
import { startServersAlone, type RealNetwork, type RealUser } from "./start-real-network.ts";

const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  existsSync,
);
const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
];

let network: RealNetwork;
let anna: RealUser;
let ours: { readonly tools: NetworkTools; readonly close: () => void };

/** Our own return address, on a free port. */
async function listen(): Promise<typeof ours> {
  const server = createServer((_, response) => response.end("Back at Samovar"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { tools: { ...testTools, publicUrl: `http://localhost:${port}` }, close: () => void server.close() };
}

beforeAll(async () => {
  network = await startServersAlone();
  anna = await network.addUser("anna.test", "Anna");
  ours = await listen();
}, 120_000);
afterAll(async () => {
  ours?.close();
  await network?.[Symbol.asyncDispose]();
});

function oauth() {
  const method = bluesky.connect.find(({ kind }) => kind === "oauth");
  if (method?.kind !== "oauth") throw new Error("No OAuth");
  return method;
}

/** What the owner does on the server's page: password, then the named button. */
async function clickThrough(url: string, button: RegExp): Promise<Record<string, string>> {
  const browser = await chromium.launch({ executablePath: executablePath ?? "", args: chromiumFlags });
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await page.locator('input[type="password"]').fill(anna.password);
    await page
      .getByRole("button", { name: /sign in|next/i })
      .last()
      .click();
    await page.getByRole("button", { name: button }).click();
    await page.waitForURL(/\/networks\/bluesky\/return/);
    return Object.fromEntries(new URL(page.url()).searchParams);
  } finally {
    await browser.close();
  }
}

describe.skipIf(!executablePath)("OAuth", { timeout: 120_000 }, () => {
  let session: Session;

  test("leads through the server's own page to an account that can publish", async () => {
    const begun = await oauth().start({ handle: "@anna.test", pds: network.pds }, ours.tools);
    const query = await clickThrough(begun.url, /authorize|accept|allow/i);
    expect(query["state"]).toBe(begun.token);
    const kept = JSON.parse(JSON.stringify(begun.state));
    const connection = await oauth().finish(kept, query, ours.tools);
    expect(connection.account).toMatchObject({
      externalId: anna.did,
      handle: "@anna.test",
      displayName: "Anna",
      server: network.pds,
    });
    session = toSession(JSON.parse(JSON.stringify(connection)), ours.tools);
    const publishing = bluesky.publishing(session);
    const key = publishing.newKey(new Date());
    const published = await publishing.send(toMessage("By OAuth"), key);
    expect(await publishing.send(toMessage("By OAuth"), key)).toEqual(published);
    expect(await publishing.find({ text: "By OAuth", since: new Date(Date.now() - 60_000) }, key)).toEqual(
      published,
    );
  });

  test("a token that has run out is renewed once for many calls, and stored", async () => {
    const before = OAuthCredentials.parse(session.credentials);
    const ended = { ...before.session.tokenSet, expires_at: new Date(0).toISOString() };
    await session.saveCredentials(
      JSON.parse(JSON.stringify({ ...before, session: { ...before.session, tokenSet: ended } })),
    );
    const publishing = bluesky.publishing(session);
    await Promise.all(
      ["A", "B"].map((text) => publishing.send(toMessage(text), publishing.newKey(new Date()))),
    );
    const after = OAuthCredentials.parse(session.credentials);
    expect(after.session.tokenSet.access_token).not.toBe(before.session.tokenSet.access_token);
    expect(after.session.tokenSet.refresh_token).not.toBe(before.session.tokenSet.refresh_token);
  });

  test("a refresh token used twice ends the session: connect again", async () => {
    const used = OAuthCredentials.parse(session.credentials);
    const ended = {
      ...used.session.tokenSet,
      expires_at: new Date(0).toISOString(),
      refresh_token: `${used.session.tokenSet.refresh_token}x`,
    };
    await session.saveCredentials(
      JSON.parse(JSON.stringify({ ...used, session: { ...used.session, tokenSet: ended } })),
    );
    const publishing = bluesky.publishing(session);
    const error = await failureOf(publishing.send(toMessage("x"), publishing.newKey(new Date())));
    expect(error).toMatchObject({ kind: "reconnect" });
  });

  test("who refuses is told so", async () => {
    const begun = await oauth().start({ handle: "anna.test", pds: network.pds }, ours.tools);
    const query = await clickThrough(begun.url, /deny|reject|cancel/i);
    expect(await failureOf(oauth().finish(begun.state, query, ours.tools))).toMatchObject({
      kind: "rejected",
    });
  });
});
