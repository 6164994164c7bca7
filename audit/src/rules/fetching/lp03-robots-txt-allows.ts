import { previewNetwork } from "../../networks/index.ts";
import type { NetworkId } from "../../networks/network.ts";
import type { RobotsFile } from "../../visit/visit.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { among } from "../tags.ts";
import { type Complaint, putTogether } from "./each-robot.ts";
import { pictureFor } from "./picture-for.ts";

/** Those that are known to ask robots.txt first, in the order of the rule's source. */
const obedient: readonly NetworkId[] = [
  "x",
  "linkedin",
  "telegram",
  "bluesky",
  "facebook",
  "whatsapp",
  "discord",
  "pinterest",
];
/** Where a blocked card was seen or is documented; for the others accounts differ. */
const strict: ReadonlySet<NetworkId> = new Set(["x", "linkedin"]);

export const robotsTxtAllows: Rule = {
  id: "LP03",
  group: "fetching",
  title: { en: "robots.txt lets preview robots in", ru: "robots.txt пускает роботов предпросмотра" },
  why: {
    en: "X, LinkedIn, Telegram and others ask robots.txt before they read the page, and again before they fetch its picture. What is closed there has no card, or a card without a picture.",
    ru: "X, LinkedIn, Telegram и другие сначала спрашивают robots.txt — и для страницы, и отдельно для картинки. Если там закрыто, карточки не будет или она будет без картинки.",
  },
  severity: "error",
  networks: obedient,
  grade: "A†",
  source: "https://developer.x.com/en/docs/x-for-websites/cards/guides/getting-started",
  reach: "web",
  says: {
    "page-closed": {
      what: {
        en: "{robots}, line {line}, forbids the page {path} to {names}.",
        ru: "{robots}, строка {line}, закрывает страницу {path} для {names}.",
      },
      remedy: {
        en: "Add these lines to {robots}; a robot that has a group of its own looks at no other.",
        ru: "Добавьте эти строки в {robots}; робот, у которого есть своя группа, в другие не смотрит.",
      },
    },
    "image-closed": {
      what: {
        en: "{robots}, line {line}, forbids the card's picture {path} to {names}.",
        ru: "{robots}, строка {line}, закрывает картинку карточки {path} для {names}.",
      },
      remedy: {
        en: "Add these lines to {robots}; a robot that has a group of its own looks at no other.",
        ru: "Добавьте эти строки в {robots}; робот, у которого есть своя группа, в другие не смотрит.",
      },
    },
    failing: {
      what: {
        en: "{robots} can't be had; robots that obey it then keep away from the whole site.",
        ru: "{robots} не удаётся получить; послушные роботы в таком случае не ходят на весь сайт.",
      },
      remedy: {
        en: "Answer it with 200 and the file, or with 404 where there are no rules. This file allows all.",
        ru: "Отдавайте по этому адресу файл с кодом 200 или 404, если правил нет. Такой файл разрешает всё.",
      },
    },
    "not-ascii": {
      what: {
        en: "{robots} has characters outside ASCII; X wants none there and may give up on the file.",
        ru: "В {robots} есть символы вне ASCII; X требует обходиться без них и может не прочитать файл.",
      },
      remedy: {
        en: "Write its comments in Latin letters and percent-encode its paths.",
        ru: "Пишите комментарии латиницей, а пути — в процентной кодировке.",
      },
    },
  },
  check,
};

async function check(subject: Subject): Promise<Finding[]> {
  const { page, web } = subject;
  const ids = among(subject, obedient);
  if (!web || ids.length === 0) return [];
  const robots = await web.robots(page.url);
  const ofImages = await Promise.all(
    ids.map(async (id) => {
      const image = pictureFor(page, id);
      return image === undefined
        ? []
        : closedTo(id, { key: "image-closed", url: image, robots: await web.robots(image) });
    }),
  );
  const ofPage = ids.flatMap((id) => closedTo(id, { key: "page-closed", url: page.url, robots }));
  const closed = putTogether([...ofPage, ...ofImages.flat()], []);
  return [...ofFile(subject, robots), ...closed.map((finding) => ({ ...finding, paste: groupFor(finding) }))];
}

interface Asked {
  readonly key: string;
  readonly url: string;
  readonly robots: RobotsFile;
}

function closedTo(id: NetworkId, { key, url, robots }: Asked): Complaint[] {
  const { isAllowed, line } = robots.verdict(id, url);
  // A file that can't be had forbids without a line: that is told once, for all.
  if (isAllowed || line === undefined) return [];
  const { pathname: path } = new URL(url);
  const severity = strict.has(id) ? "error" : "warning";
  return [{ id, key, severity, values: { path, line, robots: robots.url } }];
}

function ofFile(subject: Subject, { state, isAscii, url }: RobotsFile): Finding[] {
  const found = { severity: "warning", values: { robots: url } } as const;
  if (state === "failing")
    return [
      { ...found, key: "failing", networks: among(subject, obedient), paste: "User-agent: *\nAllow: /" },
    ];
  const networks = among(subject, ["x"]);
  return isAscii || networks.length === 0 ? [] : [{ ...found, key: "not-ascii", networks }];
}

function groupFor({ networks, values }: Finding): string {
  const ids = typeof networks === "string" ? obedient : networks;
  const agents = ids.map(
    (id) => `User-agent: ${previewNetwork(id).robot.robotsToken ?? previewNetwork(id).name}`,
  );
  return [...agents, `Allow: ${values.path}`].join("\n");
}
