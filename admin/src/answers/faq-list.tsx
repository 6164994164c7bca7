import { ActionIcon, Badge, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconHelpCircle, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Row, Site } from "#src/api/operations.ts";
import { faultsByField } from "#src/api/problem.ts";
import { useSession } from "#src/api/session.tsx";
import { useAct, useList } from "#src/api/use-ask.ts";
import { Asked } from "#src/shell/asked.tsx";
import { CopyField } from "#src/shell/copy-field.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { MoreButton } from "#src/shell/more-button.tsx";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import { useUndoable } from "#src/shell/undo.tsx";
import classes from "./answers.module.css";
import { EntryFields, type EntryText } from "./entry-fields.tsx";

type Entry = Row<"listFaqEntries">;

/** What the site answers beforehand, in its order, as visitors see it. */
export function FaqList({ site }: { readonly site: Site }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const entries = useList("listFaqEntries", { siteId: site.id });
  const [edited, setEdited] = useState<Entry | "new">();
  const remove = useAct("deleteFaqEntry", { stales: ["listFaqEntries"] });
  const { gone, takeAway } = useUndoable((id) => remove.mutateAsync({ id }));
  const add = can("content.edit") && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEdited("new")}>
      {t("answers.faq.add")}
    </Button>
  );
  return (
    <>
      <Asked query={{ ...entries, data: entries.rows?.filter(({ id }) => !gone.has(id)) }}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={IconHelpCircle} title={t("answers.faq.empty.title")} action={add}>
              {t("answers.faq.empty.lead")}
            </EmptyState>
          ) : (
            <>
              <Group mb="md">{add}</Group>
              <ul className={classes.rows}>
                {rows.map((entry, at) => (
                  <EntryRow
                    key={entry.id}
                    entry={entry}
                    before={rows[at - 1]}
                    after={rows.slice(at + 1, at + 3)}
                    onEdit={() => setEdited(entry)}
                    onRemove={() => takeAway(entry.id, t("answers.faq.removed"))}
                  />
                ))}
              </ul>
              <FaqAddresses site={site} />
            </>
          )
        }
      </Asked>
      <MoreButton pages={entries} />
      {edited && (
        <EntryDialog
          key={edited === "new" ? "new" : edited.id}
          siteId={site.id}
          entry={edited === "new" ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </>
  );
}

interface EntryRowProps {
  readonly entry: Entry;
  readonly before: Entry | undefined;
  /** The next two: to go down is to stand before the second of them. */
  readonly after: readonly Entry[];
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function EntryRow({ entry, before, after, onEdit, onRemove }: EntryRowProps) {
  const { t } = useTranslation();
  const { can } = useSession();
  const move = useAct("moveFaqEntry", { stales: ["listFaqEntries"] });
  const { id, question, html, language, isPinned } = entry;
  return (
    <li>
      <div className={classes.what}>
        <h2 lang={language}>{question}</h2>
        <Group gap="xs">
          <Badge variant="default">{t(`answers.faq.languages.${language}`)}</Badge>
          {isPinned && <Badge variant="light">{t("answers.faq.isPinned")}</Badge>}
        </Group>
        {/* HTML of the server's own making, from small Markdown. */}
        <div className={classes.answer} lang={language} dangerouslySetInnerHTML={{ __html: html }} />
        <ProblemNote failure={move.error} />
      </div>
      {can("content.edit") && (
        <Group gap="xs">
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t("answers.faq.up", { question })}
            disabled={!before || move.isPending}
            onClick={() => move.mutate({ id, beforeId: before?.id ?? null })}
          >
            <IconArrowUp size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t("answers.faq.down", { question })}
            disabled={after.length === 0 || move.isPending}
            onClick={() => move.mutate({ id, beforeId: after[1]?.id ?? null })}
          >
            <IconArrowDown size={18} aria-hidden />
          </ActionIcon>
          <Button
            size="xs"
            variant="default"
            onClick={onEdit}
            aria-label={`${t("answers.faq.edit")}: ${question}`}
          >
            {t("answers.faq.edit")}
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={onRemove}
            aria-label={`${t("answers.faq.remove")}: ${question}`}
          >
            {t("answers.faq.remove")}
          </Button>
        </Group>
      )}
    </li>
  );
}

function FaqAddresses({ site }: { readonly site: Site }) {
  const { t } = useTranslation();
  const base = `${location.origin}/answers/${site.siteKey}`;
  return (
    <Stack mt="xl" gap="sm">
      <Text size="sm">{t("answers.faq.addresses")}</Text>
      <CopyField value={`${base}/page`} label={t("answers.faq.page")} />
      <CopyField value={`${base}/faq.html`} label={t("answers.faq.piece")} />
    </Stack>
  );
}

const textOf = ({ question, answer, language, isPinned }: Entry): EntryText => ({
  question,
  answer,
  language,
  isPinned,
});
const emptyEntry = (language: string): EntryText => ({
  question: "",
  answer: "",
  language: language.startsWith("ru") ? "ru" : "en",
  isPinned: false,
});

interface EntryDialogProps {
  readonly siteId: string;
  readonly entry: Entry | undefined;
  readonly onClose: () => void;
}

function EntryDialog({ siteId, entry, onClose }: EntryDialogProps) {
  const { t, i18n } = useTranslation();
  const [text, setText] = useState<EntryText>(() => (entry ? textOf(entry) : emptyEntry(i18n.language)));
  const create = useAct("createFaqEntry", { stales: ["listFaqEntries"], done: onClose });
  const change = useAct("changeFaqEntry", { stales: ["listFaqEntries"], done: onClose });
  const failure = create.error ?? change.error;
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={entry ? t("answers.faq.edit") : t("answers.faq.add")}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (entry) change.mutate({ id: entry.id, ...text });
          else create.mutate({ siteId, ...text });
        }}
      >
        <Stack>
          <EntryFields text={text} faults={faultsByField(failure)} onChange={setText} />
          <ProblemNote failure={failure} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("action.cancel")}
            </Button>
            <Button type="submit" loading={create.isPending || change.isPending}>
              {t("action.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
