import { sql } from "kysely";
import type { Inquiry, Phase } from "../inquiry.ts";

const mostEver = 30;
const spamToHold = 2;
const spamToRefuse = 4;

/** How many links, and where they lead: hosts that moderators have met in spam, and never elsewhere, are known. */
export const links: Phase = {
  name: "links",
  async look(inquiry) {
    const { reading, rules, submission } = inquiry;
    const count = reading.hosts.length;
    if (count === 0) return undefined;
    if (count > mostEver) return { decision: "reject", code: "flooded", detail: `${count}` };
    const bad = await findBadHost(inquiry);
    if (bad) {
      const decision = bad.times >= spamToRefuse ? "reject" : "hold";
      return { decision, code: "spam_host", detail: bad.host };
    }
    const most = rules.maxLinks * (1 + submission.author.trust);
    if (count > most) return { decision: "hold", code: "too_many", detail: `${count} > ${most}` };
    const isBare = reading.words.length <= count + 2;
    return isBare && submission.author.trust < 2 ? { decision: "hold", code: "only_links" } : undefined;
  },
};

async function findBadHost({ db, submission, reading }: Inquiry) {
  const hosts = [...new Set(reading.hosts)];
  const { rows } = await sql<{ host: string; times: number }>`
    select host, sum(times)::integer as times
    from moderation_lesson, unnest(hosts) as host
    where site_id = ${submission.siteId} and scorer = 'spam' and hosts && ${hosts}::text[]
      and host = any(${hosts}::text[])
    group by host
    having bool_and(is_positive) and sum(times) >= ${spamToHold}
    order by times desc limit 1`.execute(db);
  return rows[0];
}
