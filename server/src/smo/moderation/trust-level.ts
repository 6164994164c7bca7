/** What an author's trust is earned and lost by. */
export interface Standing {
  readonly publishedCount: number;
  /** Called spam, or rejected, by a moderator or a phase. */
  readonly refusedCount: number;
  /** Threads in which something of his was published. */
  readonly threadCount: number;
  /** Days on which he was seen reading, of the last hundred. */
  readonly readDays: number;
  readonly daysKnown: number;
  readonly isVerified: boolean;
}

/** Nobody is trusted of whose words so large a share was refused. */
const mostRefused = 0.2;

/**
 * 0 new, 1 known, 2 at home, 3 regular. The ladder is Discourse's (https://blog.discourse.org/2018/06/understanding-discourse-trust-levels/):
 * by reading and by talk that was approved, with thresholds for the talk below articles, which is sparser than a
 * forum's. Nobody rises above the first step without an address or account that can be named: names are free. The
 * fourth level is given by hand.
 */
export function trustLevelOf(standing: Standing): 0 | 1 | 2 | 3 {
  const { publishedCount, refusedCount, isVerified } = standing;
  const isOften = refusedCount > mostRefused * (publishedCount + refusedCount);
  if (publishedCount === 0 || isOften) return 0;
  if (!isVerified || !isAtHome(standing)) return 1;
  return isRegular(standing) ? 3 : 2;
}

const isAtHome = ({ publishedCount, threadCount, readDays, daysKnown }: Standing) =>
  publishedCount >= 5 && threadCount >= 3 && readDays >= 3 && daysKnown >= 7;

const isRegular = ({ publishedCount, threadCount, readDays, daysKnown, refusedCount }: Standing) =>
  publishedCount >= 20 && threadCount >= 10 && readDays >= 15 && daysKnown >= 50 && refusedCount === 0;
