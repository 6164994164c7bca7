const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

/** What HTML of other engines says, in the small Markdown of comments. Pure; linear in the text. */
export function htmlToBody(html: string): string {
  return decode(
    html
      .replaceAll(/\r\n?/g, "\n")
      .replaceAll(/<br\s{0,5}\/?>\n?/gi, "\n")
      .replaceAll(/<(?:\/p|\/div|\/h\d|\/ul|\/ol|\/blockquote)>/gi, "\n\n")
      .replaceAll(/<blockquote[^>]{0,200}>/gi, "\n\n> ")
      .replaceAll(/<li[^>]{0,200}>/gi, "\n- ")
      .replaceAll(/<a\s[^>]{0,500}?href="([^"<>]{1,1500})"[^>]{0,500}>([^<]{0,300})<\/a>/gi, asLink)
      .replaceAll(/<\/?(?:b|strong)>/gi, "**")
      .replaceAll(/<\/?(?:i|em)>/gi, "*")
      .replaceAll(/<\/?(?:code)>/gi, "`")
      .replaceAll(/<\/?[a-z][^<>]{0,2000}>/gi, ""),
  )
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

function asLink(_: string, href: string, words: string): string {
  const isBare = words.trim() === "" || href.includes(words.replace(/…$/, "").trim());
  return isBare ? href : `[${words.trim()}](${href})`;
}

const decode = (text: string) =>
  text.replaceAll(/&(?:#\d{1,7}|#x[\da-f]{1,6}|amp|lt|gt|quot|apos|nbsp);/gi, characterOf);

function characterOf(entity: string): string {
  const name = entity.slice(1, -1).toLowerCase();
  if (!name.startsWith("#")) return entities[name] ?? entity;
  const code = name.startsWith("#x") ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code).toWellFormed() : "";
}
