import { Badge, Button, Checkbox, Group, Modal, Select, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconKey, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Row } from "#src/api/operations.ts";
import { useAct, useList } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { permissions } from "@samovar/server/platform/operation/permissions.ts";
import { Asked } from "#src/shell/asked.tsx";
import { useConfirm } from "#src/shell/confirm.tsx";
import { CopyField } from "#src/shell/copy-field.tsx";
import { type Column, DataTable } from "#src/shell/data-table.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { MoreButton } from "#src/shell/more-button.tsx";
import { Page } from "#src/shell/page.tsx";
import { ProblemNote, useTellProblem } from "#src/shell/problem-note.tsx";
import { useNow } from "#src/shell/use-now.ts";

type Key = Row<"listApiKeys">;

export function KeysPage() {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  const keys = useList("listApiKeys", {});
  const make = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={open}>
      {t("keys.make")}
    </Button>
  );
  return (
    <Page title={t("keys.title")} lead={t("keys.lead")} actions={keys.rows && keys.rows.length > 0 && make}>
      <Asked query={{ ...keys, data: keys.rows }}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={IconKey} title={t("keys.empty.title")} action={make}>
              {t("keys.empty.lead")}
            </EmptyState>
          ) : (
            <KeyTable rows={rows} />
          )
        }
      </Asked>
      <MoreButton pages={keys} />
      <NewKeyDialog opened={opened} onClose={close} />
    </Page>
  );
}

function KeyTable({ rows }: { readonly rows: readonly Key[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: Column<Key>[] = [
    {
      id: "name",
      header: t("keys.name"),
      isTitle: true,
      cell: ({ name, tokenStart }) => (
        <>
          <Text size="sm" fw={600}>
            {name}
          </Text>
          <Text size="xs" c="dimmed" ff="monospace">
            {tokenStart}…
          </Text>
        </>
      ),
    },
    {
      id: "scopes",
      header: t("keys.scopes"),
      cell: ({ scopes }) => format.list(scopes.map((scope) => t(`permissions.${scope}`))),
    },
    {
      id: "used",
      header: t("keys.lastUsed"),
      isWhole: true,
      cell: ({ lastUsedAt }) => (lastUsedAt ? format.relative(lastUsedAt) : t("keys.never")),
    },
    {
      id: "expires",
      header: t("keys.expires"),
      isWhole: true,
      cell: ({ expiresAt }) => (expiresAt ? format.date(expiresAt) : t("keys.lasts")),
    },
    { id: "state", header: t("keys.state"), cell: (key) => <Revoke apiKey={key} /> },
  ];
  return (
    <DataTable
      caption={t("keys.title")}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      minWidth={720}
    />
  );
}

function Revoke({ apiKey }: { readonly apiKey: Key }) {
  const { t } = useTranslation();
  const now = useNow();
  const confirm = useConfirm();
  const tell = useTellProblem();
  const revoke = useAct("revokeApiKey", { stales: ["listApiKeys"] });
  if (apiKey.revokedAt) return <Badge variant="default">{t("keys.revoked")}</Badge>;
  if (apiKey.expiresAt && new Date(apiKey.expiresAt) < now)
    return <Badge variant="default">{t("keys.expired")}</Badge>;
  return (
    <Button
      size="compact-sm"
      variant="default"
      onClick={() =>
        confirm({
          title: t("keys.revokeTitle", { name: apiKey.name }),
          body: t("keys.revokeBody"),
          yes: t("keys.revoke"),
          onYes: () => revoke.mutate({ id: apiKey.id }, { onError: tell }),
        })
      }
    >
      {t("keys.revoke")}
    </Button>
  );
}

const dayMs = 86_400_000;
const lifetimes = ["30", "90", "365", "forever"] as const;

function NewKeyDialog({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const create = useAct("createApiKey", { stales: ["listApiKeys"] });
  const close = () => {
    create.reset();
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t("keys.make")}
      size="lg"
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      {create.data ? (
        <Stack>
          <Text>{t("keys.made")}</Text>
          <CopyField value={create.data.token} label={t("keys.title")} />
          <Group justify="flex-end">
            <Button onClick={close}>{t("action.done")}</Button>
          </Group>
        </Stack>
      ) : (
        <NewKeyForm create={create} />
      )}
    </Modal>
  );
}

function NewKeyForm({ create }: { readonly create: ReturnType<typeof useAct<"createApiKey">> }) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<string[]>(["read"]);
  const [lifetime, setLifetime] = useState<string>("90");
  const submit = () =>
    create.mutate({
      name,
      scopes: permissions.filter((permission) => scopes.includes(permission)),
      ...(lifetime === "forever"
        ? {}
        : { expiresAt: new Date(Date.now() + Number(lifetime) * dayMs).toISOString() }),
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack>
        <TextInput
          label={t("keys.name")}
          description={t("keys.nameHint")}
          value={name}
          required
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Checkbox.Group
          label={t("keys.scopes")}
          description={t("keys.scopesHint")}
          value={scopes}
          onChange={setScopes}
        >
          <Stack gap={8} mt="xs">
            {permissions.map((permission) => (
              <Checkbox key={permission} value={permission} label={t(`permissions.${permission}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Select
          label={t("keys.expires")}
          value={lifetime}
          allowDeselect={false}
          onChange={(value) => setLifetime(value ?? "90")}
          data={lifetimes.map((value) => ({
            value,
            label: value === "forever" ? t("keys.lasts") : t("keys.days", { count: Number(value) }),
          }))}
        />
        <ProblemNote failure={create.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={create.isPending} disabled={scopes.length === 0}>
            {t("keys.make")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
