import type { Finding, Rule, Subject } from "../rule.ts";
import { among, quote } from "../tags.ts";
import { namesOfMetas, socialMetas, sourcesOf } from "./social-metas.ts";

export const insideTheHead: Rule = {
  id: "LP23",
  group: "placement",
  title: { en: "Tags inside the head", ru: "Теги внутри head" },
  why: {
    en: "WhatsApp reads tags inside <head> alone. A <div>, an <img> or plain text among the tags ends the head for every reader that follows the HTML standard, whatever </head> says later.",
    ru: "WhatsApp читает теги только внутри <head>. Если среди них стоит <div>, <img> или просто текст, то по стандарту HTML head на этом кончается, где бы ни стоял </head>.",
  },
  severity: "error",
  networks: ["whatsapp"],
  grade: "A",
  source: "https://developers.facebook.com/documentation/business-messaging/whatsapp/link-previews",
  reach: "page",
  says: {
    "closed-early": {
      what: {
        en: "{element} on line {closedOn} ends the head; behind it, in the body: {tags}.",
        ru: "{element} в строке {closedOn} завершает head; после него, уже в body: {tags}.",
      },
      remedy: {
        en: "Move {element} into the body, or these tags before it.",
        ru: "Перенесите {element} в body или эти теги — выше него.",
      },
    },
    "in-body": {
      what: {
        en: "In the body, though the head ends on line {closedOn}: {tags}.",
        ru: "В body, хотя head кончается в строке {closedOn}: {tags}.",
      },
      remedy: { en: "Move these tags before </head>.", ru: "Перенесите эти теги до </head>." },
    },
  },
  check,
};

function check(subject: Subject): Finding[] {
  const { head } = subject.page;
  const outside = socialMetas(subject.page).filter(({ isInHead }) => !isInHead);
  const [first] = outside;
  const networks = among(subject, ["whatsapp"]);
  if (!first || networks.length === 0) return [];
  const found = {
    severity: "error",
    networks,
    ...quote(first),
    paste: sourcesOf(outside),
    repair: "tags",
  } as const;
  const tags = namesOfMetas(outside);
  const { closedEarlyBy } = head;
  if (!closedEarlyBy) return [{ ...found, key: "in-body", values: { tags, closedOn: head.end.line } }];
  const element = closedEarlyBy.name === "#text" ? "text" : `<${closedEarlyBy.name}>`;
  return [{ ...found, key: "closed-early", values: { tags, element, closedOn: closedEarlyBy.line } }];
}
