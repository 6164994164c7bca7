import { rules, rulesToMarkdown } from "@samovar/audit";
import type { z } from "zod";
import { Environment } from "#src/config.ts";
import { permissionsOf, roles } from "#src/ground/accounts/index.ts";
import { networks } from "#src/networks/index.ts";
import type { AnyOperation } from "#src/platform/operation/operation.ts";
import { permissions } from "#src/platform/operation/permissions.ts";

const generated = "<!-- Generated from the code: npm run generate -->\n";

/** `docs/reference/configuration.md`: every environment variable. */
export function configurationPage(): string {
  const rows = Object.entries(Environment.shape).map(
    ([name, schema]) => `| \`${name}\` | ${describe(schema)} | ${defaultOf(schema)} |`,
  );
  return `${generated}# Configuration\n\n| Variable | What for | Default |\n|---|---|---|\n${rows.join("\n")}\n`;
}

/** `docs/reference/roles.md`: who may do what, and which operation needs what. */
export function rolesPage(operations: readonly AnyOperation[]): string {
  const head = `| Permission | ${roles.join(" | ")} |\n|---|${roles.map(() => "---|").join("")}`;
  const rows = permissions.map(
    (permission) =>
      `| \`${permission}\` | ${roles.map((role) => (permissionsOf[role].includes(permission) ? "yes" : "")).join(" | ")} |`,
  );
  const asked = operations.map(({ id, summary, access }) => `| \`${id}\` | ${summary} | \`${access}\` |`);
  return [
    `${generated}# Roles`,
    "An API key has scopes, which are the same words.",
    `${head}\n${rows.join("\n")}`,
    "## What each operation needs",
    `| Operation | What it does | Needs |\n|---|---|---|\n${asked.join("\n")}\n`,
  ].join("\n\n");
}

/** `docs/reference/limits.md`: the limits registry. */
export function limitsPage(): string {
  const tables = networks.map(({ id, name, limits }) => {
    const rows = limits.map(
      (limit) =>
        `| \`${id}.${limit.id}\` | ${limit.min ?? ""} | ${limit.max ?? ""} | ${limit.unit} | ${limit.live ?? ""} | ${limit.confidence} | ${limit.checkedOn} | ${limit.source} |`,
    );
    return `## ${name}\n\n| Rule | Min | Max | Unit | Stated live by | Confidence | Checked on | Source |\n|---|---|---|---|---|---|---|---|\n${rows.join("\n")}\n`;
  });
  return `${generated}# Limits of the networks\n\n${tables.join("\n")}`;
}

/** `docs/reference/audit-rules.md`: what the audit looks at, and on what ground. */
export const auditRulesPage = (): string => `${generated}${rulesToMarkdown(rules)}`;

const describe = (schema: z.ZodType) => (schema.description ?? "").replaceAll("|", "\\|");

function defaultOf(schema: z.ZodType): string {
  const value = schema.safeParse(undefined);
  if (!value.success || value.data === "") return "";
  return typeof value.data === "string" || typeof value.data === "number" ? `\`${value.data}\`` : "";
}
