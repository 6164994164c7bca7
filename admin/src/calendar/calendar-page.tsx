import { ActionIcon, Button, Group, SegmentedControl, Title } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "#src/api/session.tsx";
import { useAsk } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked } from "#src/shell/asked.tsx";
import { Page } from "#src/shell/page.tsx";
import { LinkButton } from "#src/shell/room-link.tsx";
import shell from "#src/shell/shell.module.css";
import { useNow } from "#src/shell/use-now.ts";
import { Agenda } from "./agenda.tsx";
import { MonthTable } from "./month-table.tsx";
import { timeOf } from "./post-time.ts";
import { addMonths, dayIn, groupBy, startOfDay } from "./month-grid.ts";

const watchMs = 30_000;
const views = ["month", "agenda"] as const;

export function CalendarPage() {
  const { t } = useTranslation();
  const { workspace, can } = useSession();
  const { month: asked } = useSearch({ from: "/house/calendar" });
  const today = dayIn(useNow(), workspace.timeZone);
  const month = asked && /^\d{4}-\d{2}$/.test(asked) ? asked : today.slice(0, 7);
  const isNarrow = useMediaQuery("(max-width: 56em)", false, { getInitialValueInEffect: false });
  const [view, setView] = useState<(typeof views)[number]>("month");
  const posts = useAsk("listPosts", periodOf(month, workspace.timeZone), { everyMs: watchMs });
  return (
    <Page
      wide
      title={t("calendar.title")}
      lead={t("calendar.lead", { zone: workspace.timeZone })}
      actions={can("posts.write") && <LinkButton way={{ to: "/posts/new" }}>{t("nav.compose")}</LinkButton>}
    >
      <Group justify="space-between" mb="md">
        <MonthSwitch month={month} today={today} />
        {!isNarrow && (
          <SegmentedControl
            aria-label={t("calendar.view")}
            value={view}
            onChange={(value) => setView(views.find((each) => each === value) ?? "month")}
            data={views.map((value) => ({ value, label: t(`calendar.views.${value}`) }))}
          />
        )}
      </Group>
      <Asked query={posts} rows={6}>
        {({ items }) => {
          const byDay = groupBy(
            items.toSorted((one, other) => timeOf(one).localeCompare(timeOf(other))),
            (post) => dayIn(timeOf(post), workspace.timeZone),
          );
          return isNarrow || view === "agenda" ? (
            <Agenda byDay={byDay} month={month} />
          ) : (
            <MonthTable month={month} today={today} byDay={byDay} />
          );
        }}
      </Asked>
    </Page>
  );
}

const maxShown = 100;
const marginDays = 7;

function periodOf(month: string, timeZone: string) {
  const from = startOfDay(`${month}-01`, timeZone).getTime() - marginDays * 86_400_000;
  const to = startOfDay(`${addMonths(month, 1)}-01`, timeZone).getTime() + marginDays * 86_400_000;
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString(), limit: maxShown };
}

function MonthSwitch({ month, today }: { readonly month: string; readonly today: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const go = (to: string) => void navigate({ to: "/calendar", search: { month: to } });
  return (
    <Group gap="xs">
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t("calendar.before")}
        onClick={() => go(addMonths(month, -1))}
      >
        <IconChevronLeft size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t("calendar.after")}
        onClick={() => go(addMonths(month, 1))}
      >
        <IconChevronRight size={18} aria-hidden />
      </ActionIcon>
      <Title order={2} aria-live="polite" miw={160} className={shell.capital}>
        {format.month(`${month}-01`)}
      </Title>
      {month !== today.slice(0, 7) && (
        <Button variant="subtle" size="compact-sm" onClick={() => go(today.slice(0, 7))}>
          {t("calendar.today")}
        </Button>
      )}
    </Group>
  );
}
