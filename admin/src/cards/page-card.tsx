import { Button, CopyButton, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Site } from "#src/api/operations.ts";
import { useSession } from "#src/api/session.tsx";
import { useAct, useList } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { MoreButton } from "#src/shell/more-button.tsx";
import { Section } from "#src/shell/page.tsx";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import classes from "./cards.module.css";

/** Makes the card of one page, and shows those that there are. */
export function PageCards({ site }: { readonly site: Site }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const cards = useList("listCards", { siteId: site.id, limit: 12 });
  return (
    <Section title={t("cards.made.title")} lead={t("cards.made.lead")}>
      <Stack>
        {can("sites.manage") && <MakeCard site={site} />}
        <ProblemNote failure={cards.error} onRetry={() => void cards.refetch()} />
        {cards.rows?.length === 0 && <Text c="dimmed">{t("cards.made.empty")}</Text>}
        <MadeCards rows={cards.rows ?? []} />
        <MoreButton pages={cards} />
      </Stack>
    </Section>
  );
}

function MakeCard({ site }: { readonly site: Site }) {
  const { t } = useTranslation();
  const [pageUrl, setPageUrl] = useState("");
  const make = useAct("makePageCard", { stales: ["listCards"], done: () => setPageUrl("") });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate({ siteId: site.id, pageUrl: pageUrl.trim() });
      }}
    >
      <Group align="flex-end">
        <TextInput
          label={t("cards.made.page")}
          type="url"
          required
          placeholder={`${site.origin}/`}
          value={pageUrl}
          onChange={(event) => setPageUrl(event.currentTarget.value)}
          style={{ flex: "1 1 240px", maxWidth: 520 }}
        />
        <Button type="submit" variant="default" loading={make.isPending}>
          {t("cards.made.make")}
        </Button>
      </Group>
      <ProblemNote failure={make.error} />
    </form>
  );
}

type Row = NonNullable<ReturnType<typeof useList<"listCards">>["rows"]>[number];

function MadeCards({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className={classes.made} aria-label={t("cards.made.title")}>
      {rows.map(({ id, title, pageUrl, url, madeAt }) => (
        <li key={id}>
          <img
            className={classes.card}
            src={url}
            alt={t("cards.preview.alt", { title })}
            width={1200}
            height={630}
            loading="lazy"
          />
          <Text size="sm" fw={600} mt={8} dir="auto" style={{ overflowWrap: "anywhere" }}>
            {title}
          </Text>
          <Text size="sm" c="dimmed" mb={6} style={{ overflowWrap: "anywhere" }}>
            {pageUrl} · {format.date(madeAt)}
          </Text>
          <CopyAddress url={url} title={title} />
        </li>
      ))}
    </ul>
  );
}

/** The address is long and says nothing to people: it is copied without being shown. */
function CopyAddress({ url, title }: { readonly url: string; readonly title: string }) {
  const { t } = useTranslation();
  return (
    <CopyButton value={url} timeout={2500}>
      {({ copied, copy }) => (
        <Button
          size="compact-sm"
          variant="default"
          onClick={copy}
          aria-label={`${t("cards.made.copy")}: ${title}`}
          leftSection={copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
        >
          <span aria-live="polite">{copied ? t("action.copied") : t("cards.made.copy")}</span>
        </Button>
      )}
    </CopyButton>
  );
}
