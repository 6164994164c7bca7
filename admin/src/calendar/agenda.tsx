import { Title } from "@mantine/core";
import { IconCalendar } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Post } from "#src/api/operations.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { PostRow } from "#src/posts/post-row.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { LinkButton } from "#src/shell/room-link.tsx";
import shell from "#src/shell/shell.module.css";

interface AgendaProps {
  readonly byDay: ReadonlyMap<string, readonly Post[]>;
  readonly month: string;
}

/** The month as a list: the days that hold something. */
export function Agenda({ byDay, month }: AgendaProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const days = [...byDay.entries()]
    .filter(([day]) => day.startsWith(month))
    .toSorted(([one], [other]) => one.localeCompare(other));
  if (days.length === 0) {
    return (
      <EmptyState
        icon={IconCalendar}
        title={t("calendar.empty.title")}
        action={<LinkButton way={{ to: "/posts/new" }}>{t("nav.compose")}</LinkButton>}
      >
        {t("calendar.empty.lead")}
      </EmptyState>
    );
  }
  return (
    <>
      {days.map(([day, posts]) => (
        <section key={day} aria-label={format.day(day)}>
          <Title order={3} mt="lg" className={shell.capital}>
            {format.weekday(day)}
          </Title>
          <ul className={shell.rows}>
            {posts.map((post) => (
              <li key={post.id}>
                <PostRow post={post} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
