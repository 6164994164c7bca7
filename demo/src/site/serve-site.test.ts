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

test("every page that the sitemap names is there, with a picture of its own", async () => {
  await using site = await serveSite();
  const map = await (await fetch(`${site.origin}/sitemap.xml`)).text();
  const addresses = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1] ?? "");
  expect(addresses).toHaveLength(articles.length + 1);
  for (const address of addresses) {
    const page = await (await fetch(address)).text();
    const image = /property="og:image" content="([^"]+)"/.exec(page)?.[1] ?? "";
    expect((await fetch(image)).headers.get("content-type")).toBe("image/jpeg");
  }
});
