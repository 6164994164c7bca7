import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

const graceMs = 6000;

/**
 * Takes things away with a moment to think again: they vanish from the page at once, and the server hears of it
 * only when nobody has pressed Undo.
 */
export function useUndoable(remove: (id: string) => Promise<unknown>) {
  const { t } = useTranslation();
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const bringBack = (id: string) => {
    clearTimeout(timers.current.get(id));
    notifications.hide(`undo-${id}`);
    setGone((before) => new Set([...before].filter((each) => each !== id)));
  };
  const takeAway = (id: string, what: string) => {
    setGone((before) => new Set([...before, id]));
    timers.current.set(
      id,
      setTimeout(() => void remove(id).catch(() => bringBack(id)), graceMs),
    );
    notifications.show({
      id: `undo-${id}`,
      autoClose: graceMs,
      withCloseButton: false,
      message: (
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">{what}</Text>
          <Button size="compact-sm" variant="default" onClick={() => bringBack(id)}>
            {t("action.undo")}
          </Button>
        </Group>
      ),
    });
  };
  return { gone, takeAway };
}
