/** A crawl in a process of its own, so that a test can kill it: `node crawl-until-killed.ts <start> <folder>`. */
import { crawl } from "../crawl/crawl.ts";
import { createVisitors } from "../visit/create-visitors.ts";
import { auditLinks } from "./audit-links.ts";

const [start = "", stateFolder = ""] = process.argv.slice(2);
const visitors = createVisitors({ allowPrivate: true });
const audit = (url: string) => auditLinks(url, visitors);
for await (const { url } of crawl({ start, stateFolder, visitors, audit, delayMs: 0 }))
  process.stdout.write(`${url}\n`);
