import { type Finding, type Rule, rules, sayFinding } from "@samovar/audit";

const byId: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));

/** The rule of an id; undefined for one that is no longer asked. */
export const findRule = (id: string): Rule | undefined => byId.get(id);

type Said = Pick<Finding, "key" | "values"> & { readonly ruleId: string };

/** A finding in both languages; undefined where its rule, or its sentence, is there no more. */
export function wordsOf({ ruleId, ...finding }: Said) {
  const rule = byId.get(ruleId);
  if (!rule || !(finding.key in rule.says)) return undefined;
  const en = sayFinding(rule, finding, "en");
  const ru = sayFinding(rule, finding, "ru");
  return {
    title: { ...rule.title },
    what: { en: en.what, ru: ru.what },
    remedy: { en: en.remedy, ru: ru.remedy },
    grade: rule.grade,
    group: rule.group,
  };
}
