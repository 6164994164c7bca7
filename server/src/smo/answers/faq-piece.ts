import type { z } from "zod";
import { escapeHtml } from "#src/ground/mail/index.ts";
import type { PublicFaq } from "./schema.ts";

type Entry = z.output<typeof PublicFaq>["entries"][number];

/**
 * The FAQ as a piece of HTML for the owner's page, with microdata of schema.org's `FAQPage`
 * (https://schema.org/FAQPage): what is marked up is what is seen, as search engines demand. No script, no style.
 */
export const faqPiece = (entries: readonly Entry[]): string =>
  `<div class="samovar-faq" itemscope itemtype="https://schema.org/FAQPage">\n${entries.map(entryPiece).join("\n")}\n</div>\n`;

const entryPiece = ({ question, html, anchor, language }: Entry): string =>
  `<details id="${escapeHtml(anchor)}" lang="${language}" itemprop="mainEntity" itemscope itemtype="https://schema.org/Question">` +
  `<summary itemprop="name">${escapeHtml(question)}</summary>` +
  `<div itemprop="acceptedAnswer" itemscope itemtype="https://schema.org/Answer"><div itemprop="text">${html}</div></div></details>`;
