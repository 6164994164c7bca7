import type { ElementKind, Settings } from "./element-kinds.ts";

/** The site's line, told to wait for consent where the owner wants it. */
export const scriptLine = (line: string, needsConsent: boolean): string =>
  needsConsent ? line.replace("></script>", ' data-consent="required"></script>') : line;

/** The attributes that differ from what the element does by itself. */
export function attributesOf(
  { fields }: Pick<ElementKind, "fields">,
  settings: Settings,
): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const { name, values } of fields) {
    const set = settings[name] ?? "";
    const text = (typeof set === "string" ? set : set.join(" ")).trim();
    if (text !== "" && text !== values?.[0]) attributes[name] = text;
  }
  return attributes;
}

interface Where {
  readonly origin: string;
  readonly siteKey: string;
  /** What stands there for browsers without scripts. */
  readonly fallback: string;
}

/**
 * The one line that goes where the element shall stand: its file, itself with its place kept, and inside what there is
 * without scripts.
 */
export function elementLine(kind: ElementKind, settings: Settings, where: Where): string {
  const { tag, file, room, page, isOfPage } = kind;
  const attributes = {
    // Whatever is passed on is the page's own address: that button asks nothing of the server.
    ...(tag !== "samovar-pass" && { site: where.siteKey }),
    ...attributesOf(kind, settings),
    style: room,
  };
  const text = Object.entries(attributes).map(([name, value]) => ` ${name}="${escape(value)}"`);
  const link = page && `${where.origin}/${page.replace(":site", where.siteKey)}`;
  // Browsers tell other origins no more than where they come from, unless a link wants it.
  const policy = isOfPage ? ' referrerpolicy="no-referrer-when-downgrade"' : "";
  const inside = link ? `<a href="${escape(link)}"${policy}>${escape(where.fallback)}</a>` : "";
  const way = tag === "samovar-pass" ? "async" : 'type="module"';
  return `<script ${way} src="${where.origin}/w/${file}"></script><${tag}${text.join("")}>${inside}</${tag}>`;
}

const escape = (value: string) =>
  value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
