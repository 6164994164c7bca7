import { Anchor, Button, FileInput, Group, NativeSelect } from "@mantine/core";
import { IconTransfer } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fileInput } from "#src/api/file-input.ts";
import type { Output, Site } from "#src/api/operations.ts";
import { useSession } from "#src/api/session.tsx";
import { useAct, useAsk } from "#src/api/use-ask.ts";
import { Asked } from "#src/shell/asked.tsx";
import { type Column, DataTable } from "#src/shell/data-table.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { Page, Section } from "#src/shell/page.tsx";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import { LinkButton } from "#src/shell/room-link.tsx";
import classes from "./comments.module.css";

const formats = ["disqus", "wordpress", "remark42", "isso", "samovar"] as const;

type Report = Output<"importComments">;
type Fault = Report["faults"][number];

/** Comments from another engine, tried first and then brought; and all of them out again. */
export function TransferPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const sites = useAsk("listSites", { limit: 100 });
  return (
    <Page
      title={t("comments.transfer.title")}
      lead={t("comments.transfer.lead")}
      actions={
        <LinkButton variant="default" way={{ to: "/comments" }}>
          {t("comments.title")}
        </LinkButton>
      }
    >
      {!can("comments.moderate") && <p>{t("comments.mayNot")}</p>}
      <Asked query={sites}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              icon={IconTransfer}
              title={t("comments.noSite.title")}
              action={<LinkButton way={{ to: "/sites" }}>{t("sites.add")}</LinkButton>}
            >
              {t("comments.noSite.lead")}
            </EmptyState>
          ) : (
            <Transfer sites={items} />
          )
        }
      </Asked>
    </Page>
  );
}

function Transfer({ sites }: { readonly sites: readonly Site[] }) {
  const { t } = useTranslation();
  const [siteId, setSiteId] = useState(sites[0]?.id ?? "");
  return (
    <>
      <NativeSelect
        label={t("sites.one")}
        mb="lg"
        maw={320}
        value={siteId}
        onChange={(event) => setSiteId(event.currentTarget.value)}
        data={sites.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Import key={siteId} siteId={siteId} />
      <Section title={t("comments.transfer.export")} lead={t("comments.transfer.exportLead")}>
        <Group>
          <Anchor href={`/comments-export/${siteId}/comments.jsonl`} download>
            {t("comments.transfer.jsonl")}
          </Anchor>
          <Anchor href={`/comments-export/${siteId}/comments.xml`} download>
            {t("comments.transfer.wxr")}
          </Anchor>
        </Group>
      </Section>
    </>
  );
}

function Import({ siteId }: { readonly siteId: string }) {
  const { t } = useTranslation();
  const [format, setFormat] = useState<(typeof formats)[number]>("disqus");
  const [file, setFile] = useState<File | null>(null);
  const bring = useAct("importComments", { stales: ["listCommentQueue", "getCommentQueueCounts"] });
  const send = (isDryRun: "true" | "false") =>
    file && bring.mutate({ siteId, format, file: fileInput(file), isDryRun });
  const isTried = bring.data?.isDryRun === true;
  return (
    <Section title={t("comments.transfer.import")} lead={t("comments.transfer.importLead")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send(isTried ? "false" : "true");
        }}
      >
        <Group align="flex-end">
          <NativeSelect
            label={t("comments.transfer.from")}
            value={format}
            onChange={(event) => {
              setFormat(formats.find((each) => each === event.currentTarget.value) ?? "disqus");
              bring.reset();
            }}
            data={formats.map((value) => ({ value, label: t(`comments.transfer.formats.${value}`) }))}
          />
          <FileInput
            label={t("comments.transfer.file")}
            description={t(`comments.transfer.hints.${format}`)}
            placeholder={t("comments.transfer.choose")}
            miw={260}
            classNames={{ placeholder: classes.choose ?? "" }}
            value={file}
            onChange={(chosen) => {
              setFile(chosen);
              bring.reset();
            }}
          />
          <Button type="submit" disabled={file === null} loading={bring.isPending}>
            {t(isTried ? "comments.transfer.bring" : "comments.transfer.try")}
          </Button>
        </Group>
      </form>
      <ProblemNote failure={bring.error} />
      <div role="status">{bring.data && <Told report={bring.data} />}</div>
    </Section>
  );
}

function Told({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const columns: Column<Fault>[] = [
    { id: "id", header: t("comments.transfer.row"), isTitle: true, cell: ({ sourceId }) => sourceId || "–" },
    {
      id: "why",
      header: t("comments.transfer.why"),
      cell: ({ why }) => t(`comments.transfer.faults.${why}`),
    },
    { id: "what", header: t("comments.transfer.what"), cell: ({ what }) => what || "–" },
  ];
  return (
    <>
      <p>
        {t("comments.transfer.found", { count: report.found })}{" "}
        {report.isDryRun
          ? t("comments.transfer.wouldKeep", { fit: report.fit, pages: report.pages })
          : t("comments.transfer.kept", { added: report.added, existing: report.existing })}
      </p>
      {report.faultCount > 0 && (
        <>
          <p>{t("comments.transfer.faultCount", { count: report.faultCount })}</p>
          <DataTable
            caption={t("comments.transfer.why")}
            columns={columns}
            rows={report.faults}
            keyOf={(fault) => `${fault.sourceId} ${fault.why}`}
          />
        </>
      )}
    </>
  );
}
