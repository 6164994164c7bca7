import { Anchor, Button, Group, Modal, NativeSelect, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { faultsByField } from "#src/api/problem.ts";
import { useAct, useAsk } from "#src/api/use-ask.ts";
import { Asked } from "#src/shell/asked.tsx";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import classes from "./answers.module.css";
import { EntryFields, type EntryText } from "./entry-fields.tsx";
import type { Question } from "./question-list.tsx";

interface AnswerDialogProps {
  readonly question: Question;
  readonly onClose: () => void;
  readonly onAnswered: () => void;
}

/** Answers a question: a new entry of the FAQ, or one that is there. Shows how, where and by whom it was asked. */
export function AnswerDialog({ question, onClose, onAnswered }: AnswerDialogProps) {
  const { t } = useTranslation();
  const details = useAsk("getQuestion", { id: question.id });
  const entries = useAsk("listFaqEntries", { siteId: question.siteId, limit: 100 });
  const [entryId, setEntryId] = useState("");
  const [text, setText] = useState<EntryText>({
    question: question.text,
    answer: "",
    language: question.language,
    isPinned: false,
  });
  const answer = useAct("answerQuestion", {
    stales: ["listQuestions", "getQuestion", "listFaqEntries"],
    done: onAnswered,
  });
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t("answers.dialog.title")}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const input = { id: question.id };
          answer.mutate(entryId === "" ? { ...input, ...text } : { ...input, faqEntryId: entryId });
        }}
      >
        <Stack>
          <Asked query={details}>
            {({ wordings, pages, waiting, near }) => (
              <Stack gap="xs">
                <Text size="sm">
                  {t("answers.dialog.waiting", { mail: waiting.byMail, page: waiting.onPage })}
                </Text>
                {wordings.length > 0 && (
                  <section aria-label={t("answers.dialog.wordings")}>
                    <Text size="sm" fw={600}>
                      {t("answers.dialog.wordings")}
                    </Text>
                    <ul className={classes.plain}>
                      {wordings.slice(0, 5).map(({ text: wording, times }) => (
                        <li key={wording}>
                          <Text size="sm">{t("answers.dialog.times", { what: wording, count: times })}</Text>
                        </li>
                      ))}
                    </ul>
                  </section>
                )}
                {pages.length > 0 && (
                  <section aria-label={t("answers.dialog.pages")}>
                    <Text size="sm" fw={600}>
                      {t("answers.dialog.pages")}
                    </Text>
                    <ul className={classes.plain}>
                      {pages.slice(0, 5).map(({ url }) => (
                        <li key={url}>
                          <Anchor size="sm" href={url} target="_blank" rel="noreferrer">
                            {url}
                          </Anchor>
                        </li>
                      ))}
                    </ul>
                  </section>
                )}
                {near.length > 0 && (
                  <Text size="sm" c="dimmed">
                    {t("answers.dialog.near", { titles: near.map(({ title }) => title).join(" · ") })}
                  </Text>
                )}
              </Stack>
            )}
          </Asked>
          {entries.data && entries.data.items.length > 0 && (
            <NativeSelect
              label={t("answers.dialog.by")}
              value={entryId}
              onChange={(event) => setEntryId(event.currentTarget.value)}
              data={[
                { value: "", label: t("answers.dialog.newEntry") },
                ...entries.data.items.map(({ id, question: known }) => ({ value: id, label: known })),
              ]}
            />
          )}
          {entryId === "" && (
            <EntryFields text={text} faults={faultsByField(answer.error)} onChange={setText} />
          )}
          <ProblemNote failure={answer.error} />
          <Text size="sm" c="dimmed">
            {t("answers.dialog.told")}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("action.cancel")}
            </Button>
            <Button type="submit" loading={answer.isPending}>
              {t("answers.dialog.send")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
