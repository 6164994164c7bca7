import type { Page } from "../../page/page.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { escapeAttribute } from "../tags.ts";

/** Our own figures: a script or two and three style sheets are common and bearable. */
const bearable = { scripts: 2, styles: 3 };

export const blockingRule: Rule = {
  id: "SD06",
  group: "speed",
  title: { en: "Nothing stands before the text", ru: "Перед текстом ничего не стоит" },
  why: {
    en: "Each blocking script and style sheet in the head is fetched before the first line is shown.",
    ru: "Каждый блокирующий скрипт и каждая таблица стилей в head загружаются раньше, чем видна первая строка.",
  },
  severity: "warning",
  networks: "none",
  grade: "A",
  source: "https://developer.chrome.com/docs/lighthouse/performance/render-blocking-resources",
  reach: "page",
  says: {
    scripts: {
      what: {
        en: "Scripts in the head that block: {count}; the first is {first}.",
        ru: "Блокирующих скриптов в head: {count}; первый — {first}.",
      },
      remedy: {
        en: "Add defer (or async, where the order is nothing to it).",
        ru: "Добавьте defer (или async, если порядок не важен).",
      },
    },
    styles: {
      what: {
        en: "Style sheets in the head: {count}. The page stays white until the last of them is there.",
        ru: "Таблиц стилей в head: {count}. Страница белая, пока не придёт последняя.",
      },
      remedy: {
        en: "Join them, and load at the end what the first screen does not need.",
        ru: "Объедините их, а ненужное первому экрану загружайте в конце.",
      },
    },
  },
  check: ({ page }: Subject): Finding[] => [...scriptsOf(page), ...stylesOf(page)],
};

function scriptsOf({ scripts, head }: Page): Finding[] {
  const blocking = scripts.filter(
    ({ src, isBlocking, offset }) => src !== undefined && isBlocking && offset < head.end.offset,
  );
  const first = blocking[0]?.src;
  if (first === undefined) return [];
  return [
    {
      key: "scripts",
      severity: blocking.length > bearable.scripts ? "warning" : "info",
      networks: "none",
      values: { count: blocking.length, first: first.slice(0, 150) },
      paste: `<script src="${escapeAttribute(first)}" defer></script>`,
    },
  ];
}

function stylesOf({ links }: Page): Finding[] {
  const sheets = links.filter(
    ({ rel, isInHead }) => isInHead && rel.includes("stylesheet") && !rel.includes("alternate"),
  );
  if (sheets.length <= bearable.styles) return [];
  return [
    {
      key: "styles",
      severity: "warning",
      networks: "none",
      values: { count: sheets.length },
      line: sheets[0]?.line,
    },
  ];
}
