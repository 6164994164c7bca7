import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Site } from "#src/api/operations.ts";
import { useSession } from "#src/api/session.tsx";
import { useAct, useAsk } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked } from "#src/shell/asked.tsx";
import { useConfirm } from "#src/shell/confirm.tsx";
import { CopyField } from "#src/shell/copy-field.tsx";
import { Page, Section } from "#src/shell/page.tsx";
import { ProblemNote, useTellProblem } from "#src/shell/problem-note.tsx";
import { LinkButton } from "#src/shell/room-link.tsx";
import { Proof } from "./proof.tsx";
import { Sitemap } from "./sitemap.tsx";
import { LineMark } from "./sites-page.tsx";

const listenMs = 5000;

export function SitePage() {
  const { t } = useTranslation();
  const { siteId } = useParams({ from: "/house/sites/$siteId" });
  const site = useAsk("getSite", { id: siteId }, { everyMs: listenMs });
  return (
    <Page
      title={site.data?.name ?? t("sites.one")}
      lead={site.data && <a href={site.data.origin}>{site.data.origin}</a>}
      actions={
        <LinkButton variant="default" way={{ to: "/pages", search: { site: siteId } }}>
          {t("sites.seePages")}
        </LinkButton>
      }
    >
      <Asked query={site}>
        {(data) => (
          <>
            <Embed site={data} />
            <Proof site={data} />
            <Sitemap site={data} />
            <Settings site={data} />
          </>
        )}
      </Asked>
    </Page>
  );
}

function Embed({ site }: { readonly site: Site }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section title={t("sites.embedTitle")} lead={t("sites.embedLead")} actions={<LineMark site={site} />}>
      <CopyField value={site.embedLine} label={t("sites.embedTitle")} />
      <Text size="sm" c="dimmed" mt="xs" aria-live="polite">
        {site.firstVisitAt
          ? t("sites.heardAt", { when: format.dateTime(site.firstVisitAt) })
          : t("sites.listening")}
      </Text>
    </Section>
  );
}

function Settings({ site }: { readonly site: Site }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const [name, setName] = useState(site.name);
  const navigate = useNavigate();
  const confirm = useConfirm();
  const tell = useTellProblem();
  const change = useAct("changeSite", { stales: ["getSite", "listSites"] });
  const remove = useAct("deleteSite", { stales: ["listSites"], done: () => void navigate({ to: "/sites" }) });
  if (!can("sites.manage")) return null;
  return (
    <Section title={t("sites.settings")}>
      <Stack align="flex-start">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            change.mutate({ id: site.id, name });
          }}
        >
          <Group align="flex-end">
            <TextInput
              label={t("sites.name")}
              value={name}
              required
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" disabled={name === site.name} loading={change.isPending}>
              {t("action.save")}
            </Button>
          </Group>
          <ProblemNote failure={change.error} />
        </form>
        <Button
          variant="subtle"
          color="red"
          px={0}
          onClick={() =>
            confirm({
              title: t("sites.removeTitle", { name: site.name }),
              body: t("sites.removeBody"),
              yes: t("sites.remove"),
              onYes: () => remove.mutate({ id: site.id }, { onError: tell }),
            })
          }
        >
          {t("sites.remove")}
        </Button>
      </Stack>
    </Section>
  );
}
