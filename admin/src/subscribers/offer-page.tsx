import { Button, Checkbox, CloseButton, Group, Stack, Switch, Textarea, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconPlus, IconWorld } from "@tabler/icons-react";
import { useSearch } from "@tanstack/react-router";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Output } from "#src/api/operations.ts";
import { faultsByField } from "#src/api/problem.ts";
import { useSession } from "#src/api/session.tsx";
import { useAct, useAsk } from "#src/api/use-ask.ts";
import { Asked } from "#src/shell/asked.tsx";
import { CopyField } from "#src/shell/copy-field.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { Page, Section } from "#src/shell/page.tsx";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import { LinkButton } from "#src/shell/room-link.tsx";

type Settings = Output<"getSubscriptionSettings">;
const frequencies = ["each", "daily", "weekly"] as const;

/** What the site offers to subscribers. */
export function OfferPage() {
  const { t } = useTranslation();
  const { site: chosen } = useSearch({ from: "/house/subscribers/offer" });
  const sites = useAsk("listSites", { limit: 100 });
  const site = chosen ?? sites.data?.items[0]?.id;
  const settings = useAsk("getSubscriptionSettings", { siteId: site ?? "" }, { enabled: site !== undefined });
  return (
    <Page
      title={t("subscribers.offer.title")}
      lead={t("subscribers.offer.lead")}
      actions={
        <LinkButton variant="default" way={{ to: "/subscribers", search: { site } }}>
          {t("action.back")}
        </LinkButton>
      }
    >
      <Asked query={sites}>
        {() =>
          site === undefined ? (
            <EmptyState
              icon={IconWorld}
              title={t("lists.noSite.title")}
              action={<LinkButton way={{ to: "/sites" }}>{t("sites.add")}</LinkButton>}
            >
              {t("subscribers.offer.lead")}
            </EmptyState>
          ) : (
            <Asked query={settings}>{(kept) => <OfferForm kept={kept} />}</Asked>
          )
        }
      </Asked>
    </Page>
  );
}

function OfferForm({ kept }: { readonly kept: Settings }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const [chosen, setChosen] = useState<readonly string[]>(kept.frequencies);
  const [feedUrl, setFeedUrl] = useState(kept.feedUrl ?? "");
  const [consentRu, setConsentRu] = useState(kept.consentRu ?? "");
  const [consentEn, setConsentEn] = useState(kept.consentEn ?? "");
  const [hasPush, setHasPush] = useState(kept.hasPush);
  const [topics, setTopics] = useState<readonly Topic[]>(
    kept.topics.map((topic) => ({ key: topic.id, ...topic })),
  );
  const save = useAct("changeSubscriptionSettings", {
    stales: ["getSubscriptionSettings"],
    done: (saved) => {
      setTopics(saved.topics.map((topic) => ({ key: topic.id, ...topic })));
      notifications.show({ message: t("state.saved") });
    },
  });
  const faults = faultsByField(save.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({
          siteId: kept.siteId,
          frequencies: frequencies.filter((one) => chosen.includes(one)),
          feedUrl: feedUrl.trim() || null,
          consentRu: consentRu.trim() || null,
          consentEn: consentEn.trim() || null,
          hasPush,
          topics: topics.map(({ id, name, about }) => ({ ...(id === undefined ? {} : { id }), name, about })),
        });
      }}
    >
      <Section title={t("subscribers.offer.topics")} lead={t("subscribers.offer.topicsLead")}>
        <Topics topics={topics} onChange={setTopics} />
      </Section>
      <Section title={t("subscribers.offer.how")}>
        <Stack maw={560}>
          <Checkbox.Group
            label={t("subscribers.frequency")}
            value={[...chosen]}
            error={faults["frequencies"]}
            onChange={setChosen}
          >
            <Group mt="xs">
              {frequencies.map((value) => (
                <Checkbox key={value} value={value} label={t(`subscribers.frequencies.${value}`)} />
              ))}
            </Group>
          </Checkbox.Group>
          <TextInput
            label={t("subscribers.offer.feed")}
            type="url"
            placeholder="https://"
            value={feedUrl}
            error={faults["feedUrl"]}
            onChange={(event) => setFeedUrl(event.currentTarget.value)}
          />
          <Switch
            label={t("subscribers.offer.push")}
            checked={hasPush}
            onChange={(event) => setHasPush(event.currentTarget.checked)}
          />
        </Stack>
      </Section>
      <Section title={t("subscribers.offer.consent")} lead={t("subscribers.offer.consentLead")}>
        <Stack maw={560}>
          <Textarea
            label={t("subscribers.offer.inRussian")}
            autosize
            minRows={2}
            value={consentRu}
            error={faults["consentRu"]}
            onChange={(event) => setConsentRu(event.currentTarget.value)}
          />
          <Textarea
            label={t("subscribers.offer.inEnglish")}
            autosize
            minRows={2}
            value={consentEn}
            error={faults["consentEn"]}
            onChange={(event) => setConsentEn(event.currentTarget.value)}
          />
        </Stack>
      </Section>
      <Section title={t("subscribers.offer.form")} lead={t("subscribers.offer.formLead")}>
        <CopyField value={kept.formUrl} label={t("subscribers.offer.form")} />
      </Section>
      <ProblemNote failure={save.error} />
      {can("subscribers.manage") && (
        <Button type="submit" mt="lg" loading={save.isPending}>
          {t("action.save")}
        </Button>
      )}
    </form>
  );
}

interface Topic {
  readonly key: string;
  readonly id?: string;
  readonly name: string;
  readonly about: string | null;
}

interface TopicsProps {
  readonly topics: readonly Topic[];
  readonly onChange: (topics: readonly Topic[]) => void;
}

function Topics({ topics, onChange }: TopicsProps) {
  const { t } = useTranslation();
  const prefix = useId();
  const change = (key: string, name: string) =>
    onChange(topics.map((topic) => (topic.key === key ? { ...topic, name } : topic)));
  return (
    <Stack maw={560} gap="xs">
      {topics.map(({ key, name }, index) => (
        <Group key={key} wrap="nowrap">
          <TextInput
            aria-label={t("subscribers.offer.topic", { number: index + 1 })}
            value={name}
            required
            maxLength={80}
            onChange={(event) => change(key, event.currentTarget.value)}
            style={{ flex: 1 }}
          />
          <CloseButton
            aria-label={t("subscribers.offer.removeTopic", { name })}
            onClick={() => onChange(topics.filter((topic) => topic.key !== key))}
          />
        </Group>
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() =>
            onChange([...topics, { key: `${prefix}${topics.length}-${Date.now()}`, name: "", about: null }])
          }
        >
          {t("subscribers.offer.addTopic")}
        </Button>
      </div>
    </Stack>
  );
}
