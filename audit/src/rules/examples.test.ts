import { describe, expect, test } from "vitest";
import { networkIds } from "../networks/network.ts";
import type { Page } from "../page/page.ts";
import { readPage } from "../page/read-page.ts";
import { fakeVisitors } from "../testing/fake-visitors.ts";
import type { Visit } from "../visit/visit.ts";
import { pageUrl, type Scene, type WebScene } from "./example.ts";
import { examples } from "./examples.ts";
import { ruleOf, rules } from "./index.ts";
import type { Finding, Subject } from "./rule.ts";
import { sayFinding } from "./say.ts";

describe.each(examples)("$ruleId", ({ ruleId, failing, passing }) => {
  const rule = ruleOf(ruleId);

  test.each(Object.entries(failing))("finds “%s” where it is", async (key, scene) => {
    const findings = await rule.check(await subjectOf(scene));
    expect(findings.map((finding) => finding.key)).toContain(key);
    const wanted = typeof scene === "string" ? undefined : scene.finds;
    if (wanted)
      expect(findings.filter((finding) => finding.key === key)).toContainEqual(
        expect.objectContaining(wanted),
      );
    for (const finding of findings) expectSound(ruleId, finding);
  });

  // Rules that make visits are not asked without a web.
  const alone = rule.reach === "page" ? Object.values(failing) : [];
  test("gets along without the web, where it may", async () => {
    for (const scene of alone) {
      const findings = await rule.check({ ...(await subjectOf(scene)), web: undefined });
      for (const finding of findings) expectSound(ruleId, finding);
    }
  });

  test.each(Object.entries(passing))("is silent about %s", async (_, scene) => {
    expect(await rule.check(await subjectOf(scene))).toEqual([]);
  });
});

test("every rule has a failing page for each thing that it can say, and a passing page", () => {
  const shown = new Map(examples.map((example) => [example.ruleId, example]));
  const lacking = rules.flatMap(({ id, says }) => {
    const { failing = {}, passing = {} } = shown.get(id) ?? {};
    return [
      ...Object.keys(says)
        .filter((key) => !(key in failing))
        .map((key) => `${id}: no failing page for "${key}"`),
      ...Object.keys(failing)
        .filter((key) => !(key in says))
        .map((key) => `${id}: nothing is said of "${key}"`),
      ...(Object.keys(passing).length > 0 ? [] : [`${id}: no passing page`]),
    ];
  });
  expect(lacking).toEqual([]);
});

test("examples are kept once for each rule", () => {
  const ids = examples.map(({ ruleId }) => ruleId);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

/** What no finding may be, whatever the rule: without words, with a hole in them, or worse than its rule. */
function expectSound(ruleId: string, finding: Finding): void {
  const rule = ruleOf(ruleId);
  for (const language of ["en", "ru"] as const) {
    const { what, remedy } = sayFinding(rule, finding, language);
    expect(`${what} ${remedy}`).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
  }
  const ranks = ["info", "warning", "error"];
  expect(ranks.indexOf(finding.severity)).toBeLessThanOrEqual(ranks.indexOf(rule.severity));
  expect(finding.excerpt?.length ?? 0).toBeLessThanOrEqual(300);
  if (typeof finding.networks !== "string" && typeof rule.networks !== "string")
    expect(rule.networks).toEqual(expect.arrayContaining([...finding.networks]));
  if (typeof finding.networks !== "string") expect(finding.networks.length).toBeGreaterThan(0);
}

async function subjectOf(scene: Scene): Promise<Subject> {
  const told: WebScene = typeof scene === "string" ? { html: scene } : scene;
  const { asked = pageUrl, networks = networkIds } = told;
  const visitors = fakeVisitors({ pages: { [pageUrl]: told.html ?? "", ...told.web }, images: told.images });
  const visit = await visitors.visit(asked, "samovar");
  return { page: pageOf(visit), visit, networks, web: visitors };
}

function pageOf({ asked, answer }: Visit): Page {
  return readPage({
    url: answer?.url ?? asked,
    body: answer?.body ?? new Uint8Array(),
    contentType: answer?.headers.get("content-type"),
    isTruncated: answer?.isTruncated ?? false,
  });
}
