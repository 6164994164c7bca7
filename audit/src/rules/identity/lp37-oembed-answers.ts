import { isOurs } from "../fetching/each-robot.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { among } from "../tags.ts";
import { outcomeOf, readJson } from "./read-json.ts";
import { textOf } from "./structured-items.ts";

const types: ReadonlySet<string> = new Set(["photo", "video", "link", "rich"]);

export const oembedAnswers: Rule = {
  id: "LP37",
  group: "identity",
  title: { en: "oEmbed answers what it promises", ru: "oEmbed отвечает, как обещает" },
  why: {
    en: "Mastodon asks oEmbed before every tag. A discovery link that leads nowhere costs the robot its time, and type “rich” is refused.",
    ru: "Mastodon спрашивает oEmbed раньше всех тегов. Ссылка, которая никуда не ведёт, отнимает у робота время, а тип «rich» он отвергает.",
  },
  severity: "warning",
  networks: ["mastodon"],
  grade: "A",
  source:
    "https://oembed.com/; https://github.com/mastodon/mastodon/blob/main/app/services/fetch_oembed_service.rb",
  reach: "page",
  says: {
    "no-address": {
      what: {
        en: "The oEmbed discovery link has no address: “{value}”.",
        ru: "В ссылке на oEmbed не адрес: «{value}».",
      },
      remedy: {
        en: "Write the whole address of the oEmbed answer for this page, or take the link out.",
        ru: "Впишите полный адрес ответа oEmbed для этой страницы или уберите ссылку.",
      },
    },
    dead: {
      what: {
        en: "oEmbed gives no JSON object at {url} ({outcome}).",
        ru: "oEmbed не отдаёт объект JSON по адресу {url} ({outcome}).",
      },
      remedy: {
        en: "Answer there with 200 and JSON like this, or take the discovery link out.",
        ru: "Отвечайте там кодом 200 и таким JSON или уберите ссылку.",
      },
    },
    invalid: {
      what: {
        en: "The oEmbed answer is not of version 1.0: version “{version}”, type “{type}”.",
        ru: "Ответ oEmbed не версии 1.0: version «{version}», type «{type}».",
      },
      remedy: {
        en: 'Give it "version": "1.0" and one of the types photo, video, link, rich, with what the type requires.',
        ru: 'Укажите "version": "1.0" и один из типов photo, video, link, rich с тем, что тип требует.',
      },
    },
    rich: {
      what: {
        en: "The oEmbed answer is of type “rich”, which Mastodon refuses.",
        ru: "Ответ oEmbed имеет тип «rich», который Mastodon отвергает.",
      },
      remedy: {
        en: "For a page to read, answer with type “link” and let the tags make the card.",
        ru: "Для страницы, которую читают, отвечайте типом «link»: карточку сделают теги.",
      },
    },
  },
  check,
};

async function check(subject: Subject): Promise<Finding[]> {
  const networks = among(subject, ["mastodon"]);
  const link = subject.page.links.find(
    ({ rel, type }) =>
      rel.includes("alternate") && /^(application|text)\/json\+oembed$/i.test(type?.trim() ?? ""),
  );
  if (!link || networks.length === 0) return [];
  const trouble = link.url === undefined ? noAddress(link.href) : await judge(link.url, subject);
  return trouble ? [{ severity: "warning", networks, line: link.line, ...trouble }] : [];
}

type Trouble = (Pick<Finding, "key" | "values"> & Partial<Finding>) | undefined;

const noAddress = (value: string): Trouble => ({ key: "no-address", values: { value } });

async function judge(url: string, { page, web }: Subject): Promise<Trouble> {
  if (!web) return undefined;
  const visit = await web.visit(url, "mastodon");
  if (visit.failure && isOurs(visit.failure)) return undefined;
  const answer = readJson(visit);
  const paste = answerFor(page.title?.text.trim() ?? "");
  if (!answer) return { key: "dead", values: { url, outcome: outcomeOf(visit) }, paste };
  return judgeAnswer(answer) ?? (answer.type === "rich" ? { key: "rich", values: {}, paste } : undefined);
}

function judgeAnswer(answer: Readonly<Record<string, unknown>>): Trouble {
  // Written as a number, 1.0 is read as 1.
  const version = answer.version === 1 ? "1.0" : (textOf(answer.version) ?? "");
  const type = textOf(answer.type) ?? "";
  return version === "1.0" && isComplete(type, answer)
    ? undefined
    : { key: "invalid", values: { version, type } };
}

/** What each type must have by the specification, section 2.3.4. */
function isComplete(type: string, answer: Readonly<Record<string, unknown>>): boolean {
  const required: Readonly<Record<string, readonly string[]>> = {
    photo: ["url", "width", "height"],
    video: ["html", "width", "height"],
    rich: ["html", "width", "height"],
  };
  return types.has(type) && (required[type] ?? []).every((name) => answer[name] !== undefined);
}

const answerFor = (title: string): string => JSON.stringify({ version: "1.0", type: "link", title });
