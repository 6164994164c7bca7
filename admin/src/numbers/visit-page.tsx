import { Text, Timeline } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Output } from "#src/api/operations.ts";
import { useAsk } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked } from "#src/shell/asked.tsx";
import { Page } from "#src/shell/page.tsx";
import { useValueWords } from "./value-words.ts";

type Visit = Output<"getVisit">;

/** One visit, step by step. */
export function VisitPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { visitId } = useParams({ from: "/house/visits/$visitId" });
  const visit = useAsk("getVisit", { visitId });
  return (
    <Page title={visit.data ? format.dateTime(visit.data.beganAt) : t("numbers.visits.one")}>
      <Asked query={visit} rows={6}>
        {(found) => <Steps visit={found} />}
      </Asked>
    </Page>
  );
}

function Steps({ visit }: { readonly visit: Visit }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useValueWords();
  return (
    <>
      <Text c="dimmed" mb="lg">
        {[
          words("sourceKind", visit.sourceKind),
          visit.source && words("source", visit.source),
          visit.country && words("country", visit.country),
          visit.device && words("device", visit.device),
          visit.browser && words("browser", visit.browser),
          t(visit.isKnown ? "numbers.visits.known" : "numbers.visits.unknown"),
        ]
          .filter(Boolean)
          .join(" · ")}
      </Text>
      <Timeline bulletSize={14} lineWidth={2}>
        {visit.events.map((event) => (
          <Timeline.Item
            key={event.id}
            title={titleOf(
              t(`numbers.event.${event.kind}`, { defaultValue: event.kind }),
              event.name || (event.network && words("network", event.network)),
            )}
          >
            <Text size="sm">{event.title || event.page}</Text>
            <Text size="sm" c="dimmed">
              {format.time(event.at)}
              {event.visibleSeconds > 0 &&
                ` · ${t("numbers.visits.seconds", { count: Math.round(event.visibleSeconds) })} · ${t("numbers.visits.scrolled", { percent: event.scrollPercent })}`}
              {event.value !== 0 &&
                ` · ${event.value} ${event.currency}${event.isTrusted ? "" : ` (${t("numbers.visits.untrusted")})`}`}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </>
  );
}

const titleOf = (kind: string, detail: string): string => (detail === "" ? kind : `${kind}: ${detail}`);
