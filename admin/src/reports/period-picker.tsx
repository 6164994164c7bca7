import { Group, SegmentedControl } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import { useMediaQuery } from "@mantine/hooks";
import { IconCalendar } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useSession } from "#src/api/session.tsx";
import { dayIn } from "#src/calendar/month-grid.ts";
import { useNow } from "#src/shell/use-now.ts";
import { daysOf, presets } from "./period.ts";

interface PeriodPickerProps {
  readonly period: string | undefined;
  readonly onChange: (period: string) => void;
}

/** The usual periods at one press, any other by two days. */
export function PeriodPicker({ period = "28", onChange }: PeriodPickerProps) {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const isNarrow = useMediaQuery("(max-width: 36em)", false, { getInitialValueInEffect: false });
  const days = daysOf(period, dayIn(useNow(), workspace.timeZone));
  return (
    <Group gap="sm" mb="lg">
      <SegmentedControl
        size={isNarrow ? "xs" : "sm"}
        aria-label={t("report.period")}
        value={presets.some((preset) => preset === period) ? period : ""}
        onChange={onChange}
        data={presets.map((value) => ({ value, label: t("report.days", { count: Number(value) }) }))}
      />
      <DatePickerInput
        key={period}
        type="range"
        leftSection={<IconCalendar size={16} aria-hidden />}
        defaultValue={days}
        valueFormat="D MMM YYYY"
        allowSingleDateInRange
        onChange={([from, to]) => from && to && onChange(`${from.slice(0, 10)}..${to.slice(0, 10)}`)}
      />
    </Group>
  );
}
