import { Anchor, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { useSession } from "#src/api/session.tsx";
import { useAsk } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { useSetUpSteps } from "#src/set-up/use-set-up-steps.ts";
import { Asked } from "#src/shell/asked.tsx";
import { Page } from "#src/shell/page.tsx";
import { LinkButton } from "#src/shell/room-link.tsx";
import { NarrowComparison, WideComparison } from "./comparison.tsx";
import classes from "./overview.module.css";

const watchMs = 60_000;

/** The two halves side by side, with the workspace's own figures and doors to where one acts on them. */
export function OverviewPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { workspace } = useSession();
  const overview = useAsk("getOverview", {}, { everyMs: watchMs });
  const isNarrow = useMediaQuery("(max-width: 52em)", false, { getInitialValueInEffect: false });
  return (
    <Page
      wide
      title={workspace.name}
      lead={
        overview.data
          ? t("overview.lead", { from: format.date(overview.data.from), to: format.date(overview.data.to) })
          : t("overview.leadPlain")
      }
    >
      <Unfinished />
      <Asked query={overview} rows={8}>
        {({ rows }) => (isNarrow ? <NarrowComparison rows={rows} /> : <WideComparison rows={rows} />)}
      </Asked>
      <Text size="sm" c="dimmed" mt="xl">
        {t("overview.words")}{" "}
        <Anchor href="/api/docs" size="sm">
          {t("overview.api")}
        </Anchor>
      </Text>
    </Page>
  );
}

/** Until the loop has turned once, the next step stands on top. */
function Unfinished() {
  const { t } = useTranslation();
  const { steps, next } = useSetUpSteps();
  if (!steps || !next) return null;
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <aside className={classes.unfinished} aria-label={t("start.title")}>
      <div>
        <Text fw={600}>{t(`start.steps.${next.id}.title`)}</Text>
        <Text size="sm" c="dimmed">
          {t("start.progress", { done, count: steps.length })}
        </Text>
      </div>
      <LinkButton way={{ to: "/start" }}>{t("start.goOn")}</LinkButton>
    </aside>
  );
}
