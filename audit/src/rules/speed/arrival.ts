import type { Answer, Visit } from "../../visit/visit.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { forReaders, visitByPhone } from "./phone.ts";

/** web.dev: up to 800 ms is good, above 1,800 ms is poor. */
const firstByte = { good: 800, poor: 1800 };

export const phoneAnswerRule: Rule = {
  id: "SD01",
  group: "speed",
  title: { en: "A phone gets the page", ru: "Телефон получает страницу" },
  why: {
    en: "Most who come from a network come with a phone. Some sites answer it otherwise than a computer.",
    ru: "Из сетей приходят в основном с телефона, а иные сайты отвечают ему не так, как компьютеру.",
  },
  severity: "warning",
  networks: "none",
  grade: "A",
  source:
    "https://developers.google.com/search/docs/crawling-indexing/mobile/mobile-sites-mobile-first-indexing",
  reach: "web",
  says: {
    refused: {
      what: {
        en: "A phone gets {status} where others get the page.",
        ru: "Телефон получает {status}, а остальные — страницу.",
      },
      remedy: {
        en: "Look into what tells phones apart: a redirect to a mobile site, a protection against bots.",
        ru: "Проверьте, что отличает телефоны: перенаправление на мобильный сайт, защита от ботов.",
      },
    },
    elsewhere: {
      what: {
        en: "A phone is led to another address, {url}: likes and links are parted between two.",
        ru: "Телефон отправляют на другой адрес, {url}: отметки и ссылки делятся на двоих.",
      },
      remedy: {
        en: "Serve one address to all; until then, let the mobile page name this one as canonical.",
        ru: "Отдавайте всем один адрес; а пока пусть мобильная страница называет этот каноническим.",
      },
    },
  },
  async check(subject: Subject): Promise<Finding[]> {
    const plain = subject.visit.answer;
    if (!plain || plain.status >= 400 || !subject.web) return [];
    const visit = await subject.web.visit(subject.visit.asked, "phone");
    return isOurLimit(visit) ? [] : compare(visit, plain);
  },
};

/** Of what we did not ask for, nothing follows. */
const isOurLimit = ({ failure }: Visit) =>
  failure?.kind === "over-budget" || failure?.kind === "refused-address";

function compare({ answer, failure }: Visit, plain: Answer): Finding[] {
  const status = failure?.kind ?? answer?.status ?? 0;
  if (!answer || answer.status >= 400) return [{ ...forReaders, key: "refused", values: { status } }];
  if (URL.parse(answer.url)?.host === URL.parse(plain.url)?.host) return [];
  return [{ ...forReaders, key: "elsewhere", values: { url: answer.url.slice(0, 200) } }];
}

export const firstByteRule: Rule = {
  id: "SD02",
  group: "speed",
  title: { en: "The first byte soon", ru: "Первый байт скоро" },
  why: {
    en: "Until the first byte comes the phone shows a white page, and nothing that follows can make up for it.",
    ru: "Пока нет первого байта, на телефоне белый лист, и ничто потом этого не наверстает.",
  },
  severity: "warning",
  networks: "none",
  grade: "A",
  source: "https://web.dev/articles/ttfb",
  reach: "web",
  says: {
    slow: {
      what: {
        en: "The first byte came after {ms} ms, redirects included; more than 800 is felt.",
        ru: "Первый байт пришёл через {ms} мс вместе с перенаправлениями; больше 800 — уже заметно.",
      },
      remedy: {
        en: "Keep made pages in a cache; leave out redirects.",
        ru: "Держите готовые страницы в кэше; уберите перенаправления.",
      },
    },
    "too-slow": {
      what: {
        en: "The first byte came after {ms} ms, redirects included; more than 1,800 is poor.",
        ru: "Первый байт пришёл через {ms} мс вместе с перенаправлениями; больше 1800 — плохо.",
      },
      remedy: {
        en: "Keep made pages in a cache near the readers; leave out redirects.",
        ru: "Держите готовые страницы в кэше поближе к читателям; уберите перенаправления.",
      },
    },
  },
  async check(subject: Subject): Promise<Finding[]> {
    const answer = await visitByPhone(subject);
    if (!answer || answer.firstByteMs <= firstByte.good) return [];
    const isPoor = answer.firstByteMs > firstByte.poor;
    return [
      {
        key: isPoor ? "too-slow" : "slow",
        severity: isPoor ? "warning" : "info",
        networks: "none",
        values: { ms: Math.round(answer.firstByteMs) },
      },
    ];
  },
};
