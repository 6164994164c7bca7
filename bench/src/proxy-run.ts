/** The proxy in a process of its own. `node proxy-run.ts <port> <origin>`. */
import { createMendingProxy } from "@samovar/repair";

const proxy = createMendingProxy({
  origin: process.argv[3] ?? "",
  profile: { siteName: "Bench", script: { src: "https://samovar.example/w/site.js", siteKey: "k" } },
});
await proxy.listen(Number(process.argv[2]));
console.log("ready");
