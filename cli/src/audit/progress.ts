import { Presets, SingleBar } from "cli-progress";
import type { CrawlProgress } from "@samovar/audit";
import type { Terminal } from "../program.ts";

interface Shown {
  readonly update: ((progress: CrawlProgress) => void) | undefined;
  readonly end: () => void;
}

/** A bar on standard error, where a person looks on. */
export function showProgress({ stderr }: Terminal): Shown {
  if (stderr !== process.stderr || !process.stderr.isTTY) return { update: undefined, end: () => undefined };
  const bar = new SingleBar(
    {
      stream: process.stderr,
      clearOnComplete: true,
      hideCursor: true,
      format: " {bar} {value}/{total} · {rate}/s · {failed} ✗ · {eta_formatted}",
    },
    Presets.shades_classic,
  );
  bar.start(1, 0, { rate: "0", failed: 0 });
  return {
    update({ done, known, failed, ratePerSecond }) {
      bar.setTotal(Math.max(1, known));
      bar.update(done, { failed, rate: ratePerSecond.toFixed(1) });
    },
    end: () => bar.stop(),
  };
}
