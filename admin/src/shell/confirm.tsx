import { Text } from "@mantine/core";
import { modals } from "@mantine/modals";
import { useTranslation } from "react-i18next";

interface Question {
  readonly title: string;
  readonly body: string;
  readonly yes: string;
  readonly onYes: () => void;
}

/** Asks before what can't be taken back, and says what will happen. */
export function useConfirm(): (question: Question) => void {
  const { t } = useTranslation();
  return ({ title, body, yes, onYes }) =>
    modals.openConfirmModal({
      title,
      withCloseButton: false,
      children: <Text size="sm">{body}</Text>,
      labels: { confirm: yes, cancel: t("action.cancel") },
      confirmProps: { color: "red" },
      onConfirm: onYes,
    });
}
