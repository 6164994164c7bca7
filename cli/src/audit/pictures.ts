import type { PageAudit, Visitors } from "@samovar/audit";

const maxBytes = 500_000;
const maxTotalBytes = 40_000_000;

/** The pictures of a report that stands alone, as `data:` addresses. What is too large stays where the page has it. */
export function createPictures(visitors: Visitors) {
  const known = new Map<string, string | undefined>();
  let total = 0;
  return {
    of: (url: string): string | undefined => known.get(url),
    async fetchOf({ cards }: PageAudit): Promise<void> {
      const urls = new Set(cards.flatMap(({ image }) => (image ? [image.url] : [])));
      for (const url of urls) {
        if (known.has(url) || total > maxTotalBytes) continue;
        const { answer } = await visitors.visit(url, "samovar");
        const { type } = await visitors.image(url, "samovar");
        const isKept =
          type !== undefined && answer && !answer.isTruncated && answer.body.byteLength <= maxBytes;
        known.set(
          url,
          isKept ? `data:${type};base64,${Buffer.from(answer.body).toString("base64")}` : undefined,
        );
        if (isKept) total += answer.body.byteLength;
      }
    },
  };
}
