import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { Address } from "./address.ts";
import { readDsn } from "./read-dsn.ts";
import { suppress } from "./suppression.ts";

const maxMessageLength = 500_000;

export const reportBounce = operation({
  id: "reportBounce",
  summary:
    "Tell that a letter came back, or that its reader complained: an address, or the whole delivery report as it came. Nothing is sent there any more",
  http: "POST /mail-bounces",
  access: "subscribers.manage",
  input: z.object({
    address: Address.optional(),
    kind: z.enum(["bounce", "complaint"]).default("bounce"),
    detail: z.string().trim().max(500).optional(),
    message: z
      .string()
      .max(maxMessageLength)
      .optional()
      .meta({ secret: true })
      .describe("A delivery status notification (RFC 3464) or a complaint (RFC 5965), with its headers"),
  }),
  output: z.object({
    suppressed: z.array(z.object({ id: z.uuid(), address: z.string() })),
    ignored: z
      .array(z.string())
      .describe("Reported as delayed, or as refused for another reason than the address"),
  }),
  async run({ db, vault, workspace, now }, { address, kind, detail, message }) {
    const told = address ? [{ address, reason: kind, detail: detail ?? null }] : [];
    const report = message === undefined ? { gone: [], other: [] } : readDsn(message);
    const gone = [...told, ...report.gone];
    if (gone.length === 0 && report.other.length === 0) throw nothingTold();
    const suppressed = [];
    for (const entry of gone) {
      const { id } = await suppress(db, vault, { ...entry, workspaceId: workspace.id, now: now() });
      suppressed.push({ id, address: entry.address });
    }
    return { suppressed, ignored: report.other };
  },
});

const nothingTold = () =>
  new Problem("invalid", say`This names no address that a letter came back from`, {
    hint: say`Give \`address\`, or in \`message\` the whole report with its message/delivery-status part`,
  });
