import { Button, Checkbox, Group, Modal, Radio, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "#src/api/use-ask.ts";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import type { Report } from "./test-page.tsx";

interface EndTestDialogProps {
  readonly report: Report;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Ends a test: which title stays, if any, and whether the page's card takes it too. */
export function EndTestDialog({ report, opened, onClose }: EndTestDialogProps) {
  const { t } = useTranslation();
  const [winnerId, setWinnerId] = useState(report.leaderId ?? "");
  const [isCardTitle, setIsCardTitle] = useState(false);
  const end = useAct("endHeadlineTest", {
    stales: ["getHeadlineTest", "listHeadlineTests"],
    done: onClose,
  });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("headlines.end.title")}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const chosen = winnerId === "" ? null : winnerId;
          end.mutate({ testId: report.id, winnerId: chosen, isCardTitle: chosen !== null && isCardTitle });
        }}
      >
        <Stack>
          <Radio.Group label={t("headlines.end.winner")} value={winnerId} onChange={setWinnerId}>
            <Stack gap="xs" mt="xs">
              {report.arms.map(({ id, title }) => (
                <Radio key={id} value={id} label={title} />
              ))}
              <Radio value="" label={t("headlines.end.none")} />
            </Stack>
          </Radio.Group>
          <Checkbox
            label={t("headlines.end.cardTitle")}
            description={t("headlines.end.cardTitleHint")}
            checked={isCardTitle && winnerId !== ""}
            disabled={winnerId === ""}
            onChange={(event) => setIsCardTitle(event.currentTarget.checked)}
          />
          <ProblemNote failure={end.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("action.cancel")}
            </Button>
            <Button type="submit" loading={end.isPending}>
              {t("headlines.end.title")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
