import { previewNetwork } from "../../networks/index.ts";
import type { NetworkId } from "../../networks/network.ts";
import type { Page } from "../../page/page.ts";
import type { Answer, Visit } from "../../visit/visit.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { type Complaint, putTogether, type RobotVisit, visitAsEach } from "./each-robot.ts";

/** Those that are known to be impatient: 3 s (B), 5 s (B), "a few seconds" (A). */
const impatient: ReadonlySet<NetworkId> = new Set(["bluesky", "discord", "facebook"]);
const slowMs = 2000;
const tooSlowMs = 5000;
const slowHeadMs = 3000;

export const answersInTime: Rule = {
  id: "LP06",
  group: "fetching",
  title: { en: "The head comes in time", ru: "Начало страницы приходит вовремя" },
  why: {
    en: "Robots wait a few seconds (Bluesky about 3, Discord about 5) and show a bare link after that. They come when nobody was there for a while, so the cold answer counts: the slower of the audit's first visit and the robot's own.",
    ru: "Роботы ждут несколько секунд (Bluesky около 3, Discord около 5), а потом показывают голую ссылку. Приходят они, когда страницу давно никто не открывал, поэтому важен холодный ответ: более медленный из первого визита проверки и визита самого робота.",
  },
  severity: "error",
  networks: "all",
  grade: "A",
  source: "https://developers.facebook.com/docs/sharing/webmasters/crawler",
  reach: "web",
  says: {
    slow: {
      what: {
        en: "The first byte takes {seconds} s to come ({names}).",
        ru: "Первый байт приходит через {seconds} с ({names}).",
      },
      remedy: {
        en: "Have {host} give robots the page from a cache in under 2 s, better 1 s. With this header a shared cache may keep it.",
        ru: "Пусть {host} отдаёт роботам страницу из кэша быстрее 2 с, лучше 1 с. С этим заголовком общий кэш может её хранить.",
      },
    },
    "slow-head": {
      what: {
        en: "The head of the page, where the tags stand, takes {seconds} s to arrive; {names} may not wait.",
        ru: "Начало страницы, где стоят теги, приходит за {seconds} с; есть риск, что его не дождутся: {names}.",
      },
      remedy: {
        en: "Send the head first and compressed: tags at its top, styles and scripts behind them.",
        ru: "Отдавайте начало страницы первым и сжатым: теги сверху, стили и скрипты после них.",
      },
    },
    "gave-up": {
      what: {
        en: "The robots of {names} gave up waiting after {seconds} s.",
        ru: "Роботы {names} перестали ждать через {seconds} с.",
      },
      remedy: {
        en: "Have {host} give robots the page from a cache. With this header a shared cache may keep it.",
        ru: "Пусть {host} отдаёт роботам страницу из кэша. С этим заголовком общий кэш может её хранить.",
      },
    },
  },
  check,
};

async function check(subject: Subject): Promise<Finding[]> {
  const visits = await askSlowOnesAgain(await visitAsEach(subject), subject);
  const { host } = new URL(subject.page.url);
  const complaints = visits.flatMap((each) => [...gaveUp(each), ...slowFor(each, subject)]);
  return putTogether(complaints, subject.networks).map((finding) => ({
    ...finding,
    values: { ...finding.values, host },
    paste: finding.key === "slow-head" ? undefined : "Cache-Control: public, max-age=60, s-maxage=600",
  }));
}

/**
 * The audit's own visits are made several at a time, and a small site may be slow for that alone: a robot that had to
 * wait is sent once more, one after the other, past the caches on the way. The first that waits again settles it for
 * the rest: a site that stalls is not waited for twenty times.
 */
async function askSlowOnesAgain(
  visits: readonly RobotVisit[],
  { visit: first, web }: Subject,
): Promise<RobotVisit[]> {
  const judged: RobotVisit[] = [];
  let isSettled = !web || isSlow(first);
  for (const { id, visit } of visits) {
    const isDoubtful = !isSettled && isSlow(visit);
    const again = isDoubtful
      ? await web?.visitWith(first.asked, id, { "cache-control": "no-cache" })
      : undefined;
    if (again && isSlow(again)) isSettled = true;
    judged.push({ id, visit: again ?? visit });
  }
  return judged;
}

const isSlow = ({ answer, failure }: Visit): boolean =>
  failure?.kind === "timeout" || (answer?.firstByteMs ?? 0) > slowMs || (answer?.totalMs ?? 0) > slowHeadMs;

function gaveUp({ id, visit }: RobotVisit): Complaint[] {
  if (visit.failure?.kind !== "timeout") return [];
  const { value, grade } = previewNetwork(id).robot.timeoutMs;
  const severity = grade === "C" ? "warning" : "error";
  return [{ id, key: "gave-up", severity, values: { seconds: value / 1000 } }];
}

function slowFor({ id, visit }: RobotVisit, { page, visit: first }: Subject): Complaint[] {
  const answers = [first.answer, visit.answer].filter((answer) => answer !== undefined);
  if (!impatient.has(id) || !visit.answer) return [];
  const firstByteMs = Math.max(...answers.map((answer) => answer.firstByteMs));
  const headMs = Math.max(...answers.map((answer) => headArrival(answer, page)));
  if (firstByteMs > slowMs) {
    const severity = firstByteMs > tooSlowMs ? "error" : "warning";
    return [{ id, key: "slow", severity, values: { seconds: inSeconds(firstByteMs) } }];
  }
  if (headMs <= slowHeadMs) return [];
  return [{ id, key: "slow-head", severity: "warning", values: { seconds: inSeconds(headMs) } }];
}

/** When the end of the head was there, as if the body came evenly: only its beginning and its end are timed. */
function headArrival({ firstByteMs, totalMs, body }: Answer, { head }: Page): number {
  const share = Math.min(1, head.end.offset / Math.max(1, body.byteLength));
  return firstByteMs + (totalMs - firstByteMs) * share;
}

const inSeconds = (ms: number): number => Math.round(ms / 100) / 10;
