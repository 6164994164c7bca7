import { Button, Group, Modal, Text } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

/** Nobody loses what they wrote by a wrong click. */
export function LeaveGuard({ hasChanges }: { readonly hasChanges: () => boolean }) {
  const { t } = useTranslation();
  const blocker = useBlocker({
    shouldBlockFn: hasChanges,
    enableBeforeUnload: hasChanges,
    withResolver: true,
  });
  return (
    <Modal
      opened={blocker.status === "blocked"}
      onClose={() => blocker.reset?.()}
      title={t("leave.title")}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <Text size="sm">{t("leave.body")}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={() => blocker.proceed?.()}>
          {t("leave.go")}
        </Button>
        <Button data-autofocus onClick={() => blocker.reset?.()}>
          {t("leave.stay")}
        </Button>
      </Group>
    </Modal>
  );
}
