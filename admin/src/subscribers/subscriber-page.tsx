import { Button, Group, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Output } from "#src/api/operations.ts";
import { useClient } from "#src/api/session.tsx";
import { useAct, useAsk } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked } from "#src/shell/asked.tsx";
import { useConfirm } from "#src/shell/confirm.tsx";
import { type Column, DataTable } from "#src/shell/data-table.tsx";
import { Page, Section } from "#src/shell/page.tsx";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import { StateMark } from "#src/shell/state-mark.tsx";
import { stateTones } from "./subscriber-words.ts";

type Shown = Output<"getSubscriber">;
type Line = Shown["consents"][number];

/** One subscriber: what he gets, and the record of his consent. */
export function SubscriberPage() {
  const { subscriberId } = useParams({ from: "/house/subscribers/$subscriberId" });
  const { t } = useTranslation();
  const subscriber = useAsk("getSubscriber", { id: subscriberId });
  return (
    <Page
      title={t("subscribers.one")}
      lead={<span style={{ overflowWrap: "anywhere" }}>{subscriber.data?.address}</span>}
    >
      <Asked query={subscriber}>{(shown) => <SubscriberView shown={shown} />}</Asked>
    </Page>
  );
}

function SubscriberView({ shown }: { readonly shown: Shown }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, source, pageUrl, arrivedNetwork, arrivedShare, frequency, language } = shown;
  const facts = [
    [
      t("subscribers.state"),
      <StateMark key="state" tone={stateTones[state]}>
        {t(`subscribers.states.${state}`)}
      </StateMark>,
    ],
    [t("subscribers.from"), t(`subscribers.sources.${source}`)],
    [t("subscribers.page"), pageUrl],
    [t("subscribers.network"), arrivedNetwork],
    [t("subscribers.share"), arrivedShare],
    [t("subscribers.frequency"), t(`subscribers.frequencies.${frequency}`)],
    [t("subscribers.language"), language === "ru" ? "Русский" : "English"],
    [t("subscribers.asked"), format.dateTime(shown.askedAt)],
    [t("subscribers.confirmed"), shown.confirmedAt && format.dateTime(shown.confirmedAt)],
    [t("subscribers.left"), shown.leftAt && format.dateTime(shown.leftAt)],
  ] as const;
  return (
    <>
      <dl style={{ display: "grid", gridTemplateColumns: "minmax(7rem, auto) 1fr", gap: "0.35rem 1rem" }}>
        {facts.map(([name, value]) =>
          value ? (
            <div key={name} style={{ display: "contents" }}>
              <Text component="dt" size="sm" c="dimmed">
                {name}
              </Text>
              <Text component="dd" size="sm" m={0} style={{ overflowWrap: "anywhere" }}>
                {value}
              </Text>
            </div>
          ) : null,
        )}
      </dl>
      <SubscriberActions shown={shown} />
      <Section title={t("subscribers.consent.title")} lead={t("subscribers.consent.lead")}>
        <ConsentRecord lines={shown.consents} />
      </Section>
    </>
  );
}

function ConsentRecord({ lines }: { readonly lines: readonly Line[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: Column<Line>[] = [
    {
      id: "deed",
      header: t("subscribers.consent.deed"),
      isTitle: true,
      cell: ({ deed }) => t(`subscribers.consent.deeds.${deed}`),
    },
    { id: "at", header: t("subscribers.consent.at"), isWhole: true, cell: ({ at }) => format.dateTime(at) },
    { id: "words", header: t("subscribers.consent.words"), cell: ({ words }) => words ?? "–" },
    {
      id: "where",
      header: t("subscribers.consent.where"),
      cell: ({ pageUrl, byName }) => (
        <span style={{ overflowWrap: "anywhere" }}>
          {[pageUrl, byName].filter(Boolean).join(" · ") || "–"}
        </span>
      ),
    },
  ];
  return (
    <DataTable
      caption={t("subscribers.consent.title")}
      columns={columns}
      rows={lines}
      keyOf={({ id }) => id}
    />
  );
}

function SubscriberActions({ shown }: { readonly shown: Shown }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const confirm = useConfirm();
  const client = useClient();
  const stales = ["getSubscriber", "listSubscribers", "getSubscriberGrowth"] as const;
  const end = useAct("endSubscription", { stales: [...stales] });
  const erase = useAct("eraseSubscriber", {
    stales: ["listSubscribers", "getSubscriberGrowth"],
    done: () => void navigate({ to: "/subscribers", search: { site: shown.siteId } }),
  });
  const data = useMutation({
    mutationFn: () => client.ask("exportSubscriberData", { id: shown.id }),
    onSuccess: (answer) => {
      const url = URL.createObjectURL(
        new Blob([JSON.stringify(answer.data, null, 2)], { type: "application/json" }),
      );
      const link = document.createElement("a");
      link.href = url;
      link.download = `${shown.address}.json`;
      link.click();
      URL.revokeObjectURL(url);
    },
  });
  return (
    <>
      <Group my="lg">
        <Button
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
          loading={data.isPending}
          onClick={() => data.mutate()}
        >
          {t("subscribers.data")}
        </Button>
        {shown.state !== "left" && (
          <Button variant="default" loading={end.isPending} onClick={() => end.mutate({ id: shown.id })}>
            {t("subscribers.end")}
          </Button>
        )}
        <Button
          variant="outline"
          color="red"
          loading={erase.isPending}
          onClick={() =>
            confirm({
              title: t("subscribers.eraseTitle"),
              body: t("subscribers.eraseBody", { address: shown.address }),
              yes: t("subscribers.erase"),
              onYes: () => erase.mutate({ id: shown.id }),
            })
          }
        >
          {t("subscribers.erase")}
        </Button>
      </Group>
      <ProblemNote failure={end.error ?? erase.error ?? data.error} />
    </>
  );
}
