import { countArrival } from "../arrivals.ts";
import type { Finding, Inquiry, Phase } from "../inquiry.ts";

/**
 * How many come in a minute from one address and by one author: more are refused, before anything dearer is asked. And
 * how many come to the site: in a flood those who are not known wait, and must prove work.
 */
export const rate: Phase = {
  name: "rate",
  async look(inquiry) {
    const { submission, rules, addressHash } = inquiry;
    if (addressHash !== undefined) {
      const finding = await tooMany(inquiry, { who: `address:${addressHash}`, most: rules.perAddress });
      if (finding) return { ...finding, code: "address" };
    }
    if (submission.author.id !== undefined) {
      const finding = await tooMany(inquiry, {
        who: `author:${submission.author.id}`,
        most: rules.perAuthor,
      });
      if (finding) return { ...finding, code: "author" };
    }
    return flood(inquiry);
  },
};

interface Limit {
  readonly who: string;
  readonly most: number;
}

async function tooMany(inquiry: Inquiry, { who, most }: Limit): Promise<Omit<Finding, "code"> | undefined> {
  const count = await countArrival(inquiry, who);
  return count > most ? { decision: "reject", detail: `${count} > ${most}` } : undefined;
}

async function flood(inquiry: Inquiry): Promise<Finding | undefined> {
  const { rules, submission, hasWorked } = inquiry;
  const count = await countArrival(inquiry, "site");
  if (count <= rules.perSite || hasWorked || submission.author.trust >= 2) return undefined;
  return { decision: "hold", code: "flood", detail: `${count} > ${rules.perSite}`, isDoubt: true };
}
