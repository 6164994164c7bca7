import type { Finding, InLanguages, Language, Rule } from "./rule.ts";

/** A finding in words: what is wrong, and what to do about it on this page. */
export function sayFinding(
  rule: Pick<Rule, "id" | "says">,
  finding: Pick<Finding, "key" | "values">,
  language: Language,
): { readonly what: string; readonly remedy: string } {
  const said = rule.says[finding.key];
  if (!said) throw new Error(`${rule.id} has no words for "${finding.key}"`);
  return { what: fill(said.what, finding, language), remedy: fill(said.remedy, finding, language) };
}

/** A sentence with its holes filled. */
export function fill(template: InLanguages, { values }: Pick<Finding, "values">, language: Language): string {
  return template[language].replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = values[name];
    if (value === undefined) return hole;
    return typeof value === "number" ? value.toLocaleString(language) : value;
  });
}
