import { Button, Checkbox, Group, SegmentedControl, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconMessageQuestion } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Row } from "#src/api/operations.ts";
import { useSession } from "#src/api/session.tsx";
import { useAct, useList } from "#src/api/use-ask.ts";
import { useQueueKeys } from "#src/comments/use-queue-keys.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked } from "#src/shell/asked.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { MoreButton } from "#src/shell/more-button.tsx";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import { AnswerDialog } from "./answer-dialog.tsx";
import classes from "./answers.module.css";

export type Question = Row<"listQuestions">;

const states = ["waiting", "answered", "dismissed"] as const;
type State = (typeof states)[number];

/** Questions that wait, those that mean the same together; answered once, put aside, put together, and all of it back. */
export function QuestionList({ siteId }: { readonly siteId: string }) {
  const { t } = useTranslation();
  const [state, setState] = useState<State>("waiting");
  const questions = useList("listQuestions", { siteId, state });
  return (
    <>
      <Group mb="md">
        <SegmentedControl
          size="xs"
          aria-label={t("answers.questions.show")}
          value={state}
          onChange={(value) => setState(states.find((each) => each === value) ?? "waiting")}
          data={states.map((value) => ({ value, label: t(`answers.questions.states.${value}`) }))}
        />
      </Group>
      <Asked query={{ ...questions, data: questions.rows }}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={IconMessageQuestion} title={t(`answers.questions.empty.${state}.title`)}>
              {t(`answers.questions.empty.${state}.lead`)}
            </EmptyState>
          ) : (
            <Queue key={state} rows={rows} />
          )
        }
      </Asked>
      <MoreButton pages={questions} />
    </>
  );
}

const staleIds = ["listQuestions", "getQuestion", "listFaqEntries"] as const;

/** Says what was done, with a way back. */
function useSettling() {
  const { t } = useTranslation();
  const reopen = useAct("reopenQuestion", { stales: staleIds });
  const split = useAct("splitQuestions", { stales: staleIds });
  const say = (what: string, back: () => void) => {
    const id = crypto.randomUUID();
    const undo = () => {
      notifications.hide(id);
      back();
    };
    notifications.show({
      id,
      autoClose: 20_000,
      message: (
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">{what}</Text>
          <Button size="compact-sm" variant="default" onClick={undo}>
            {t("action.undo")}
          </Button>
        </Group>
      ),
    });
  };
  const dismiss = useAct("dismissQuestion", {
    stales: staleIds,
    done: ({ id }) => say(t("answers.questions.wasDismissed"), () => reopen.mutate({ id })),
  });
  const merge = useAct("mergeQuestions", {
    stales: staleIds,
    done: ({ id }, { questionIds }) =>
      say(t("answers.questions.wereMerged"), () => split.mutate({ id, questionIds })),
  });
  return { reopen, dismiss, merge, say };
}

function Queue({ rows }: { readonly rows: readonly Question[] }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const [at, setAt] = useState(0);
  const [opened, setOpened] = useState<Question>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { reopen, dismiss, merge, say } = useSettling();
  const current = rows[Math.min(at, rows.length - 1)];
  const mayEdit = can("content.edit");
  const isWaiting = current?.state === "waiting";
  const move = (by: number) => setAt(Math.max(0, Math.min(rows.length - 1, at + by)));
  const choose = (id: string) =>
    setChosen(
      (before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]),
    );
  const mergeChosen = () => {
    const [id, ...questionIds] = rows.filter((row) => chosen.has(row.id)).map((row) => row.id);
    if (id !== undefined && questionIds.length > 0) merge.mutate({ id, questionIds });
    setChosen(new Set());
  };
  useQueueKeys({
    j: () => move(1),
    k: () => move(-1),
    ...(mayEdit &&
      current &&
      isWaiting && {
        a: () => setOpened(current),
        d: () => dismiss.mutate({ id: current.id }),
        x: () => choose(current.id),
        m: mergeChosen,
      }),
  });
  return (
    <>
      {mayEdit && isWaiting && (
        <Group mb="sm" gap="sm">
          <Button size="xs" variant="default" disabled={chosen.size < 2} onClick={mergeChosen}>
            {t("answers.questions.merge", { count: chosen.size })}
          </Button>
          <Text size="sm" c="dimmed" visibleFrom="sm">
            {t("answers.questions.keys")}
          </Text>
        </Group>
      )}
      <ProblemNote failure={dismiss.error ?? merge.error ?? reopen.error} />
      <ul className={classes.rows}>
        {rows.map((question, place) => (
          <li key={question.id} data-current={question === current || undefined} onFocus={() => setAt(place)}>
            {mayEdit && question.state === "waiting" && (
              <Checkbox
                mt={4}
                aria-label={t("answers.questions.choose", { question: question.text })}
                checked={chosen.has(question.id)}
                onChange={() => choose(question.id)}
              />
            )}
            <Asking question={question} />
            {mayEdit && (
              <Group gap="xs">
                {question.state === "waiting" ? (
                  <>
                    <Button size="xs" onClick={() => setOpened(question)}>
                      {t("answers.questions.answer")}
                    </Button>
                    <Button size="xs" variant="default" onClick={() => dismiss.mutate({ id: question.id })}>
                      {t("answers.questions.dismiss")}
                    </Button>
                  </>
                ) : (
                  <Button size="xs" variant="default" onClick={() => reopen.mutate({ id: question.id })}>
                    {t("answers.questions.reopen")}
                  </Button>
                )}
              </Group>
            )}
          </li>
        ))}
      </ul>
      {opened && (
        <AnswerDialog
          key={opened.id}
          question={opened}
          onClose={() => setOpened(undefined)}
          onAnswered={() => {
            setOpened(undefined);
            say(t("answers.questions.wasAnswered"), () => reopen.mutate({ id: opened.id }));
          }}
        />
      )}
    </>
  );
}

function Asking({ question }: { readonly question: Question }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { asked, notFound, notOpened, merged, closedAt, closedBy } = question;
  const counts = [
    asked > 0 && t("answers.questions.asked", { count: asked }),
    notFound > 0 && t("answers.questions.notFound", { count: notFound }),
    notOpened > 0 && t("answers.questions.notOpened", { count: notOpened }),
    merged > 0 && t("answers.questions.merged", { count: merged }),
  ].filter((text) => text !== false);
  return (
    <div className={classes.what}>
      <h2 lang={question.language}>{question.text}</h2>
      <Text size="sm" c="dimmed">
        {[...counts, t("answers.questions.last", { at: format.date(question.lastAskedAt) })].join(" · ")}
      </Text>
      {closedAt !== null && closedBy !== null && (
        <Text size="sm" c="dimmed">
          {t(`answers.questions.closed.${question.state === "answered" ? "answered" : "dismissed"}`, {
            by: closedBy,
            at: format.date(closedAt),
          })}
        </Text>
      )}
    </div>
  );
}
