import type { NetworkId } from "../../networks/network.ts";
import type { Answer, Visit } from "../../visit/visit.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { type Complaint, hostOf, putTogether } from "./each-robot.ts";

/** The last byte that each robot asks for. */
const windows: readonly { readonly id: NetworkId; readonly lastByte: number }[] = [
  { id: "facebook", lastByte: 524_288 },
  { id: "threads", lastByte: 524_288 },
  { id: "slack", lastByte: 32_768 },
];

export const answersRanges: Rule = {
  id: "LP08",
  group: "fetching",
  title: { en: "A part may be asked for", ru: "Можно попросить часть страницы" },
  why: {
    en: "Facebook and Slack ask for the beginning of the page alone. Either a true part (206 with Content-Range) or the whole page (200) will do; anything else leaves them without.",
    ru: "Facebook и Slack просят только начало страницы. Подойдёт и настоящая часть (206 с Content-Range), и страница целиком (200); с чем-то другим они останутся без карточки.",
  },
  severity: "error",
  networks: ["facebook", "threads", "slack"],
  grade: "A",
  source: "https://developers.facebook.com/docs/sharing/webmasters/crawler",
  reach: "web",
  says: {
    refused: {
      what: {
        en: "Asked for “Range: {range}” by {names}, {host} answers {status}.",
        ru: "На запрос «Range: {range}» от {names} хост {host} отвечает {status}.",
      },
      remedy: {
        en: "Answer 206 with the part, or leave Range aside and answer 200 with the whole page. This header says that parts are not to be had.",
        ru: "Отвечайте 206 с частью или не обращайте внимания на Range и отвечайте 200 со всей страницей. Этот заголовок говорит, что части не отдаются.",
      },
    },
    wrong: {
      what: {
        en: "Asked for “Range: {range}” by {names}, {host} answers 206, but says “Content-Range: {given}”.",
        ru: "На запрос «Range: {range}» от {names} хост {host} отвечает 206, но с «Content-Range: {given}».",
      },
      remedy: {
        en: "A part that begins at byte 0 has this header, with the page's whole length in place of *.",
        ru: "У части, которая начинается с байта 0, должен быть этот заголовок; вместо * — полная длина страницы.",
      },
    },
    broken: {
      what: {
        en: "Asked for “Range: {range}” by {names}, {host} sends a part that can't be unpacked.",
        ru: "На запрос «Range: {range}» от {names} хост {host} отдаёт часть, которую не распаковать.",
      },
      remedy: {
        en: "Don't cut a compressed page into parts: answer 200 with the whole page. This header says so.",
        ru: "Не режьте сжатую страницу на части: отвечайте 200 со всей страницей. Этот заголовок так и говорит.",
      },
    },
  },
  check,
};

async function check({ visit, networks, web }: Subject): Promise<Finding[]> {
  const asked = windows.filter(({ id }) => networks.includes(id));
  if (!web) return [];
  const complaints = await Promise.all(
    asked.map(async ({ id, lastByte }) => {
      const range = `bytes=0-${lastByte}`;
      const trouble = troubleOf(await web.visitWith(visit.asked, id, { range }), lastByte);
      return trouble.map(({ key, values }): Complaint => ({
        id,
        key,
        severity: "error",
        values: { range, host: hostOf(visit.asked), ...values },
      }));
    }),
  );
  return putTogether(complaints.flat(), []).map((finding) => ({ ...finding, paste: pasteFor(finding) }));
}

type Trouble = Pick<Complaint, "key" | "values">;

function troubleOf({ answer, failure }: Visit, lastByte: number): Trouble[] {
  if (failure?.kind === "broken-body") return [{ key: "broken", values: {} }];
  if (!answer || answer.status === 200) return [];
  if (answer.status === 206) return isTrueBeginning(answer, lastByte) ? [] : [wrong(answer)];
  // A robot that is turned away whatever it asks for is told of by LP01.
  const isAboutRange = answer.status === 416 || answer.status === 400 || answer.status === 501;
  return isAboutRange ? [{ key: "refused", values: { status: answer.status } }] : [];
}

const wrong = ({ headers }: Answer): Trouble => ({
  key: "wrong",
  values: { given: headers.get("content-range") ?? "" },
});

function isTrueBeginning({ headers, body }: Answer, lastByte: number): boolean {
  const [, first, last, whole] =
    /^bytes (\d+)-(\d+)\/(\d+|\*)$/i.exec(headers.get("content-range") ?? "") ?? [];
  if (first !== "0" || last === undefined || body.byteLength === 0) return false;
  const isWithin = Number(last) <= lastByte && (whole === "*" || Number(last) < Number(whole));
  const isCompressed = headers.has("content-encoding");
  return isWithin && (isCompressed || body.byteLength <= Number(last) + 1);
}

function pasteFor({ key, values }: Finding): string {
  return key === "wrong"
    ? `Content-Range: ${String(values.range).replace("=", " ")}/*`
    : "Accept-Ranges: none";
}
