import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { ensureChromium } from "./chromium.mjs";
import { makeEnvironment, root, run } from "./steps.mjs";

const runs = [
  { title: "the tests beside the code", config: "vitest.config.ts" },
  { title: "the journeys, in a real browser", config: "vitest.journey.config.ts" },
];

/**
 * Runs every test there is, or those whose path contains one of the words. The last line is the sum of all; the exit
 * code says the same.
 */
export async function runTests(node, words) {
  const chromium = await ensureChromium();
  await ensureBuilt(node);
  const folder = mkdtempSync(join(tmpdir(), "samovar-test-"));
  const total = { passed: 0, failed: 0, skipped: 0 };
  try {
    for (const { title, config } of runs) {
      console.log(`\n▸ Running ${title} (${config}) …`);
      const counts = await runVitest([node, ...words], { config, chromium, folder });
      for (const key of Object.keys(total)) total[key] += counts[key];
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
  if (total.passed + total.failed === 0) console.log("\nNothing ran: no test matches, or all are skipped");
  console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

async function runVitest([node, ...words], { config, chromium, folder }) {
  const report = join(folder, `${config}.json`);
  const command = [node, join(root, "node_modules/vitest/vitest.mjs"), "run", "--config", config];
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const some = words.length > 0 ? ["--passWithNoTests", ...words] : [];
  const env = makeEnvironment({ CHROMIUM_PATH: chromium });
  const { code } = await run([...command, ...reporters, ...some], { env });
  return countTests(report, code, config);
}

// A file that does not load, an error outside any test and a run that broke off each count as one failure: none of
// them has a test of its own to stand for it.
export function countTests(report, code, config) {
  if (!existsSync(report)) {
    console.log(`The run of ${config} broke off (code ${code}); that counts as one failure`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(report, "utf8"),
  );
  const unloaded = testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  let failed = numFailedTests + unloaded.length;
  if (failed === 0 && code !== 0) {
    console.log(`The run of ${config} ended with code ${code} beyond its tests; that counts as one failure`);
    failed = 1;
  }
  return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests };
}
