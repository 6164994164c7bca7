import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconLink, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Row } from "#src/api/operations.ts";
import { faultsByField } from "#src/api/problem.ts";
import { useSession } from "#src/api/session.tsx";
import { useAct, useList } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked } from "#src/shell/asked.tsx";
import { CopyField } from "#src/shell/copy-field.tsx";
import { type Column, DataTable } from "#src/shell/data-table.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { MoreButton } from "#src/shell/more-button.tsx";
import { Page } from "#src/shell/page.tsx";
import { ProblemNote } from "#src/shell/problem-note.tsx";

type ShortLink = Row<"listLinks">;

export function LinksPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const [opened, { open, close }] = useDisclosure(false);
  const links = useList("listLinks", {});
  const make = can("links.write") && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={open}>
      {t("links.make")}
    </Button>
  );
  return (
    <Page
      title={t("links.title")}
      lead={t("links.lead")}
      actions={links.rows && links.rows.length > 0 && make}
    >
      <Asked query={{ ...links, data: links.rows }}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={IconLink} title={t("links.empty.title")} action={make}>
              {t("links.empty.lead")}
            </EmptyState>
          ) : (
            <LinkTable rows={rows} />
          )
        }
      </Asked>
      <MoreButton pages={links} />
      <NewLinkDialog opened={opened} onClose={close} />
    </Page>
  );
}

function LinkTable({ rows }: { readonly rows: readonly ShortLink[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: Column<ShortLink>[] = [
    {
      id: "link",
      header: t("links.link"),
      isTitle: true,
      cell: ({ shortUrl, url }) => (
        <>
          <CopyField value={shortUrl} label={t("links.link")} />
          <Text size="sm" c="dimmed" mt={4} style={{ overflowWrap: "anywhere" }}>
            {t("links.leadsTo", { url })}
          </Text>
        </>
      ),
    },
    {
      id: "for",
      header: t("links.madeFor"),
      isWhole: true,
      cell: ({ publicationId }) => (publicationId ? t("links.forPost") : t("links.byHand")),
    },
    { id: "since", header: t("links.since"), isWhole: true, cell: ({ createdAt }) => format.date(createdAt) },
  ];
  return <DataTable caption={t("links.title")} columns={columns} rows={rows} keyOf={({ id }) => id} />;
}

function NewLinkDialog({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const create = useAct("createLink", { stales: ["listLinks"] });
  const close = () => {
    create.reset();
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t("links.make")}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      {create.data ? (
        <Stack>
          <Text size="sm">{t("links.made")}</Text>
          <CopyField value={create.data.shortUrl} label={t("links.link")} />
          <Group justify="flex-end">
            <Button onClick={close}>{t("action.done")}</Button>
          </Group>
        </Stack>
      ) : (
        <NewLinkForm create={create} />
      )}
    </Modal>
  );
}

function NewLinkForm({ create }: { readonly create: ReturnType<typeof useAct<"createLink">> }) {
  const { t } = useTranslation();
  const [url, setUrl] = useState("");
  const [slug, setSlug] = useState("");
  const faults = faultsByField(create.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate({ url, ...(slug.trim() === "" ? {} : { slug: slug.trim() }) });
      }}
    >
      <Stack>
        <TextInput
          label={t("links.url")}
          type="url"
          placeholder="https://"
          required
          data-autofocus
          value={url}
          error={faults["url"]}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <TextInput
          label={t("links.slug")}
          description={t("links.slugHint")}
          value={slug}
          error={faults["slug"]}
          onChange={(event) => setSlug(event.currentTarget.value)}
        />
        <ProblemNote failure={create.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={create.isPending}>
            {t("links.make")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
