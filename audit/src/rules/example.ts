import type { NetworkId } from "../networks/network.ts";
import type { FakeWeb } from "../testing/fake-visitors.ts";
import type { Finding } from "./rule.ts";

/**
 * Pages that show what a rule means: those on which it speaks, and those on which it is silent. Each group keeps them
 * in `rules/<group>/examples.ts`; `rules/examples.test.ts` tries them all, and asks for one failing page for each key
 * of the rule's `says` and at least one passing page.
 */
export interface Example {
  readonly ruleId: string;
  /** By key of `says`: the rule makes a finding of that key there. It may make others too. */
  readonly failing: Readonly<Record<string, FailingScene>>;
  /** By what they show, in a few words: the rule finds nothing there. */
  readonly passing: Readonly<Record<string, Scene>>;
}

/** A page, by its HTML alone or with the web around it. */
export type Scene = string | WebScene;

export interface WebScene {
  /** The page at `https://example.org/page`; `web` may tell the same address otherwise for each robot. */
  readonly html?: string;
  /** The address that is audited. Default `https://example.org/page`. */
  readonly asked?: string;
  /** What other addresses answer, by absolute address; what is not named is a 404. */
  readonly web?: FakeWeb["pages"];
  /** Pictures by absolute address: each a good card picture (JPEG, 1200×630, 150,000 bytes) except for what is told. */
  readonly images?: FakeWeb["images"];
  /** Default: all. */
  readonly networks?: readonly NetworkId[];
}

export type FailingScene = string | (WebScene & { readonly finds?: Partial<Finding> });

export const pageUrl = "https://example.org/page";

/** A whole document around the tags that matter. */
export const documentWith = (
  head: string,
  body = "<h1>A page</h1><p>With a paragraph of text.</p>",
): string =>
  `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n${head}\n</head>\n<body>\n${body}\n</body>\n</html>\n`;
