import { previewNetworks, rules } from "@samovar/audit";
import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { AuditedNetwork, AuditRule } from "./schema.ts";

export const listAuditRules = operation({
  id: "listAuditRules",
  summary: "List the audit's rules: what each looks for, why, for which networks, and where it is from",
  http: "GET /audit-rules",
  access: "read",
  input: z.object({}),
  output: z.object({
    items: z.array(AuditRule),
    networks: z
      .array(z.object({ id: AuditedNetwork, name: z.string() }))
      .describe("The networks that rules are about, by their names"),
  }),
  run: () =>
    Promise.resolve({
      items: rules.map(({ id, group, title, why, severity, networks, grade, source }) => ({
        id,
        group,
        title: { ...title },
        why: { ...why },
        severity,
        networks: typeof networks === "string" ? networks : [...networks],
        grade,
        source,
      })),
      networks: previewNetworks.map(({ id, name }) => ({ id, name })),
    }),
});
