import { expect, test } from "vitest";
import { z } from "zod";
import { createApp } from "#src/testing/create-app.ts";
import { read } from "#src/testing/people.ts";
import { serveMail } from "#src/testing/serve-mail.ts";
import { from, minuteMs, Subscriber, openSite, ask, open, linkIn, list } from "./testing/subscribing.ts";

test("a link that was altered, made for another use or is a week old opens nothing", async () => {
  await using server = await serveMail();
  await using app = await createApp({ mail: { smtpUrl: server.smtpUrl, from } });
  const { id, siteKey } = await openSite(app);
  await ask(app, siteKey, { email: "reader@home.example" });
  await app.work();
  const confirmUrl = linkIn(server, "reader@home.example", "confirm");
  const wrong = [
    confirmUrl.slice(0, -1),
    `${confirmUrl}A`,
    confirmUrl.replace("/confirm/", "/leave/"),
    "http://samovar.test/letter/confirm/x",
  ];
  for (const url of wrong) expect((await open(app, url, { method: "POST" })).status, url).toBe(404);
  await app.advance(8 * 24 * 60 * minuteMs);
  expect((await open(app, confirmUrl, { method: "POST" })).status).toBe(404);
  expect(await list(app, id)).toMatchObject([{ state: "asked" }]);
});

test("the form works without a script, says what is wrong, and shows nobody's markup", async () => {
  await using server = await serveMail();
  await using app = await createApp({ mail: { smtpUrl: server.smtpUrl, from } });
  const { siteKey } = await openSite(app);
  const form = `http://samovar.test/letters/${siteKey}/form`;
  expect(await (await app.app.request(form, { headers: { "Accept-Language": "ru" } })).text()).toContain(
    "Ваша почта",
  );
  const send = (fields: Record<string, string>) =>
    app.app.request(form, {
      method: "POST",
      headers: { Origin: "http://samovar.test" },
      body: new URLSearchParams({ website: "", language: "en", ...fields }),
    });
  const wrong = await send({ email: '"><script>alert(1)</script>' });
  expect(wrong.status).toBe(400);
  const text = await wrong.text();
  expect(text).toContain("This is no e-mail address");
  expect(text).not.toContain("<script>");
  expect((await send({ email: "reader@home.example" })).status).toBe(202);
  expect((await send({ email: "robot@home.example", website: "x" })).status).toBe(202);
  await app.work();
  expect(server.taken.map(({ to }) => to[0])).toEqual(["reader@home.example"]);
  const foreign = await app.app.request(form, {
    method: "POST",
    headers: { Origin: "https://evil.example" },
    body: new URLSearchParams({ email: "reader@home.example" }),
  });
  expect(foreign.status).toBe(403);
});

test("subscribers added by the owner's program are asked too; the owner ends and erases", async () => {
  await using server = await serveMail();
  await using app = await createApp({ mail: { smtpUrl: server.smtpUrl, from } });
  const { id } = await openSite(app);
  const added = await read(
    app.owner.post(`/api/sites/${id}/subscribers`, { email: "reader@home.example" }),
    Subscriber,
  );
  expect(added.state).toBe("asked");
  await app.work();
  expect(server.lastTo("reader@home.example").mail.subject).toContain("Confirm");
  expect(await (await app.owner.post(`/api/subscribers/${added.id}/end`)).json()).toMatchObject({
    state: "left",
  });
  const data = await read(
    app.owner.get(`/api/subscribers/${added.id}/data`),
    z.object({ data: z.unknown() }),
  );
  expect(JSON.stringify(data)).toContain("reader@home.example");
  expect((await app.owner.delete(`/api/subscribers/${added.id}`)).status).toBe(200);
  expect((await app.owner.get(`/api/subscribers/${added.id}`)).status).toBe(404);
});
