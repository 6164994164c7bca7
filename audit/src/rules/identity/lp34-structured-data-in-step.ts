import type { StructuredData } from "../../page/page.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { among, findContent, squeeze, writeMeta } from "../tags.ts";
import { findItems, textOf } from "./structured-items.ts";

/** Whose headline Mastodon puts before og:title. */
const shown: ReadonlySet<string> = new Set(["NewsArticle", "WebPage"]);

export const structuredDataInStep: Rule = {
  id: "LP34",
  group: "identity",
  title: { en: "Structured data in step with tags", ru: "Структурированные данные совпадают с тегами" },
  why: {
    en: "Mastodon shows the headline of JSON-LD before og:title. Where the two differ, its card differs from all others; where the JSON is broken, nobody reads it.",
    ru: "Mastodon предпочитает headline из JSON-LD тегу og:title. Если они расходятся, его карточка не похожа на остальные; если JSON испорчен, его не прочтёт никто.",
  },
  severity: "warning",
  networks: "all",
  grade: "A",
  source: "https://github.com/mastodon/mastodon/blob/main/app/lib/link_details_extractor.rb",
  reach: "page",
  says: {
    broken: {
      what: {
        en: "JSON-LD on line {line} is no JSON: {error}",
        ru: "JSON-LD в строке {line} — не JSON: {error}",
      },
      remedy: {
        en: "Write it with a JSON library rather than a template: mostly an unescaped quote or a comma too many is at fault.",
        ru: "Создавайте его библиотекой JSON, а не шаблоном: обычно виновата неэкранированная кавычка или лишняя запятая.",
      },
    },
    differs: {
      what: {
        en: "JSON-LD {type} says “{headline}”, og:title says “{title}”: Mastodon shows the former.",
        ru: "В JSON-LD {type} — «{headline}», в og:title — «{title}»: Mastodon покажет первое.",
      },
      remedy: {
        en: "Say the same in both: this tag, or the og:title as headline.",
        ru: "Напишите одно и то же: этот тег или og:title в headline.",
      },
    },
    "differs-in-graph": {
      what: {
        en: "In the @graph, {type} says “{headline}”, og:title says “{title}”. Mastodon looks into no @graph; search engines do.",
        ru: "В @graph у {type} — «{headline}», в og:title — «{title}». Mastodon в @graph не смотрит, а поисковики смотрят.",
      },
      remedy: {
        en: "Say the same in both: this tag, or the og:title as headline.",
        ru: "Напишите одно и то же: этот тег или og:title в headline.",
      },
    },
  },
  check,
};

function check(subject: Subject): Finding[] {
  return [...subject.page.structuredData.flatMap(broken), ...differing(subject)];
}

function broken({ error, line, source }: StructuredData): Finding[] {
  if (error === undefined) return [];
  const excerpt = source.trim().slice(0, 300);
  return [{ key: "broken", severity: "warning", networks: "all", values: { line, error }, excerpt, line }];
}

function differing(subject: Subject): Finding[] {
  const title = squeeze(findContent(subject.page, "og:title") ?? "");
  if (title === "") return [];
  return findItems(subject.page).flatMap(({ types, value, data, isTop }): Finding[] => {
    const type = types.find((each) => shown.has(each));
    const headline = squeeze(textOf(value.headline) ?? "");
    if (type === undefined || headline === "" || headline === title) return [];
    const said = {
      values: { type, headline, title },
      line: data.line,
      paste: writeMeta("og:title", headline),
    };
    if (!isTop) return [{ ...said, key: "differs-in-graph", severity: "info", networks: "none" }];
    const networks = among(subject, ["mastodon"]);
    return networks.length === 0 ? [] : [{ ...said, key: "differs", severity: "warning", networks }];
  });
}
