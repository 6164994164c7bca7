import type { PageAudit } from "../audit.ts";
import type { InLanguages, Language, RuleGroup, Severity } from "../rules/rule.ts";

/** The report's own words. */
export const groupNames: Readonly<Record<RuleGroup, InLanguages>> = {
  fetching: { en: "Fetching", ru: "Доступность" },
  placement: { en: "Placement of tags", ru: "Место тегов" },
  identity: { en: "Identity", ru: "Кто и что это" },
  text: { en: "Text of the card", ru: "Текст карточки" },
  image: { en: "Picture of the card", ru: "Картинка карточки" },
  extras: { en: "Single networks", ru: "Отдельные сети" },
  spreading: { en: "Easy to spread", ru: "Легко распространять" },
  reading: { en: "Easy to read", ru: "Легко читать" },
  staying: { en: "Easy to stay", ru: "Есть куда пойти дальше" },
  speed: { en: "Speed", ru: "Скорость" },
  relevance: { en: "Title and text", ru: "Заголовок и текст" },
};

export const severityNames: Readonly<Record<Severity, InLanguages>> = {
  error: { en: "error", ru: "ошибка" },
  warning: { en: "warning", ru: "предупреждение" },
  info: { en: "advice", ru: "совет" },
};

export const outcomeNames: Readonly<Record<PageAudit["outcome"], InLanguages>> = {
  audited: { en: "audited", ru: "проверено" },
  unreachable: { en: "could not be reached", ru: "недоступно" },
  "not-html": { en: "is no HTML page", ru: "не страница HTML" },
  forbidden: { en: "lies inside a private network", ru: "во внутренней сети" },
};

export const words = {
  readiness: { en: "Ready for the networks", ru: "Готовность к сетям" },
  mendFirst: { en: "What to mend first", ru: "Что исправить сначала" },
  nothing: { en: "Nothing to mend.", ru: "Исправлять нечего." },
  worst: { en: "Pages that need it most", ru: "Страницы, которым это нужнее всего" },
  cards: { en: "Cards", ru: "Карточки" },
  findings: { en: "Findings", ru: "Замечания" },
  remedy: { en: "Remedy", ru: "Как исправить" },
  paste: { en: "Put this there", ru: "Вставьте это" },
  networks: { en: "Networks", ru: "Сети" },
  allNetworks: { en: "all networks", ru: "все сети" },
  source: { en: "Source", ru: "Источник" },
  line: { en: "line", ru: "строка" },
  page: { en: "Page", ru: "Страница" },
  score: { en: "Score", ru: "Оценка" },
  origins: { en: "Where the words come from", ru: "Откуда слова" },
  from: { en: "from", ru: "из" },
  noCard: { en: "no card: a bare link", ru: "карточки нет: голая ссылка" },
  light: { en: "Light", ru: "Светлая" },
  dark: { en: "Dark", ru: "Тёмная" },
  notShown: {
    en: "More pages were audited than are shown here; the JSON report holds them all.",
    ru: "Проверено больше страниц, чем показано здесь; все они есть в отчёте JSON.",
  },
} satisfies Readonly<Record<string, InLanguages>>;

type Forms = Readonly<
  Record<Language, Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>>
>;

const pageForms: Forms = {
  en: { one: "page", other: "pages" },
  ru: { one: "страница", few: "страницы", many: "страниц", other: "страницы" },
};
const severityForms: Readonly<Record<Severity, Forms>> = {
  error: {
    en: { one: "error", other: "errors" },
    ru: { one: "ошибка", few: "ошибки", many: "ошибок", other: "ошибки" },
  },
  warning: {
    en: { one: "warning", other: "warnings" },
    ru: { one: "предупреждение", few: "предупреждения", many: "предупреждений", other: "предупреждения" },
  },
  info: {
    en: { one: "piece of advice", other: "pieces of advice" },
    ru: { one: "совет", few: "совета", many: "советов", other: "совета" },
  },
};

/** "3 pages", «3 страницы». */
export const countPages = (count: number, language: Language): string => told(count, pageForms, language);

/** "1 error", «5 ошибок». */
export const countSeverity = (severity: Severity, count: number, language: Language): string =>
  told(count, severityForms[severity], language);

function told(count: number, forms: Forms, language: Language): string {
  const form = new Intl.PluralRules(language).select(count);
  return `${count.toLocaleString(language)} ${forms[language][form] ?? forms[language].other}`;
}
