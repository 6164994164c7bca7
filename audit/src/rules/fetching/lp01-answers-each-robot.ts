import { previewNetwork } from "../../networks/index.ts";
import type { NetworkId } from "../../networks/network.ts";
import type { Answer, Visit, VisitFailure } from "../../visit/visit.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import {
  type Complaint,
  findShortener,
  isOnTheWay,
  isOurs,
  isStoppedAt,
  putTogether,
  userAgentsOf,
  visitAsEach,
} from "./each-robot.ts";

export const answersEachRobot: Rule = {
  id: "LP01",
  group: "fetching",
  title: { en: "The page answers each robot", ru: "Страница отвечает каждому роботу" },
  why: {
    en: "A network makes its card from what its robot is given. A shield, a firewall or a rule of the hosting that turns robots away leaves a bare link, though every person sees the page.",
    ru: "Сеть делает карточку из того, что получил её робот. Если защита, файрвол или правило хостинга его не пускают, остаётся голая ссылка, хотя люди страницу видят.",
  },
  severity: "error",
  networks: "all",
  grade: "A",
  source: "https://github.com/mastodon/mastodon/blob/main/app/services/fetch_link_card_service.rb",
  reach: "web",
  says: {
    status: {
      what: {
        en: "To the robots of {names} the page answers {status} instead of 200.",
        ru: "Роботам {names} страница отвечает {status} вместо 200.",
      },
      remedy: {
        en: "Let these user agents through at {host}, as people are: in the shield, the firewall and the hosting's rules.",
        ru: "Пропускайте эти User-Agent на {host} так же, как людей: в защите, файрволе и правилах хостинга.",
      },
    },
    challenge: {
      what: {
        en: "{shield} gives the robots of {names} a challenge instead of the page.",
        ru: "{shield} даёт роботам {names} проверку вместо страницы.",
      },
      remedy: {
        en: "In {shield}, add a rule that lets these user agents past the challenge on {host}.",
        ru: "Добавьте в {shield} правило, которое пропускает эти User-Agent на {host} без проверки.",
      },
    },
    "not-html": {
      what: {
        en: "To the robots of {names} the page says that it is “{type}”, not text/html.",
        ru: "Роботам {names} страница сообщает тип «{type}», а не text/html.",
      },
      remedy: { en: "Send this header with the page.", ru: "Отдавайте страницу с этим заголовком." },
    },
    "other-page": {
      what: {
        en: "The robots of {names} get another page than people do: one without og:title.",
        ru: "Роботы {names} получают не ту страницу, что люди: в ней нет og:title.",
      },
      remedy: {
        en: "Have {host} give these user agents the page itself; what they get may be a challenge, a consent notice or a version for phones.",
        ru: "Пусть {host} отдаёт этим User-Agent саму страницу; сейчас они, возможно, получают проверку, согласие на cookie или мобильную версию.",
      },
    },
    failed: {
      what: {
        en: "The robots of {names} got no answer ({failure}).",
        ru: "Роботы {names} не получили ответа ({failure}).",
      },
      remedy: {
        en: "See that {host} accepts connections from these user agents and from the networks' data centres, with a valid certificate.",
        ru: "Проверьте, что {host} принимает соединения от этих User-Agent и из центров данных сетей и что сертификат действителен.",
      },
    },
  },
  check,
};

async function check(subject: Subject): Promise<Finding[]> {
  const shortener = findShortener(subject);
  const visits = await visitAsEach(subject);
  const complaints = visits.flatMap(({ id, visit }) => {
    if (shortener && isStoppedAt(shortener, visit)) return [];
    return complaintOf(id, visit, subject);
  });
  return putTogether(complaints, subject.networks).map((finding) => ({
    ...finding,
    paste: pasteFor(finding, subject),
  }));
}

function complaintOf(id: NetworkId, { asked, answer, failure }: Visit, subject: Subject): Complaint[] {
  const trouble = failure
    ? troubleOfFailure(failure)
    : answer && (troubleOfAnswer(id, answer) ?? troubleOfPage(answer, subject));
  const host = URL.parse(answer?.url ?? asked)?.host ?? asked;
  return trouble ? [{ id, severity: "error", key: trouble.key, values: { host, ...trouble.values } }] : [];
}

type Trouble = Pick<Complaint, "key" | "values"> | undefined;

/** A robot that grew tired of waiting is told of by LP06. */
function troubleOfFailure(failure: VisitFailure): Trouble {
  if (isOurs(failure) || isOnTheWay(failure) || failure.kind === "timeout") return undefined;
  return { key: "failed", values: { failure: failure.kind } };
}

function troubleOfAnswer(id: NetworkId, answer: Answer): Trouble {
  const shield = findShield(answer);
  if (shield) return { key: "challenge", values: { shield } };
  if (isAboutRange(id, answer)) return undefined;
  if (!isGiven(id, answer)) return { key: "status", values: { status: answer.status } };
  const type = answer.headers.get("content-type")?.split(";")[0]?.trim() ?? "";
  return isHtml(type) ? undefined : { key: "not-html", values: { type } };
}

/** A challenge may answer 200. A page that was not read to its end may have the tag further down. */
function troubleOfPage({ status, body, isTruncated }: Answer, { visit }: Subject): Trouble {
  const isWhole = status === 200 && !isTruncated;
  const isLacking = isWhole && hasTitleTag(visit.answer?.body) && !hasTitleTag(body);
  return isLacking ? { key: "other-page", values: {} } : undefined;
}

/** By its bytes, which are the same in almost every charset: pages are not parsed once for each robot. */
const hasTitleTag = (body: Uint8Array = new Uint8Array()): boolean =>
  Buffer.from(body.buffer, body.byteOffset, body.byteLength).includes("og:title");

/** What a server makes of `Range` is told by LP08. */
const isAboutRange = (id: NetworkId, { status }: Answer): boolean =>
  status === 416 && previewNetwork(id).robot.range !== undefined;

/** A robot that asks for a part may be given a part. */
const isGiven = (id: NetworkId, { status }: Answer): boolean =>
  status === 200 || (status === 206 && previewNetwork(id).robot.range !== undefined);

const isHtml = (type: string): boolean => /^(text\/html|application\/xhtml\+xml)$/i.test(type);

/** By the headers in which shields say that they answered themselves. */
function findShield({ status, headers }: Answer): string | undefined {
  if (headers.has("cf-mitigated")) return "Cloudflare";
  if (headers.has("x-vercel-mitigated")) return "Vercel";
  if (headers.has("x-amzn-waf-action")) return "AWS WAF";
  if (headers.has("x-datadome") && status !== 200) return "DataDome";
  return headers.has("x-sucuri-block") ? "Sucuri" : undefined;
}

function pasteFor({ key, networks }: Finding, subject: Subject): string {
  if (key === "not-html") return "Content-Type: text/html; charset=utf-8";
  return userAgentsOf(typeof networks === "string" ? subject.networks : networks);
}
