import { ActionIcon, Avatar, Badge, Button, Group, NativeSelect, Text } from "@mantine/core";
import { IconTrash, IconUserPlus } from "@tabler/icons-react";
import { useDisclosure } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import type { Role, Row } from "#src/api/operations.ts";
import { useSession } from "#src/api/session.tsx";
import { useAct, useAsk, useList } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked } from "#src/shell/asked.tsx";
import { useConfirm } from "#src/shell/confirm.tsx";
import { type Column, DataTable } from "#src/shell/data-table.tsx";
import { MoreButton } from "#src/shell/more-button.tsx";
import { Page, Section } from "#src/shell/page.tsx";
import { useTellProblem } from "#src/shell/problem-note.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { RoleTable } from "./role-table.tsx";
import { roles } from "./roles.ts";

type Member = Row<"listMembers">;

export function PeoplePage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <Page
      title={t("people.title")}
      lead={t("people.lead")}
      actions={
        can("people.manage") && (
          <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={open}>
            {t("people.invite")}
          </Button>
        )
      }
    >
      <Members />
      {can("people.manage") && <Invitations />}
      <Section title={t("people.rolesTitle")} lead={t("people.rolesLead")}>
        <RoleTable />
      </Section>
      <InviteDialog opened={opened} onClose={close} />
    </Page>
  );
}

function Members() {
  const { t } = useTranslation();
  const format = useFormat();
  const members = useList("listMembers", {});
  const columns: Column<Member>[] = [
    { id: "name", header: t("person.name"), isTitle: true, cell: (member) => <MemberName member={member} /> },
    {
      id: "since",
      header: t("people.since"),
      isWhole: true,
      cell: (member) => format.date(member.createdAt),
    },
    { id: "role", header: t("people.role"), cell: (member) => <MemberRole member={member} /> },
  ];
  return (
    <Asked query={{ ...members, data: members.rows }}>
      {(rows) => (
        <>
          <DataTable
            caption={t("people.title")}
            columns={columns}
            rows={rows}
            keyOf={(member) => member.personId}
          />
          <MoreButton pages={members} />
        </>
      )}
    </Asked>
  );
}

function MemberName({ member }: { readonly member: Member }) {
  const { t } = useTranslation();
  const { person } = useSession();
  return (
    <Group gap="sm" wrap="nowrap">
      <Avatar name={member.name} size={36} radius="xl" color="copper" aria-hidden />
      <div style={{ minWidth: 0 }}>
        <Text size="sm" fw={600}>
          {member.name} {member.personId === person.id && <Badge variant="default">{t("people.you")}</Badge>}
        </Text>
        <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
          {member.email}
        </Text>
      </div>
    </Group>
  );
}

function MemberRole({ member }: { readonly member: Member }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const confirm = useConfirm();
  const tell = useTellProblem();
  const change = useAct("changeMember", { stales: ["listMembers", "getMe"] });
  const remove = useAct("removeMember", { stales: ["listMembers", "getMe"] });
  if (!can("people.manage")) return <>{t(`roles.${member.role}.name`)}</>;
  const give = (role: Role) => change.mutate({ personId: member.personId, role }, { onError: tell });
  return (
    <Group gap="xs" wrap="nowrap">
      <NativeSelect
        aria-label={t("people.roleOf", { name: member.name })}
        value={member.role}
        disabled={change.isPending}
        onChange={(event) => {
          const role = roles.find((each) => each === event.currentTarget.value);
          if (role) give(role);
        }}
        data={roles.map((role) => ({ value: role, label: t(`roles.${role}.name`) }))}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t("people.remove", { name: member.name })}
        onClick={() =>
          confirm({
            title: t("people.removeTitle", { name: member.name }),
            body: t("people.removeBody"),
            yes: t("people.removeYes"),
            onYes: () => remove.mutate({ personId: member.personId }, { onError: tell }),
          })
        }
      >
        <IconTrash size={17} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

type Invitation = Row<"listInvitations">;

function Invitations() {
  const { t } = useTranslation();
  const format = useFormat();
  const invitations = useAsk("listInvitations", { limit: 50 });
  const tell = useTellProblem();
  const withdraw = useAct("deleteInvitation", { stales: ["listInvitations"] });
  const open = invitations.data?.items.filter(({ acceptedAt }) => acceptedAt === null) ?? [];
  if (open.length === 0) return null;
  const columns: Column<Invitation>[] = [
    {
      id: "for",
      header: t("people.inviteFor"),
      isTitle: true,
      cell: ({ note }) => note || t("people.someone"),
    },
    { id: "role", header: t("people.role"), cell: ({ role }) => t(`roles.${role}.name`) },
    { id: "until", header: t("people.inviteUntil"), cell: ({ expiresAt }) => format.dateTime(expiresAt) },
    {
      id: "withdraw",
      header: t("people.action"),
      cell: ({ id }) => (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => withdraw.mutate({ id }, { onError: tell })}
        >
          {t("people.withdraw")}
        </Button>
      ),
    },
  ];
  return (
    <Section title={t("people.invitations")}>
      <DataTable caption={t("people.invitations")} columns={columns} rows={open} keyOf={({ id }) => id} />
    </Section>
  );
}
