import { expect, test } from "vitest";
import { articles } from "./articles.ts";
import { serveSite } from "./serve-site.ts";

const embedded = {
  embedLine: '<script async src="https://samovar.test/w/site.js" data-site="KEY"></script>',
  proofMeta: '<meta name="samovar-site" content="TOKEN">',
  samovarUrl: "https://samovar.test",
};

test("what Samovar asks for stands in every page as soon as the owner has put it there", async () => {
  await using site = await serveSite();
  const ask = async (path: string) => (await fetch(`${site.origin}${path}`)).text();
  expect(await ask("/")).not.toContain("samovar-site");
  site.embed(embedded, { fileText: "TOKEN" });
  for (const path of ["/", ...articles.map(({ slug }) => `/${slug}`)]) {
    const page = await ask(path);
    expect(page).toContain(embedded.embedLine);
    expect(page).toContain(embedded.proofMeta);
  }
  expect(await ask("/water-for-tea")).toContain("<samovar-pass");
  expect(await ask("/.well-known/samovar-site.txt")).toBe("TOKEN\n");
});

test("every page that the sitemap names is there; all but one show a picture", async () => {
  await using site = await serveSite();
  const map = await (await fetch(`${site.origin}/sitemap.xml`)).text();
  const addresses = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1] ?? "");
  expect(addresses).toHaveLength(articles.length + 1);
  const bare = [];
  for (const address of addresses) {
    const page = await (await fetch(address)).text();
    const [, image] = /property="og:image" content="([^"]+)"/.exec(page) ?? [];
    if (image === undefined) bare.push(new URL(address).pathname);
    else expect((await fetch(image)).headers.get("content-type")).toBe("image/jpeg");
  }
  expect(bare).toEqual(["/tea-talk-rules"]);
});

test("an address that is not there says so, and leads on", async () => {
  await using site = await serveSite();
  const answer = await fetch(`${site.origin}/no-such-page`);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain('href="/podstakannik"');
  expect((await fetch(`${site.origin}/apple-touch-icon.png`)).headers.get("content-type")).toBe("image/png");
});
