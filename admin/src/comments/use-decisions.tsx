import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { OperationId } from "#src/api/operations.ts";
import { useAct, useForget } from "#src/api/use-ask.ts";
import { useConfirm } from "#src/shell/confirm.tsx";
import { useTellProblem } from "#src/shell/problem-note.tsx";
import type { Ban, Decision, QueuedComment } from "./queue-view.ts";

const stales: readonly OperationId[] = ["listCommentQueue", "getCommentQueueCounts", "getCommentCase"];
const toastMs = 10_000;

interface Decided {
  readonly comments: readonly QueuedComment[];
  readonly decision: Decision;
  readonly rejectedAs?: "toxic";
  readonly ban?: Ban;
}

/**
 * Decides, and lets the last decision be taken back. Comments leave the page at once; what the server refuses comes
 * back with the reason.
 */
export function useDecisions() {
  const { t } = useTranslation();
  const confirm = useConfirm();
  const tellProblem = useTellProblem();
  const forget = useForget();
  const act = useAct("decideComments");
  const takeBack = useAct("undoCommentDecision", { stales });
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string>(undefined);
  const undo = () => {
    const id = last.current;
    if (id === undefined) return;
    last.current = undefined;
    notifications.hide(`decision-${id}`);
    takeBack.mutateAsync({ id }).catch(tellProblem);
  };
  const send = async ({ comments, decision, rejectedAs, ban }: Decided) => {
    const ids = comments.map(({ id }) => id);
    setLeaving((before) => new Set([...before, ...ids]));
    try {
      const decided = await act.mutateAsync({
        comments: comments.map(({ id, state, editedAt }) => ({ id, state, editedAt })),
        decision,
        ...(rejectedAs && { rejectedAs }),
        ...(ban && { ban }),
      });
      if (decision !== "delete") last.current = decided.id;
      tell({ id: decided.id, decision, count: decided.done.length, skipped: decided.skipped.length });
    } catch (failure) {
      tellProblem(failure);
    }
    await forget(stales);
    setLeaving((before) => new Set([...before].filter((id) => !ids.includes(id))));
  };
  const tell = ({ id, decision, count, skipped }: Told) =>
    notifications.show({
      id: `decision-${id}`,
      autoClose: toastMs,
      withCloseButton: false,
      message: (
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">
            {t(`comments.decided.${decision}`, { count })}
            {skipped > 0 && ` ${t("comments.skipped", { count: skipped })}`}
          </Text>
          {decision !== "delete" && (
            <Button size="compact-sm" variant="default" onClick={undo}>
              {t("action.undo")}
            </Button>
          )}
        </Group>
      ),
    });
  const decide = (decided: Decided) => {
    if (decided.decision !== "delete") return void send(decided);
    confirm({
      title: t("comments.delete.title", { count: decided.comments.length }),
      body: t("comments.delete.body"),
      yes: t("comments.decide.delete"),
      onYes: () => void send(decided),
    });
  };
  return { decide, undo, leaving };
}

interface Told {
  readonly id: string;
  readonly decision: Decision;
  readonly count: number;
  readonly skipped: number;
}
