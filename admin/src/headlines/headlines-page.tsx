import { Button, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus, IconTypography } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Row, Site } from "#src/api/operations.ts";
import { useSession } from "#src/api/session.tsx";
import { useAsk, useList } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked } from "#src/shell/asked.tsx";
import { type Column, DataTable } from "#src/shell/data-table.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { MoreButton } from "#src/shell/more-button.tsx";
import { Page, Section } from "#src/shell/page.tsx";
import { LinkButton, RoomLink } from "#src/shell/room-link.tsx";
import { NewTestForm } from "./new-test-form.tsx";
import { TitleAdvice } from "./title-advice.tsx";

type Test = Row<"listHeadlineTests">;

/** Tests of titles, and advice on titles before one. */
export function HeadlinesPage() {
  const { t } = useTranslation();
  const sites = useAsk("listSites", { limit: 100 });
  return (
    <Page title={t("headlines.title")} lead={t("headlines.lead")}>
      <Asked query={sites}>
        {({ items }) =>
          items[0] ? (
            <>
              <Tests sites={items} />
              <Section title={t("headlines.advice.title")} lead={t("headlines.advice.lead")}>
                <TitleAdvice />
              </Section>
            </>
          ) : (
            <EmptyState
              icon={IconTypography}
              title={t("headlines.noSite.title")}
              action={<LinkButton way={{ to: "/sites" }}>{t("sites.add")}</LinkButton>}
            >
              {t("headlines.noSite.lead")}
            </EmptyState>
          )
        }
      </Asked>
    </Page>
  );
}

function Tests({ sites }: { readonly sites: readonly Site[] }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const [opened, { open, close }] = useDisclosure(false);
  const tests = useList("listHeadlineTests", {});
  const begin = can("content.edit") && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={open}>
      {t("headlines.begin")}
    </Button>
  );
  return (
    <Section title={t("headlines.tests")} actions={tests.rows && tests.rows.length > 0 && begin}>
      <Asked query={{ ...tests, data: tests.rows }}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={IconTypography} title={t("headlines.empty.title")} action={begin}>
              {t("headlines.empty.lead")}
            </EmptyState>
          ) : (
            <TestTable rows={rows} sites={sites} />
          )
        }
      </Asked>
      <MoreButton pages={tests} />
      <Modal
        opened={opened}
        onClose={close}
        size="lg"
        title={t("headlines.begin")}
        closeButtonProps={{ "aria-label": t("action.close") }}
      >
        <NewTestForm sites={sites} onDone={close} />
      </Modal>
    </Section>
  );
}

function TestTable({ rows, sites }: { readonly rows: readonly Test[]; readonly sites: readonly Site[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const siteOf = (id: string) => sites.find((site) => site.id === id)?.name ?? "";
  const columns: Column<Test>[] = [
    {
      id: "page",
      header: t("headlines.page"),
      isTitle: true,
      cell: ({ id, path, siteId }) => (
        <>
          <RoomLink way={{ to: "/headlines/$testId", params: { testId: id } }}>{path}</RoomLink>
          {sites.length > 1 && <div>{siteOf(siteId)}</div>}
        </>
      ),
    },
    { id: "kind", header: t("headlines.kind"), cell: ({ kind }) => t(`headlines.kinds.${kind}`) },
    { id: "began", header: t("headlines.began"), isWhole: true, cell: ({ beganAt }) => format.date(beganAt) },
    {
      id: "state",
      header: t("headlines.state"),
      isWhole: true,
      cell: ({ endedAt }) =>
        endedAt ? t("headlines.endedOn", { date: format.date(endedAt) }) : t("headlines.running"),
    },
  ];
  return <DataTable caption={t("headlines.tests")} columns={columns} rows={rows} keyOf={({ id }) => id} />;
}
