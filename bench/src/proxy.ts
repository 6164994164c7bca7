import autocannon from "autocannon";
import { spawn } from "node:child_process";
import { Agent, get } from "node:http";
import { fileURLToPath } from "node:url";
import { cpuMs, freePort, lineOf } from "./house.ts";
import { round } from "./load.ts";
import type { Figures } from "./main.ts";

export const about = "samovar proxy: latency that it adds and throughput, beside the bare origin";

const aimAddedMs = 5;
const requests = 2_000;
const loadSeconds = 5;
const connections = 16;
const gzip = { "accept-encoding": "gzip" };
const robot = { "user-agent": "facebookexternalhit/1.1" };

/** What is asked for, and how: the origin itself never packs. */
const kinds = [
  { name: "page", path: "/page", headers: {} },
  { name: "page_gzip", path: "/page", headers: gzip },
  { name: "image", path: "/image.jpg", headers: {} },
  { name: "robot", path: "/page", headers: robot },
] as const;

export async function measure(): Promise<Figures> {
  await using origin = await start("proxy-origin.ts");
  await using proxy = await start("proxy-run.ts", origin.url);
  const figures: Record<string, number> = {};
  let failed = 0;
  for (const { name, path, headers } of kinds) {
    const [bare, through] = await inTurns({ path, headers, origin: origin.url, proxy: proxy.url });
    const bareLoad = await load(origin, path, headers);
    const throughLoad = await load(proxy, path, headers);
    failed += bareLoad.failed + throughLoad.failed;
    Object.assign(figures, {
      [`${name}_origin_p50_ms`]: at(bare, 0.5),
      [`${name}_proxy_p50_ms`]: at(through, 0.5),
      [`${name}_added_p50_ms`]: round(at(through, 0.5) - at(bare, 0.5)),
      [`${name}_added_p99_ms`]: round(at(through, 0.99) - at(bare, 0.99)),
      [`${name}_origin_per_s`]: bareLoad.perSecond,
      [`${name}_proxy_per_s`]: throughLoad.perSecond,
      [`${name}_origin_cpu_ms`]: bareLoad.cpuMs,
      [`${name}_proxy_cpu_ms`]: throughLoad.cpuMs,
      [`${name}_throughput_ratio`]: round(throughLoad.perSecond / bareLoad.perSecond),
    });
  }
  const added = Math.max(...kinds.map(({ name }) => figures[`${name}_added_p50_ms`] ?? Infinity));
  return {
    ...figures,
    failed_requests: failed,
    aim_added_p50_ms: aimAddedMs,
    worst_added_p50_ms: added,
    within_budget: added < aimAddedMs && failed === 0,
  };
}

async function start(file: string, ...words: readonly string[]) {
  const port = await freePort();
  const script = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn(process.execPath, [script, String(port), ...words], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await lineOf(child, "ready");
  return {
    pid: child.pid ?? 0,
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      child.kill();
      await new Promise((resolve) => child.once("exit", resolve));
    },
  };
}

interface Asked {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly origin: string;
  readonly proxy: string;
}

/** One request after another, on one connection each, by turns: what else the machine does meets both alike. */
async function inTurns({ path, headers, origin, proxy }: Asked): Promise<readonly [number[], number[]]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const bare: number[] = [];
  const through: number[] = [];
  for (let turn = 0; turn < requests + 200; turn += 1) {
    const one = await timed(origin + path, headers, agent);
    const other = await timed(proxy + path, headers, agent);
    if (turn < 200) continue; // warm-up
    bare.push(one);
    through.push(other);
  }
  agent.destroy();
  return [bare.toSorted((a, b) => a - b), through.toSorted((a, b) => a - b)];
}

function timed(url: string, headers: Readonly<Record<string, string>>, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    get(url, { headers: { ...headers }, agent }, (response) => {
      response.resume().once("end", () => resolve(performance.now() - began));
    }).once("error", reject);
  });
}

const at = (sorted: readonly number[], part: number): number =>
  round(sorted[Math.floor(sorted.length * part)] ?? Number.NaN);

/** Throughput, and CPU time of the answering process for each request. */
async function load(
  { url, pid }: { readonly url: string; readonly pid: number },
  path: string,
  headers: Readonly<Record<string, string>>,
) {
  const before = await cpuMs(pid);
  const result = await autocannon({
    url: url + path,
    connections,
    duration: loadSeconds,
    headers: { ...headers },
  });
  const spent = (await cpuMs(pid)) - before;
  return {
    perSecond: Math.round(result.requests.average),
    cpuMs: round(spent / Math.max(1, result.requests.total)),
    failed: result.non2xx + result.errors,
  };
}
