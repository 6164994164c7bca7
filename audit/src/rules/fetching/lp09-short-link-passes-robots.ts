import type { NetworkId } from "../../networks/network.ts";
import type { Visit } from "../../visit/visit.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import {
  type Complaint,
  findShortener,
  isOurs,
  isStoppedAt,
  putTogether,
  userAgentsOf,
  visitAsEach,
} from "./each-robot.ts";

export const shortLinkPassesRobots: Rule = {
  id: "LP09",
  group: "fetching",
  title: { en: "The short link lets robots through", ru: "Короткая ссылка пропускает роботов" },
  why: {
    en: "A short or counted link is the address that is posted, so its host must redirect robots as it does people. One that blocks them takes the card from the page behind it.",
    ru: "Публикуют именно короткую ссылку или ссылку со счётчиком, и её хост должен перенаправлять роботов так же, как людей. Если он их не пускает, у страницы за ним не будет карточки.",
  },
  severity: "error",
  networks: "all",
  grade: "B",
  source: "https://github.com/spoo-me/spoo/issues/84",
  reach: "web",
  says: {
    blocked: {
      what: {
        en: "{host} leads people on, but answers the robots of {names} with {status}.",
        ru: "{host} ведёт людей дальше, а роботам {names} отвечает {status}.",
      },
      remedy: {
        en: "Have {host} redirect these user agents too, or post the page's own address: {target}",
        ru: "Пусть {host} перенаправляет и эти User-Agent, или публикуйте собственный адрес страницы: {target}",
      },
    },
    kept: {
      what: {
        en: "{host} leads people on, but keeps the robots of {names} on a page of its own: the card would be the shortener's.",
        ru: "{host} ведёт людей дальше, а роботам {names} отдаёт свою страницу: карточка будет от сервиса коротких ссылок.",
      },
      remedy: {
        en: "Have {host} answer these user agents with a redirect (301 or 302), or post the page's own address: {target}",
        ru: "Пусть {host} отвечает этим User-Agent перенаправлением (301 или 302), или публикуйте собственный адрес страницы: {target}",
      },
    },
    failed: {
      what: {
        en: "{host} leads people on, but gives the robots of {names} no answer ({failure}).",
        ru: "{host} ведёт людей дальше, а роботам {names} не отвечает ({failure}).",
      },
      remedy: {
        en: "Have {host} answer these user agents too, or post the page's own address: {target}",
        ru: "Пусть {host} отвечает и этим User-Agent, или публикуйте собственный адрес страницы: {target}",
      },
    },
  },
  check,
};

async function check(subject: Subject): Promise<Finding[]> {
  const host = findShortener(subject);
  if (host === undefined) return [];
  const visits = await visitAsEach(subject);
  const complaints = visits
    .filter(({ visit }) => isStoppedAt(host, visit))
    .flatMap(({ id, visit }) => complaintOf(id, visit, { host, target: subject.page.url }));
  return putTogether(complaints, subject.networks).map((finding) => ({
    ...finding,
    paste: userAgentsOf(typeof finding.networks === "string" ? subject.networks : finding.networks),
  }));
}

function complaintOf(id: NetworkId, { answer, failure }: Visit, told: Finding["values"]): Complaint[] {
  const complain = (key: string, values: Finding["values"] = {}): Complaint[] => [
    { id, key, severity: "error", values: { ...told, ...values } },
  ];
  if (failure) return isOurs(failure) ? [] : complain("failed", { failure: failure.kind });
  if (!answer) return [];
  return answer.status >= 400 ? complain("blocked", { status: answer.status }) : complain("kept");
}
