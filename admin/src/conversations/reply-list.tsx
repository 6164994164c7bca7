import { Anchor, Avatar, Badge, Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Reply } from "#src/api/operations.ts";
import { useSession } from "#src/api/session.tsx";
import { useAct } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import { onSaveKeys } from "#src/shell/save-keys.ts";
import { StateMark } from "#src/shell/state-mark.tsx";
import { threadOrder } from "./thread-order.ts";
import classes from "./conversations.module.css";

/** Deeper answers stand in one line: on a phone there is no room for more. */
const maxDepth = 3;
const indent = 28;

interface ReplyListProps {
  readonly replies: readonly Reply[];
  readonly canAnswer: boolean;
}

export function ReplyList({ replies, canAnswer }: ReplyListProps) {
  const { t } = useTranslation();
  return (
    <ul className={classes.replies} aria-label={t("conversations.title")}>
      {threadOrder(replies).map((reply) => (
        <li key={reply.id} style={{ marginInlineStart: Math.min(reply.depth, maxDepth) * indent }}>
          <ReplyItem reply={reply} canAnswer={canAnswer} />
        </li>
      ))}
    </ul>
  );
}

export function ReplyItem({ reply, canAnswer }: { readonly reply: Reply; readonly canAnswer: boolean }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const mayAnswer = canAnswer && !reply.isOurs && reply.deletedAt === null && can("conversations.answer");
  return (
    <article className={classes.reply} data-ours={reply.isOurs || undefined} aria-label={nameOf(reply)}>
      <Avatar src={reply.author.avatarUrl} name={nameOf(reply)} alt="" size={34} radius="xl" color="copper" />
      <div className={classes.replyBody}>
        <ReplyHead reply={reply} />
        <p className={classes.words}>{reply.text}</p>
        {reply.deletedAt && (
          <Text size="sm" c="dimmed">
            {t("conversations.deleted")}
          </Text>
        )}
        {reply.answers.map((answer) => (
          <OnItsWay key={answer.id} answer={answer} />
        ))}
        {mayAnswer && <Answering reply={reply} />}
      </div>
    </article>
  );
}

const tones = { waiting: "busy", sending: "busy", sent: "calm", failed: "bad", unknown: "warn" } as const;

/** An answer of ours that is not among the replies yet. */
function OnItsWay({ answer }: { readonly answer: Reply["answers"][number] }) {
  const { t } = useTranslation();
  return (
    <div className={classes.answer}>
      <p className={classes.words}>{answer.text}</p>
      <StateMark tone={tones[answer.state]}>{t(`answerStates.${answer.state}`)}</StateMark>
      {answer.problem && (
        <Text size="sm" c="dimmed">
          {[answer.problem.title, answer.problem.words, answer.problem.hint].filter(Boolean).join(" · ")}
        </Text>
      )}
      <AnswerChoices answer={answer} />
    </div>
  );
}

/** What a person can safely do about an answer that did not simply go out. */
function AnswerChoices({ answer }: { readonly answer: Reply["answers"][number] }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const resolve = useAct("resolveAnswer", { stales: ["listReplies"] });
  if (answer.choices.length === 0 || !can("conversations.answer")) return null;
  return (
    <>
      {answer.state === "unknown" && <Text size="sm">{t("conversations.lookFirst")}</Text>}
      <ProblemNote failure={resolve.error} />
      <Group gap="xs" mt={6}>
        {answer.choices.map((choice) => (
          <Button
            key={choice}
            size="compact-sm"
            {...(choice === "give-up" ? { variant: "subtle", color: "gray" } : { variant: "default" })}
            loading={resolve.isPending && resolve.variables.choice === choice}
            onClick={() => resolve.mutate({ id: answer.id, choice })}
          >
            {t(`answerChoices.${choice}`)}
          </Button>
        ))}
      </Group>
    </>
  );
}

const nameOf = ({ author }: Reply): string => author.name || author.handle;

function ReplyHead({ reply }: { readonly reply: Reply }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Group gap={8}>
      <Anchor
        href={reply.author.url}
        target="_blank"
        rel="noreferrer"
        c="inherit"
        fw={600}
        size="sm"
        underline="hover"
      >
        {nameOf(reply)}
      </Anchor>
      {reply.isOurs && <Badge variant="default">{t("conversations.ours")}</Badge>}
      <Anchor href={reply.url} target="_blank" rel="noreferrer" size="sm" c="dimmed" underline="hover">
        <time dateTime={reply.at}>{format.relative(reply.at)}</time>
      </Anchor>
    </Group>
  );
}

function Answering({ reply }: { readonly reply: Reply }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <AnswerBox reply={reply} onClose={() => setOpen(false)} />;
  return (
    <Group gap="xs">
      {reply.answeredAt && (
        <Text size="sm" c="dimmed">
          {t("conversations.answered", { when: format.relative(reply.answeredAt) })}
        </Text>
      )}
      <Button
        size="compact-sm"
        variant={reply.answeredAt ? "subtle" : "default"}
        onClick={() => setOpen(true)}
      >
        {reply.answeredAt ? t("conversations.answerAgain") : t("conversations.answer")}
      </Button>
    </Group>
  );
}

function AnswerBox({ reply, onClose }: { readonly reply: Reply; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const answer = useAct("answerReply", { stales: ["listReplies"], done: onClose });
  const send = () => text.trim() !== "" && answer.mutate({ id: reply.id, text });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={onSaveKeys(send)}
    >
      <Stack gap={8} mt={8}>
        <Textarea
          label={t("conversations.answerTo", { name: nameOf(reply) })}
          autosize
          minRows={2}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just pressed “Answer”: the box is what they want
          autoFocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <ProblemNote failure={answer.error} />
        <Group gap="xs">
          <Button type="submit" size="compact-sm" loading={answer.isPending} disabled={text.trim() === ""}>
            {t("conversations.send")}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onClose}>
            {t("action.cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
