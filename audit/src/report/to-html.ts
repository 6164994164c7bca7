import type { Found, PageAudit } from "../audit.ts";
import { previewNetwork } from "../networks/index.ts";
import type { Card, Field } from "../preview/card.ts";
import { cardStyles, drawCard } from "../preview/draw-card.ts";
import { sayNote } from "../preview/notes.ts";
import { ruleOf } from "../rules/index.ts";
import { sayFinding } from "../rules/say.ts";
import { escapeXml } from "./escape-xml.ts";
import { reportStyles } from "./html-styles.ts";
import type { Report, Subject } from "./report.ts";
import type { Summary } from "./summary.ts";
import { countPages, countSeverity, groupNames, outcomeNames, severityNames, words } from "./words.ts";

export interface HtmlOptions {
  /** The picture as a `data:` address, so that the report stands alone; undefined leaves it where the page has it. */
  readonly picture?: ((url: string) => string | undefined) | undefined;
}

/** Pages shown with their cards: a report of more could not be opened. */
const maxPages = 200;

/** One file without scripts and without anything from outside: summary, then each page with its cards and findings. */
export function htmlReport(subject: Subject, { picture }: HtmlOptions = {}): Report {
  const shown: string[] = [];
  let count = 0;
  return {
    begin: () => "",
    page(audit) {
      count += 1;
      if (shown.length < maxPages) shown.push(pageSection(audit, subject, (url) => picture?.(url) ?? url));
      return "";
    },
    end(summary) {
      const { language, site } = subject;
      const more = count > shown.length ? `<p class="more">${words.notShown[language]}</p>` : "";
      return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escapeXml(`${words.readiness[language]}: ${site}`)}</title>
<style>${reportStyles}\n${cardStyles}</style></head>
<body><main>${summarySection(summary, subject)}${shown.join("\n")}${more}</main></body></html>\n`;
    },
  };
}

function summarySection(summary: Summary, { site, language, networks, startedAt, version }: Subject): string {
  const { score, severities, pages, troubles, worst } = summary;
  const bars = networks.flatMap((id) => {
    const value = score.networks[id];
    return value === undefined ? [] : [barRow(previewNetwork(id).name, value)];
  });
  const counts = (["error", "warning", "info"] as const)
    .map((each) => `<span class="mark ${each}">${countSeverity(each, severities[each], language)}</span>`)
    .join(" ");
  const urgent = troubles.filter(({ severity }) => severity !== "info").slice(0, 12);
  const mend = urgent.map(({ ruleId, severity, pages: count, examples: [example] }) => {
    if (!example) return "";
    const rule = ruleOf(ruleId);
    const { what, remedy } = sayFinding(rule, example.finding, language);
    return `<li><span class="mark ${severity}">${severityNames[severity][language]}</span> <b>${ruleId} ${escapeXml(rule.title[language])}</b> · ${countPages(count, language)}<p>${escapeXml(what)}</p><p class="remedy">${escapeXml(remedy)}</p></li>`;
  });
  const list = worst.map(
    ({ url, score: value }) =>
      `<li>${scoreMark(value)} <a href="#${anchorOf(url)}">${escapeXml(url)}</a></li>`,
  );
  return `<header><h1>${words.readiness[language]}</h1><p class="site">${escapeXml(site)}</p>
<p>${scoreMark(score.page)} ${countPages(pages.audited, language)} · ${counts}</p>
<p class="dim">${escapeXml(startedAt.toLocaleString(language))} · samovar audit ${escapeXml(version)}</p></header>
<table class="bars"><tbody>${bars.join("")}</tbody></table>
<section><h2>${words.mendFirst[language]}</h2>${mend.length > 0 ? `<ol class="mend">${mend.join("")}</ol>` : `<p>${words.nothing[language]}</p>`}</section>
${list.length > 1 ? `<section><h2>${words.worst[language]}</h2><ol>${list.join("")}</ol></section>` : ""}`;
}

const barRow = (label: string, value: number) =>
  `<tr><th scope="row">${escapeXml(label)}</th><td class="bar"><span class="${toneOf(value)}" style="inline-size:${value}%"></span></td><td>${value}</td></tr>`;

const toneOf = (value: number) => (value >= 90 ? "good" : value >= 60 ? "fair" : "poor");

const scoreMark = (value: number | undefined) =>
  value === undefined
    ? '<span class="score">–</span>'
    : `<span class="score ${toneOf(value)}">${value}</span>`;

/** A fragment that survives any address. */
const anchorOf = (url: string) => `p-${encodeURIComponent(url).replaceAll(/[%'()]/g, "_")}`;

type ImageSource = (url: string) => string;

function pageSection(audit: PageAudit, { language }: Subject, imageSource: ImageSource): string {
  const outcome =
    audit.outcome === "audited"
      ? ""
      : `<p class="mark error">${outcomeNames[audit.outcome][language]}: ${escapeXml(audit.visit.failure?.message ?? String(audit.visit.status ?? ""))}</p>`;
  const groups = [...Map.groupBy(audit.findings, ({ group }) => group)].map(
    ([group, findings]) =>
      `<h4>${groupNames[group][language]}</h4><ul class="findings">${findings.map((found) => findingItem(found, language)).join("")}</ul>`,
  );
  const cards = audit.cards.map((card) => cardFigure(card, { language, imageSource }));
  return `<section class="page" id="${anchorOf(audit.url)}"><h2>${scoreMark(audit.score.page)} <a href="${escapeXml(audit.url)}" rel="noreferrer">${escapeXml(audit.title ?? audit.url)}</a></h2>
<p class="dim">${escapeXml(audit.url)}</p>${outcome}
${cards.length > 0 ? `<details open><summary>${words.cards[language]}</summary><div class="cards">${cards.join("")}</div></details>` : ""}
${groups.length > 0 ? `<details open><summary>${words.findings[language]}</summary>${groups.join("")}</details>` : `<p>${words.nothing[language]}</p>`}</section>`;
}

function findingItem(found: Found, language: Subject["language"]): string {
  const rule = ruleOf(found.ruleId);
  const { what, remedy } = sayFinding(rule, found, language);
  const line = found.line === undefined ? "" : ` · ${words.line[language]} ${found.line}`;
  const networks =
    found.networks === "all"
      ? words.allNetworks[language]
      : found.networks === "none"
        ? ""
        : found.networks.map((id) => previewNetwork(id).name).join(", ");
  return `<li><span class="mark ${found.severity}">${severityNames[found.severity][language]}</span> <b>${rule.id} ${escapeXml(rule.title[language])}</b> <span class="dim">${escapeXml(networks)}${line} · ${rule.grade}</span>
<p>${escapeXml(what)}</p>${code(found.excerpt)}<p class="remedy">${escapeXml(remedy)}</p>${code(found.paste)}</li>`;
}

const code = (text: string | undefined) =>
  text === undefined ? "" : `<pre><code>${escapeXml(text)}</code></pre>`;

interface Showing {
  readonly language: Subject["language"];
  readonly imageSource: ImageSource;
}

function cardFigure(card: Card, { language, imageSource }: Showing): string {
  const fields = [card.title, card.description, card.siteName, card.author].filter(
    (field) => field !== undefined,
  );
  const origins = fields.map((field) => originItem(field, language));
  const notes = card.notes.map((each) => `<li>${escapeXml(sayNote(each, language))}</li>`);
  const draw = (theme: "light" | "dark") =>
    `<div class="stage ${theme}" title="${words[theme][language]}">${drawCard(card, { theme, language, imageSource })}</div>`;
  return `<figure><figcaption>${escapeXml(previewNetwork(card.network).name)}</figcaption>${draw("light")}${draw("dark")}${notes.length > 0 ? `<ul class="origins">${notes.join("")}</ul>` : ""}${origins.length > 0 ? `<details><summary>${words.origins[language]}</summary><ul class="origins">${origins.join("")}</ul></details>` : ""}</figure>`;
}

const originItem = ({ shown, from, why }: Field, language: Subject["language"]) =>
  `<li>«${escapeXml(shown)}» <span class="dim">${words.from[language]} <code>${escapeXml(from)}</code>. ${escapeXml(sayNote(why, language))}</span></li>`;
