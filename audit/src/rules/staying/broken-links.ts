import type { Anchor } from "../../page/page.ts";
import type { Visit, VisitFailure } from "../../visit/visit.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { onwardLinks } from "./links.ts";

/** Enough to find what is wrong on a site, few enough to be no burden to it. */
const sampled = 10;
/** Addresses that do something when they are asked for: no audit may touch them. */
const acting = /log-?out|sign-?out|unsubscribe|delete|remove|add-to-cart|[?&](?:action|do|add)=/i;

/** What is the site's fault, and no passing weather or limit of ours. */
const faults: ReadonlySet<VisitFailure["kind"]> = new Set([
  "no-answer",
  "tls",
  "redirect-loop",
  "bad-redirect",
]);

export const brokenLinksRule: Rule = {
  id: "ST03",
  group: "staying",
  title: { en: "Links that lead somewhere", ru: "Ссылки ведут куда надо" },
  why: {
    en: "A link to a page that is gone ends the visit, and tells that nobody looks after the site.",
    ru: "Ссылка на исчезнувшую страницу обрывает визит и говорит, что за сайтом не следят.",
  },
  severity: "warning",
  networks: "none",
  grade: "A",
  source: "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.5",
  reach: "web",
  says: {
    gone: {
      what: {
        en: "The link “{text}” leads to {url}, which answers {status}.",
        ru: "Ссылка «{text}» ведёт на {url}, а там {status}.",
      },
      remedy: {
        en: "Correct the address, or lead it on by a 301 to what took its place.",
        ru: "Исправьте адрес или перенаправьте его (301) на то, что его заменило.",
      },
    },
    failing: {
      what: {
        en: "The link “{text}” leads to {url}, which does not open ({status}).",
        ru: "Ссылка «{text}» ведёт на {url}, а он не открывается ({status}).",
      },
      remedy: {
        en: "Open it in a browser and look into the server's log.",
        ru: "Откройте его в браузере и посмотрите журнал сервера.",
      },
    },
  },
  async check({ page, web }: Subject): Promise<Finding[]> {
    const links = onwardLinks(page)
      .filter(({ url = "", rel }) => !acting.test(url) && !rel.includes("nofollow"))
      .slice(0, sampled);
    const judged = await Promise.all(
      links.map(async (link) => {
        const visit = await web?.visit(link.url ?? "", "samovar");
        return visit ? judge(visit, link) : [];
      }),
    );
    return judged.flat();
  },
};

function judge({ answer, failure }: Visit, { url = "", text, line }: Anchor): Finding[] {
  if (failure && !faults.has(failure.kind)) return [];
  const status = failure?.kind ?? answer?.status ?? 0;
  const key = keyOf(status);
  if (!key) return [];
  const values = { text: text.trim().slice(0, 60) || url.slice(0, 60), url: url.slice(0, 200), status };
  return [{ key, severity: "warning", networks: "none", line, values }];
}

/** 503 says "later": a site that rests is not broken. */
function keyOf(status: number | string): "gone" | "failing" | undefined {
  if (typeof status === "string") return "failing";
  if (status === 404 || status === 410) return "gone";
  return status >= 500 && status !== 503 ? "failing" : undefined;
}
