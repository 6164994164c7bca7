import { Button, Group, NativeSelect, Text } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Output } from "#src/api/operations.ts";
import { useSession } from "#src/api/session.tsx";
import { useAct, useAsk } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked } from "#src/shell/asked.tsx";
import { type Column, DataTable } from "#src/shell/data-table.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { Section } from "#src/shell/page.tsx";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import classes from "./answers.module.css";

type Searched = Output<"getSearchReport">["queries"][number];

const spans = [7, 30, 90, 365] as const;

/** What visitors look for, and in what it is looked up. */
export function Searches({ siteId }: { readonly siteId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [days, setDays] = useState<number>(30);
  const [order, setOrder] = useState<"times" | "notFound">("times");
  const report = useAsk("getSearchReport", { siteId, days, order });
  const columns: Column<Searched>[] = [
    { id: "query", header: t("answers.searches.query"), isTitle: true, cell: ({ query }) => query },
    {
      id: "times",
      header: t("answers.searches.times"),
      isNumber: true,
      cell: ({ times }) => format.number(times),
    },
    {
      id: "notFound",
      header: t("answers.searches.notFound"),
      isNumber: true,
      cell: ({ notFound }) => format.number(notFound),
    },
    {
      id: "opened",
      header: t("answers.searches.opened"),
      isNumber: true,
      cell: ({ opened }) => format.number(opened),
    },
  ];
  return (
    <>
      <Group mb="md" align="end">
        <NativeSelect
          label={t("answers.searches.span")}
          value={String(days)}
          onChange={(event) => setDays(Number(event.currentTarget.value))}
          data={spans.map((span) => ({
            value: String(span),
            label: t("answers.searches.days", { count: span }),
          }))}
        />
        <NativeSelect
          label={t("answers.searches.order")}
          value={order}
          onChange={(event) => setOrder(event.currentTarget.value === "notFound" ? "notFound" : "times")}
          data={[
            { value: "times", label: t("answers.searches.byTimes") },
            { value: "notFound", label: t("answers.searches.byNotFound") },
          ]}
        />
      </Group>
      <Asked query={report}>
        {({ queries, searches, notFound, opened }) =>
          queries.length === 0 ? (
            <EmptyState icon={IconSearch} title={t("answers.searches.empty.title")}>
              {t("answers.searches.empty.lead")}
            </EmptyState>
          ) : (
            <>
              <Text mb="sm">
                {t("answers.searches.whole", {
                  searches: format.number(searches),
                  notFound: format.number(notFound),
                  opened: format.number(opened),
                })}
              </Text>
              <DataTable
                caption={t("answers.views.searches")}
                columns={columns}
                rows={queries}
                keyOf={({ query }) => query}
              />
            </>
          )
        }
      </Asked>
      <Sources siteId={siteId} />
    </>
  );
}

function Sources({ siteId }: { readonly siteId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { can } = useSession();
  const sources = useAsk("getAnswerSources", { siteId }, { everyMs: 30_000 });
  const read = useAct("readAnswerSources", { stales: ["getAnswerSources"] });
  const again = can("content.edit") && (
    <Button variant="default" size="xs" loading={read.isPending} onClick={() => read.mutate({ siteId })}>
      {t("answers.sources.read")}
    </Button>
  );
  return (
    <Section title={t("answers.sources.title")} lead={t("answers.sources.lead")} actions={again}>
      <Asked query={sources}>
        {({ pages, passages }) => (
          <>
            <Text>
              {t("answers.sources.found", {
                read: format.number(pages.read),
                known: format.number(pages.known),
                passages: format.number(passages.page),
                faq: format.number(passages.faq),
                comments: format.number(passages.comment),
              })}
            </Text>
            {read.data && (
              <Text size="sm" role="status">
                {t("answers.sources.waiting", { count: read.data.pages })}
              </Text>
            )}
            {pages.faults.length > 0 && (
              <>
                <Text size="sm" mt="sm" fw={600}>
                  {t("answers.sources.faults")}
                </Text>
                <ul className={classes.plain}>
                  {pages.faults.map(({ fault, pages: count }) => (
                    <li key={fault}>
                      <Text size="sm" style={{ overflowWrap: "anywhere" }}>
                        {t("answers.sources.fault", { fault, count })}
                      </Text>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </>
        )}
      </Asked>
      <ProblemNote failure={read.error} />
    </Section>
  );
}
