import { Button, Group, Modal, NumberInput, Radio, Select, Stack, Text } from "@mantine/core";
import { DateTimePicker } from "@mantine/dates";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Input } from "#src/api/operations.ts";
import { useSession } from "#src/api/session.tsx";
import { timeZones } from "#src/i18n/zones.ts";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import { onSaveKeys } from "#src/shell/save-keys.ts";
import { fromField, proposeTime, toField, wallClock } from "./schedule-time.ts";

type Schedule = Omit<Input<"schedulePost">, "id">;

interface ScheduleDialogProps {
  readonly opened: boolean;
  readonly day: string | undefined;
  readonly isPending: boolean;
  readonly failure: unknown;
  readonly onClose: () => void;
  readonly onSchedule: (schedule: Schedule) => void;
}

const policies = ["ask", "late", "skip"] as const;
type Policy = (typeof policies)[number];
const usualLateMinutes = 60;

/** A moment on the clocks of a zone, and what to do should it be missed. */
export function ScheduleDialog({ opened, onClose, ...rest }: ScheduleDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("schedule.title")}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <ScheduleForm {...rest} />
    </Modal>
  );
}

function ScheduleForm({
  day,
  isPending,
  failure,
  onSchedule,
}: Omit<ScheduleDialogProps, "opened" | "onClose">) {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const zones = useMemo(() => timeZones(), []);
  const [timeZone, setTimeZone] = useState(workspace.timeZone);
  const [now] = useState(() => new Date());
  const [local, setLocal] = useState(() => proposeTime(day, now, workspace.timeZone));
  const [policy, setPolicy] = useState<Policy>("ask");
  const [withinMinutes, setWithin] = useState(usualLateMinutes);
  const isPast = local <= wallClock(now, timeZone);
  const submit = () => {
    if (!isPast)
      onSchedule({
        local,
        timeZone,
        missedPolicy: policy === "late" ? { kind: policy, withinMinutes } : { kind: policy },
      });
  };
  return (
    <Stack onKeyDown={onSaveKeys(submit)}>
      <DateTimePicker
        label={t("schedule.when")}
        value={toField(local)}
        onChange={(value) => value && setLocal(fromField(value))}
        valueFormat="D MMMM YYYY, HH:mm"
        error={isPast ? t("schedule.past") : null}
        submitButtonProps={{ "aria-label": t("action.done") }}
        highlightToday
      />
      <Select
        label={t("setUp.timeZone")}
        data={zones}
        value={timeZone}
        searchable
        allowDeselect={false}
        limit={60}
        onChange={(zone) => setTimeZone(zone ?? timeZone)}
      />
      <Radio.Group
        label={t("schedule.missed")}
        value={policy}
        onChange={(value) => setPolicy(policies.find((each) => each === value) ?? "ask")}
      >
        <Stack gap={8} mt={8}>
          {policies.map((value) => (
            <Radio key={value} value={value} label={t(`schedule.policies.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {policy === "late" && (
        <NumberInput
          label={t("schedule.within")}
          value={withinMinutes}
          min={1}
          max={10_080}
          onChange={(value) => setWithin(Number(value) || usualLateMinutes)}
        />
      )}
      <Text size="sm" c="dimmed">
        {t("schedule.hint")}
      </Text>
      <ProblemNote failure={failure} />
      <Group justify="flex-end">
        <Button loading={isPending} onClick={submit}>
          {t("composer.schedule")}
        </Button>
      </Group>
    </Stack>
  );
}
