import { parseAddress } from "./address.ts";

/** What a report says: addresses that are gone or whose owners complained, and those that it speaks of otherwise. */
export interface DsnReading {
  readonly gone: readonly {
    readonly address: string;
    readonly reason: "bounce" | "complaint";
    readonly detail: string;
  }[];
  readonly other: string[];
}

/**
 * Reads the machine's part of a delivery status notification (RFC 3464) or of a feedback report (RFC 5965). Only a
 * failure of the mailbox (status 5.1.x, 5.2.1) is a bounce: a full box or a refused text is none.
 */
export function readDsn(message: string): DsnReading {
  const unfolded = message.replace(/\r\n?/g, "\n").replace(/\n[ \t]+/g, " ");
  const feedback = /^Feedback-Type:\s*abuse\b/im.test(unfolded)
    ? addressAfter(unfolded, "Original-Rcpt-To")
    : undefined;
  if (feedback !== undefined)
    return { gone: [{ address: feedback, reason: "complaint", detail: "Feedback-Type: abuse" }], other: [] };
  // One block of fields for each recipient, between blank lines.
  const blocks = unfolded.split(/\n{2,}/).flatMap((block) => {
    const address = addressAfter(block, "Final-Recipient") ?? addressAfter(block, "Original-Recipient");
    return address === undefined ? [] : [{ address, block }];
  });
  return {
    gone: blocks
      .filter(({ block }) => isGone(block))
      .map(({ address, block }) => ({ address, reason: "bounce" as const, detail: diagnosis(block) })),
    other: blocks.filter(({ block }) => !isGone(block)).map(({ address }) => address),
  };
}

const isGone = (block: string): boolean =>
  /^Action:\s*failed\b/im.test(block) && /^Status:\s*5\.(1\.([0-6]|10)|2\.1)\b/im.test(block);

function addressAfter(block: string, field: string): string | undefined {
  const value = new RegExp(`^${field}:\\s*(?:(?:rfc822|utf-8)\\s*;)?\\s*<?([^\\s<>]+)>?\\s*$`, "im").exec(
    block,
  );
  return parseAddress(value?.[1] ?? "");
}

const diagnosis = (block: string) =>
  (/^Diagnostic-Code:\s*(.+)$/im.exec(block) ?? /^Status:\s*(.+)$/im.exec(block))?.[1]
    ?.trim()
    .slice(0, 500) ?? "";
