import type { NetworkId } from "../../networks/network.ts";
import type { ImageFacts } from "../../visit/visit.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { pictureFor } from "./picture-for.ts";
import { type Complaint, isOurs, putTogether, userAgentsOf } from "./each-robot.ts";

/** Who refuses a picture that asks to be saved rather than shown. */
const wantsInline: ReadonlySet<NetworkId> = new Set(["bluesky", "signal"]);

export const imageAnswersEachRobot: Rule = {
  id: "LP02",
  group: "fetching",
  title: { en: "The card's picture answers each robot", ru: "Картинка карточки отвечает каждому роботу" },
  why: {
    en: "The robot fetches the picture by itself, often from another host with a shield of its own. What is not 200, not a picture, or not the picture that it says it is, does not show.",
    ru: "Картинку робот скачивает отдельно, часто с другого хоста со своей защитой. Если ответ не 200, не картинка или не того типа, который заявлен, её не покажут.",
  },
  severity: "error",
  networks: "all",
  grade: "A",
  source: "https://github.com/signalapp/Signal-Desktop/blob/main/ts/linkPreviews/linkPreviewFetch.ts",
  reach: "web",
  says: {
    status: {
      what: {
        en: "To the robots of {names} the picture {url} answers {status} instead of 200.",
        ru: "Роботам {names} картинка {url} отвечает {status} вместо 200.",
      },
      remedy: {
        en: "Put the file back at that address, and let these user agents have it.",
        ru: "Верните файл по этому адресу и отдавайте его этим User-Agent.",
      },
    },
    failed: {
      what: {
        en: "The robots of {names} could not get the picture {url} ({failure}).",
        ru: "Роботы {names} не смогли получить картинку {url} ({failure}).",
      },
      remedy: {
        en: "See that its host answers these user agents, with a valid certificate and without a loop of redirects.",
        ru: "Проверьте, что её хост отвечает этим User-Agent, с действительным сертификатом и без петли перенаправлений.",
      },
    },
    "not-image": {
      what: {
        en: "For {names}, {url} says that it is “{declared}”, not a picture.",
        ru: "Для {names} адрес {url} сообщает тип «{declared}», а не картинку.",
      },
      remedy: {
        en: "Send the picture with the type that it has.",
        ru: "Отдавайте картинку с её настоящим типом.",
      },
    },
    lies: {
      what: {
        en: "{url} says that it is “{declared}”, but its first bytes are {actual} (seen by {names}).",
        ru: "{url} заявляет тип «{declared}», но его первые байты — {actual} (так видят {names}).",
      },
      remedy: {
        en: "Send the header that fits the file, or save the file anew as a JPEG.",
        ru: "Отдавайте заголовок, который соответствует файлу, или пересохраните файл в JPEG.",
      },
    },
    "no-picture": {
      what: {
        en: "{url} says that it is “{declared}”, but its first bytes are those of no picture (seen by {names}).",
        ru: "{url} заявляет тип «{declared}», но по первым байтам это не картинка (так видят {names}).",
      },
      remedy: {
        en: "Put a JPEG or PNG at that address; what stands there may be an error page, or SVG, which networks do not show.",
        ru: "Положите по этому адресу JPEG или PNG; сейчас там, возможно, страница ошибки или SVG, который сети не показывают.",
      },
    },
    attachment: {
      what: {
        en: "{url} comes as a download (“{disposition}”); such a picture is not shown by {names}.",
        ru: "{url} отдаётся для скачивания («{disposition}»); так картинку не показывают: {names}.",
      },
      remedy: {
        en: "Send it with this header, or without any Content-Disposition.",
        ru: "Отдавайте её с этим заголовком или вовсе без Content-Disposition.",
      },
    },
  },
  check,
};

async function check(subject: Subject): Promise<Finding[]> {
  const { page, networks, web } = subject;
  if (!web) return [];
  const complaints = await Promise.all(
    networks.map(async (id) => {
      const url = pictureFor(page, id);
      return url === undefined ? [] : complaintOf(id, await web.image(url, id));
    }),
  );
  return putTogether(complaints.flat(), networks).map((finding) => ({
    ...finding,
    paste: pasteFor(finding, networks),
    repair: finding.key === "attachment" ? undefined : "card-image",
  }));
}

function complaintOf(id: NetworkId, facts: ImageFacts): Complaint[] {
  const trouble = troubleOnTheWay(facts) ?? troubleOfType(facts) ?? troubleOfUse(id, facts);
  return trouble
    ? [{ id, severity: "error", key: trouble.key, values: { url: facts.url, ...trouble.values } }]
    : [];
}

type Trouble = Pick<Complaint, "key" | "values"> | undefined;

function troubleOnTheWay({ visit: { answer, failure } }: ImageFacts): Trouble {
  if (failure) return isOurs(failure) ? undefined : { key: "failed", values: { failure: failure.kind } };
  const status = answer?.status ?? 200;
  return status === 200 || status === 206 ? undefined : { key: "status", values: { status } };
}

function troubleOfType({ visit, type, declaredType: declared = "" }: ImageFacts): Trouble {
  if (!visit.answer) return undefined;
  if (!/^image\//i.test(declared)) return { key: "not-image", values: { declared, actual: type ?? "" } };
  if (type === undefined) return { key: "no-picture", values: { declared } };
  return plain(declared) === type ? undefined : { key: "lies", values: { declared, actual: type } };
}

function troubleOfUse(id: NetworkId, { visit: { answer } }: ImageFacts): Trouble {
  const disposition = answer?.headers.get("content-disposition") ?? "";
  const isRefused = wantsInline.has(id) && /^\s*attachment/i.test(disposition);
  return isRefused ? { key: "attachment", values: { disposition } } : undefined;
}

/** The names under which the same formats go. */
function plain(type: string): string {
  const known: Readonly<Record<string, string>> = {
    "image/jpg": "image/jpeg",
    "image/pjpeg": "image/jpeg",
    "image/x-png": "image/png",
    "image/vnd.microsoft.icon": "image/x-icon",
  };
  const lower = type.toLowerCase();
  return known[lower] ?? lower;
}

function pasteFor({ key, networks, values }: Finding, asked: readonly NetworkId[]): string | undefined {
  if (key === "attachment") return "Content-Disposition: inline";
  if (key === "status" || key === "failed")
    return userAgentsOf(typeof networks === "string" ? asked : networks);
  const actual = String(values.actual);
  return actual.startsWith("image/") ? `Content-Type: ${actual}` : undefined;
}
