import { Alert, Text } from "@mantine/core";
import { IconMailForward, IconMailOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Output, Row } from "#src/api/operations.ts";
import { useSession } from "#src/api/session.tsx";
import { useAsk, useList } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked } from "#src/shell/asked.tsx";
import { type Column, DataTable } from "#src/shell/data-table.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { MoreButton } from "#src/shell/more-button.tsx";
import { Page, Section } from "#src/shell/page.tsx";
import { StateMark, type Tone } from "#src/shell/state-mark.tsx";
import { MailServerForm } from "./mail-server-form.tsx";
import { SuppressedAddresses } from "./suppressed-addresses.tsx";

type State = Output<"getMailState">;
type Mail = Row<"listMails">;
const refreshMs = 15_000;

const tones: Readonly<Record<Mail["state"], Tone>> = {
  waiting: "busy",
  sent: "calm",
  failed: "bad",
  bounced: "bad",
  suppressed: "idle",
};

/** How the mail goes: by which server, what waits and why, who gets no letters any more. */
export function MailPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const state = useAsk("getMailState", {}, { everyMs: refreshMs });
  return (
    <Page title={t("mail.title")} lead={t("mail.lead")}>
      <Asked query={state}>{(answer) => <MailState state={answer} />}</Asked>
      {can("workspace.manage") && (
        <Section title={t("mail.server.title")} lead={t("mail.server.lead")}>
          <MailServerForm />
        </Section>
      )}
      {can("subscribers.manage") && (
        <>
          <Section title={t("mail.letters.title")} lead={t("mail.letters.lead")}>
            <Letters />
          </Section>
          <Section title={t("mail.suppressed.title")} lead={t("mail.suppressed.lead")}>
            <SuppressedAddresses />
          </Section>
        </>
      )}
    </Page>
  );
}

function MailState({ state }: { readonly state: State }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { goesBy, waiting, sent, failed, bounced, suppressed, trouble } = state;
  return (
    <>
      {goesBy === "none" && (
        <Alert icon={<IconMailOff aria-hidden />} color="yellow" mb="md" title={t("mail.none.title")}>
          {t("mail.none.lead", { count: waiting })}
        </Alert>
      )}
      {trouble && (
        <Alert icon={<IconMailOff aria-hidden />} color="red" mb="md" title={t("mail.trouble")}>
          <span style={{ overflowWrap: "anywhere" }}>{trouble.reply}</span>
        </Alert>
      )}
      <Text>
        {t("mail.counts", {
          waiting: format.number(waiting),
          sent: format.number(sent),
          failed: format.number(failed),
          bounced: format.number(bounced),
          suppressed: format.number(suppressed),
        })}
      </Text>
    </>
  );
}

function Letters() {
  const { t } = useTranslation();
  const mails = useList("listMails", {}, { everyMs: refreshMs });
  return (
    <>
      <Asked query={{ ...mails, data: mails.rows }}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={IconMailForward} title={t("mail.letters.empty.title")}>
              {t("mail.letters.empty.lead")}
            </EmptyState>
          ) : (
            <LetterTable rows={rows} />
          )
        }
      </Asked>
      <MoreButton pages={mails} />
    </>
  );
}

function LetterTable({ rows }: { readonly rows: readonly Mail[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: Column<Mail>[] = [
    {
      id: "subject",
      header: t("mail.letters.subject"),
      isTitle: true,
      cell: ({ subject, address, reply, state }) => (
        <>
          <Text size="sm" fw={600}>
            {subject}
          </Text>
          <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
            {address}
            {state !== "sent" && reply !== null && ` · ${reply}`}
          </Text>
        </>
      ),
    },
    {
      id: "state",
      header: t("mail.letters.state"),
      isWhole: true,
      cell: ({ state }) => <StateMark tone={tones[state]}>{t(`mail.states.${state}`)}</StateMark>,
    },
    {
      id: "at",
      header: t("mail.letters.at"),
      isWhole: true,
      cell: ({ endedAt, createdAt }) => format.dateTime(endedAt ?? createdAt),
    },
  ];
  return <DataTable caption={t("mail.letters.title")} columns={columns} rows={rows} keyOf={({ id }) => id} />;
}
