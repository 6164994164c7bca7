import { Button, FileInput, Group, Modal, NativeSelect, Stack, Text, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconUpload } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { faultsByField } from "#src/api/problem.ts";
import { useSession } from "#src/api/session.tsx";
import { useAct } from "#src/api/use-ask.ts";
import { type Column, DataTable } from "#src/shell/data-table.tsx";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import type { ImportAnswer } from "./subscriber-words.ts";

const stales = ["listSubscribers", "getSubscriberGrowth", "getSubscriberSources"] as const;
const minStatement = 20;

export function ImportButton({ siteId }: { readonly siteId: string }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const [opened, { open, close }] = useDisclosure(false);
  if (!can("subscribers.manage")) return null;
  return (
    <>
      <Button variant="default" leftSection={<IconUpload size={18} aria-hidden />} onClick={open}>
        {t("subscribers.import.open")}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        size="lg"
        title={t("subscribers.import.title")}
        closeButtonProps={{ "aria-label": t("action.close") }}
      >
        <ImportForm siteId={siteId} onDone={close} />
      </Modal>
    </>
  );
}

/** First a trial that keeps nothing and names each faulty row, then the import itself. */
function ImportForm({ siteId, onDone }: { readonly siteId: string; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const [csv, setCsv] = useState("");
  const [statement, setStatement] = useState("");
  const [language, setLanguage] = useState<"ru" | "en">("en");
  const check = useAct("checkSubscriberImport");
  const take = useAct("importSubscribers", { stales: [...stales] });
  const input = { siteId, csv, statement, language };
  const faults = faultsByField(check.error ?? take.error);
  if (take.data)
    return (
      <Stack>
        <Text role="status">{t("subscribers.import.done", { count: take.data.added })}</Text>
        <Group justify="flex-end">
          <Button onClick={onDone}>{t("action.done")}</Button>
        </Group>
      </Stack>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        check.mutate(input);
      }}
    >
      <Stack>
        <Text size="sm">{t("subscribers.import.lead")}</Text>
        <FileInput
          label={t("subscribers.import.file")}
          placeholder={t("subscribers.import.choose")}
          accept=".csv,.tsv,.txt,text/csv"
          required
          error={faults["csv"]}
          onChange={(file) => {
            check.reset();
            void file?.text().then(setCsv);
          }}
        />
        <Textarea
          label={t("subscribers.import.statement")}
          description={t("subscribers.import.statementHint")}
          autosize
          minRows={2}
          minLength={minStatement}
          required
          value={statement}
          error={faults["statement"]}
          onChange={(event) => setStatement(event.currentTarget.value)}
        />
        <NativeSelect
          label={t("subscribers.import.language")}
          value={language}
          onChange={(event) => setLanguage(event.currentTarget.value === "ru" ? "ru" : "en")}
          data={[
            { value: "en", label: "English" },
            { value: "ru", label: "Русский" },
          ]}
        />
        {check.data && <ImportReport answer={check.data} />}
        <ProblemNote failure={check.error ?? take.error} />
        <Group justify="flex-end">
          <Button type="submit" variant="default" disabled={csv === ""} loading={check.isPending}>
            {t("subscribers.import.try")}
          </Button>
          <Button
            disabled={!check.data || check.data.added === 0}
            loading={take.isPending}
            onClick={() => take.mutate(input)}
          >
            {t("subscribers.import.take", { count: check.data?.added ?? 0 })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function ImportReport({ answer }: { readonly answer: ImportAnswer }) {
  const { t } = useTranslation();
  const { rows, added, known, suppressed, repeated, faulty, faultyCount } = answer;
  type Fault = ImportAnswer["faulty"][number];
  const columns: Column<Fault>[] = [
    { id: "line", header: t("subscribers.import.line"), isNumber: true, cell: ({ line }) => line },
    { id: "value", header: t("subscribers.import.value"), isTitle: true, cell: ({ value }) => value },
    { id: "reason", header: t("subscribers.import.reason"), cell: ({ reason }) => reason },
  ];
  return (
    <div role="status">
      <Text size="sm" mb="xs">
        {t("subscribers.import.report", { rows, added, known, suppressed, repeated, faulty: faultyCount })}
      </Text>
      {faulty.length > 0 && (
        <div style={{ maxHeight: 240, overflow: "auto" }}>
          <DataTable
            caption={t("subscribers.import.faults")}
            columns={columns}
            rows={faulty}
            keyOf={({ line }) => String(line)}
            minWidth={300}
          />
        </div>
      )}
    </div>
  );
}
