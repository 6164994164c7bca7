import type { Finding, Rule, Subject } from "../rule.ts";
import { among } from "../tags.ts";

/** What an id looks like: eight or more letters and digits, both of them, and no word. */
const idLike = /^(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{8,}$/i;
/** `;smv=abc`, `;jsessionid=abc`, or a segment of the form `smv=abc`. */
const parameterInPath = /[;/](\w+)=([^/;]+)/;

export const shareIdInTheQuery: Rule = {
  id: "LP31",
  group: "identity",
  title: { en: "Share ids in the query only", ru: "Метка репоста — только в параметрах" },
  why: {
    en: "Bluesky finds a page's record after it drops the query, the fragment and a last slash. An id in the query is dropped with them; one in the path makes another page, without a card of its own.",
    ru: "Bluesky ищет запись о странице, отбросив параметры, якорь и последний слэш. Метка в параметрах отбросится вместе с ними, а метка в пути превратит адрес в другую страницу, без своей карточки.",
  },
  severity: "error",
  networks: ["bluesky"],
  grade: "A",
  source: "https://standard.site/docs/verification/",
  reach: "page",
  says: {
    "in-address": {
      what: {
        en: "The address carries an id in its path, “{id}”; the page's own address is {canonical}",
        ru: "В пути адреса стоит метка «{id}»; собственный адрес страницы — {canonical}",
      },
      remedy: {
        en: "Give the id away in the query, so that the path stays the page's own.",
        ru: "Передавайте метку в параметрах, чтобы путь оставался собственным путём страницы.",
      },
    },
    "in-canonical": {
      what: {
        en: "The canonical address carries an id in its path: “{id}” in {canonical}",
        ru: "В пути канонического адреса стоит метка: «{id}» в {canonical}",
      },
      remedy: {
        en: "Name the address without it.",
        ru: "Укажите адрес без неё.",
      },
    },
  },
  check,
};

function check(subject: Subject): Finding[] {
  const { page } = subject;
  const networks = among(subject, ["bluesky"]);
  const canonical = URL.parse(page.links.find(({ rel }) => rel.includes("canonical"))?.url ?? "");
  if (networks.length === 0 || !canonical) return [];
  const found = { severity: "error", networks } as const;
  const own = parameterInPath.exec(canonical.pathname);
  if (own) {
    const bare = new URL(canonical.pathname.replace(own[0], "") || "/", canonical).href;
    const values = { id: own[0].slice(1), canonical: canonical.href };
    return [
      {
        ...found,
        key: "in-canonical",
        values,
        paste: `<link rel="canonical" href="${bare}">`,
        repair: "tags",
      },
    ];
  }
  const id = idAfter(canonical, new URL(page.url));
  if (id === undefined) return [];
  const paste = new URL(canonical);
  paste.searchParams.set("smv", id.replace(/^\w+=/, ""));
  return [{ ...found, key: "in-address", values: { id, canonical: canonical.href }, paste: paste.href }];
}

/** What the page's path has beyond its canonical one, where that is one id. */
function idAfter(canonical: URL, { host, pathname }: URL): string | undefined {
  const parameter = parameterInPath.exec(pathname);
  if (parameter) return parameter[0].slice(1);
  const base = canonical.pathname.replace(/\/$/, "");
  if (host !== canonical.host || !pathname.startsWith(`${base}/`)) return undefined;
  const rest = pathname.slice(base.length + 1).replace(/\/$/, "");
  return idLike.test(rest) ? rest : undefined;
}
