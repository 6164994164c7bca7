import { Button, Progress, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Output, Site } from "#src/api/operations.ts";
import { useSession } from "#src/api/session.tsx";
import { useAct, useAsk } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Section } from "#src/shell/page.tsx";
import { ProblemNote } from "#src/shell/problem-note.tsx";

type Reading = NonNullable<Output<"getSitemapReading">>;

const watchMs = 1500;

/** Reads the sitemap, and shows how far it is. */
export function Sitemap({ site }: { readonly site: Site }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const latest = useAsk("getSitemapReading", { siteId: site.id }, { everyMs: watchMs });
  const read = useAct("readSitemap", { stales: ["getSitemapReading"] });
  const reading = latest.data ?? undefined;
  const isRunning = reading !== undefined && reading.endedAt === null;
  return (
    <Section title={t("sites.sitemapTitle")} lead={t("sites.sitemapLead")}>
      <Stack align="flex-start">
        {reading && <ReadingState reading={reading} />}
        <ProblemNote failure={read.error} />
        {can("sites.manage") && (
          <Button
            variant="default"
            loading={read.isPending || isRunning}
            onClick={() => read.mutate({ siteId: site.id })}
          >
            {reading ? t("sites.readAgain") : t("sites.readSitemap")}
          </Button>
        )}
      </Stack>
    </Section>
  );
}

function ReadingState({ reading }: { readonly reading: Reading }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (reading.failure !== null)
    return (
      <ProblemNote
        failure={{ code: "unavailable", title: t("sites.sitemapFailed"), hint: reading.failure }}
      />
    );
  const found = t("sites.pagesFound", { count: reading.pagesFound });
  if (reading.endedAt !== null) {
    return <Text size="sm">{t("sites.sitemapRead", { found, when: format.relative(reading.endedAt) })}</Text>;
  }
  return (
    <Stack gap={6} w="100%" maw={420} aria-live="polite">
      <Text size="sm">{found}</Text>
      <Progress value={100} animated aria-label={t("sites.reading")} />
    </Stack>
  );
}
