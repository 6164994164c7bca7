import { IconCheck, IconMinus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useAsk } from "#src/api/use-ask.ts";
import { Asked } from "#src/shell/asked.tsx";
import { type Column, DataTable } from "#src/shell/data-table.tsx";
import { permissions } from "@samovar/server/platform/operation/permissions.ts";

type Permission = (typeof permissions)[number];

/** Who may do what, as the server has it. */
export function RoleTable() {
  const { t } = useTranslation();
  const roles = useAsk("listRoles", {});
  return (
    <Asked query={roles}>
      {({ items }) => {
        const columns: Column<Permission>[] = [
          {
            id: "permission",
            header: t("people.mayDo"),
            isTitle: true,
            cell: (permission) => t(`permissions.${permission}`),
          },
          ...items.map(({ role, permissions: allowed }) => ({
            id: role,
            header: t(`roles.${role}.name`),
            cell: (permission: Permission) => <Allowed is={allowed.includes(permission)} />,
          })),
        ];
        return (
          <DataTable
            caption={t("people.rolesTitle")}
            columns={columns}
            rows={permissions}
            keyOf={(permission) => permission}
            minWidth={640}
          />
        );
      }}
    </Asked>
  );
}

function Allowed({ is }: { readonly is: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      {is ? (
        <IconCheck size={18} color="var(--mantine-primary-color-filled)" aria-hidden />
      ) : (
        <IconMinus size={18} opacity={0.35} aria-hidden />
      )}
      <span className="visually-hidden">{is ? t("people.may") : t("people.mayNot")}</span>
    </>
  );
}
