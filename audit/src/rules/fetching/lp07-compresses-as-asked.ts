import type { Visit } from "../../visit/visit.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { among } from "../tags.ts";

/** What Facebook's robot may ask for; and a robot that asks for none must get none. */
const askedFor = ["gzip", "deflate", "identity"] as const;

export const compressesAsAsked: Rule = {
  id: "LP07",
  group: "fetching",
  title: { en: "Compressed as it was asked", ru: "Сжатие такое, какое просили" },
  why: {
    en: "Facebook's robot asks for gzip or deflate and reads nothing else: a page that comes as Brotli all the same is noise to it.",
    ru: "Робот Facebook просит gzip или deflate и ничего другого не читает: страница, которая всё равно пришла в Brotli, для него — шум.",
  },
  severity: "error",
  networks: ["facebook"],
  grade: "A",
  source: "https://developers.facebook.com/docs/sharing/webmasters/crawler",
  reach: "web",
  says: {
    unasked: {
      what: {
        en: "Asked for {asked}, the page came as {given}.",
        ru: "Просили {asked}, а страница пришла в {given}.",
      },
      remedy: {
        en: "Choose the compression by Accept-Encoding, and say so with this header, so that caches keep the forms apart.",
        ru: "Выбирайте сжатие по Accept-Encoding и сообщайте об этом таким заголовком, чтобы кэши не путали варианты.",
      },
    },
    broken: {
      what: {
        en: "Asked for {asked}, the page came in a form that can't be unpacked.",
        ru: "На запрос с {asked} страница пришла в виде, который не распаковать.",
      },
      remedy: {
        en: "Content-Encoding must name what was done to the body, once. Mostly two layers compress it, the application and the proxy: let one do it.",
        ru: "Content-Encoding должен называть то, что сделано с телом, и один раз. Обычно сжимают и приложение, и прокси: оставьте одно.",
      },
    },
  },
  check,
};

async function check(subject: Subject): Promise<Finding[]> {
  const { visit, web } = subject;
  const networks = among(subject, ["facebook"]);
  if (!web || networks.length === 0) return [];
  const judged = await Promise.all(
    askedFor.map(async (asked) =>
      troubleOf(asked, await web.visitWith(visit.asked, "facebook", { "accept-encoding": asked })),
    ),
  );
  return judged.flat().map((trouble) => ({ ...trouble, severity: "error", networks }));
}

function troubleOf(asked: string, { answer, failure }: Visit): Pick<Finding, "key" | "values" | "paste">[] {
  if (failure?.kind === "broken-body") return [{ key: "broken", values: { asked } }];
  const given = answer?.contentEncoding.trim().toLowerCase() ?? "identity";
  if (given === "identity" || given === asked) return [];
  return [{ key: "unasked", values: { asked, given }, paste: "Vary: Accept-Encoding" }];
}
