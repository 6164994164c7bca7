import {
  Button,
  Group,
  NativeSelect,
  NumberInput,
  Stack,
  Switch,
  Text,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { faultsByField } from "#src/api/problem.ts";
import { useSession } from "#src/api/session.tsx";
import { useAct, useAsk } from "#src/api/use-ask.ts";
import { Asked } from "#src/shell/asked.tsx";
import { useConfirm } from "#src/shell/confirm.tsx";
import { Page, Section } from "#src/shell/page.tsx";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import { RoomLink } from "#src/shell/room-link.tsx";
import { draftOf, type List, type ListDraft, patternsIn } from "./list-draft.ts";
import { Pins } from "./pins.tsx";
import { Quotas } from "./quotas.tsx";
import { WorthSection } from "./worth.tsx";
import classes from "./lists.module.css";

/** One list: what it is worth, what its editor sets, and what it would hold. */
export function ListPage() {
  const { t } = useTranslation();
  const { listId } = useParams({ from: "/house/lists/$listId" });
  const list = useAsk("getList", { id: listId });
  return (
    <Page
      title={list.data ? t(`lists.kinds.${list.data.kind}`) : t("lists.title")}
      lead={list.data && t(`lists.about.${list.data.kind}`)}
    >
      <Asked query={list}>
        {(data) => (
          <>
            <p>
              <RoomLink way={{ to: "/lists", search: { site: data.siteId } }}>{t("lists.back")}</RoomLink>
            </p>
            <WorthSection siteId={data.siteId} listKey={data.key} />
            <Editor key={data.revision} list={data} />
          </>
        )}
      </Asked>
    </Page>
  );
}

function Editor({ list }: { readonly list: List }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const [draft, setDraft] = useState<ListDraft>(() => draftOf(list));
  const [bans, setBans] = useState(() => list.bans.map(({ pattern }) => pattern).join("\n"));
  const change = useAct("changeList", { stales: ["getList", "listLists"] });
  const put = (part: Partial<ListDraft>) => setDraft((before) => ({ ...before, ...part }));
  const wished = { ...draft, bans: patternsIn(bans) };
  return (
    <>
      {can("content.edit") && (
        <>
          <Settings draft={draft} put={put} faults={faultsByField(change.error)} />
          <Pins pins={draft.pins} onChange={(pins) => put({ pins })} />
          <Section title={t("lists.bans")}>
            <Textarea
              aria-label={t("lists.bans")}
              description={t("lists.bansLead")}
              autosize
              minRows={2}
              value={bans}
              onChange={(event) => setBans(event.currentTarget.value)}
            />
          </Section>
          <Quotas quotas={draft.quotas} onChange={(quotas) => put({ quotas })} />
          <ProblemNote failure={change.error} />
          <Group mt="md">
            <Button
              loading={change.isPending}
              onClick={() => change.mutate({ id: list.id, revision: list.revision, ...wished })}
            >
              {t("lists.save")}
            </Button>
            <Remove list={list} />
          </Group>
        </>
      )}
      <Preview list={list} draft={wished} />
    </>
  );
}

interface SettingsProps {
  readonly draft: ListDraft;
  readonly put: (part: Partial<ListDraft>) => void;
  readonly faults: Readonly<Record<string, string>>;
}

function Settings({ draft, put, faults }: SettingsProps) {
  const { t } = useTranslation();
  const number = (name: "size" | "holdOutPercent" | "explorePercent", most: number) => ({
    value: draft[name],
    min: name === "size" ? 1 : 0,
    max: most,
    allowDecimal: false,
    error: faults[name],
    onChange: (value: number | string) => put({ [name]: Number(value) }),
  });
  return (
    <Section title={t("lists.settings")}>
      <Stack maw={520}>
        <Switch
          label={t("lists.isOn")}
          checked={draft.isOn}
          onChange={(event) => put({ isOn: event.currentTarget.checked })}
        />
        <TextInput
          label={t("lists.heading")}
          description={t("lists.headingHint")}
          maxLength={120}
          value={draft.title ?? ""}
          onChange={(event) => put({ title: event.currentTarget.value || null })}
        />
        <NumberInput label={t("lists.size")} {...number("size", 20)} />
        <NumberInput
          label={t("lists.holdOut")}
          description={t("lists.holdOutHint")}
          {...number("holdOutPercent", 50)}
        />
        <NativeSelect
          label={t("lists.holdOutSees")}
          value={draft.holdOutSees}
          onChange={(event) =>
            put({ holdOutSees: event.currentTarget.value === "popular" ? "popular" : "nothing" })
          }
          data={[
            { value: "nothing", label: t("lists.seesNothing") },
            { value: "popular", label: t("lists.seesPopular") },
          ]}
        />
        <NumberInput
          label={t("lists.explore")}
          description={t("lists.exploreHint")}
          {...number("explorePercent", 100)}
        />
        <NumberInput
          label={t("lists.maxAge")}
          description={t("lists.maxAgeHint")}
          min={1}
          max={3650}
          allowDecimal={false}
          value={draft.maxAgeDays ?? ""}
          onChange={(value) => put({ maxAgeDays: value === "" ? null : Number(value) })}
        />
      </Stack>
    </Section>
  );
}

function Remove({ list }: { readonly list: List }) {
  const { t } = useTranslation();
  const ask = useConfirm();
  const navigate = useNavigate();
  const remove = useAct("deleteList", {
    stales: ["listLists"],
    done: () => void navigate({ to: "/lists", search: { site: list.siteId } }),
  });
  return (
    <Button
      variant="subtle"
      color="red"
      onClick={() =>
        ask({
          title: t("lists.removeTitle", { key: list.key }),
          body: t("lists.byItself"),
          yes: t("lists.remove"),
          onYes: () => remove.mutate({ id: list.id }),
        })
      }
    >
      {t("lists.remove")}
    </Button>
  );
}

const quietMs = 600;

function Preview({ list, draft }: { readonly list: List; readonly draft: ListDraft }) {
  const { t } = useTranslation();
  const [pageUrl, setPageUrl] = useState("");
  const [asked] = useDebouncedValue(JSON.stringify({ pageUrl, draft }), quietMs);
  const settled: { readonly pageUrl: string; readonly draft: ListDraft } = JSON.parse(asked);
  const preview = useAsk("previewList", {
    siteId: list.siteId,
    key: list.key,
    settings: settled.draft,
    ...(URL.canParse(settled.pageUrl) && { pageUrl: settled.pageUrl }),
  });
  return (
    <Section title={t("lists.preview")} lead={t("lists.previewLead")}>
      <TextInput
        label={t("lists.previewPage")}
        description={t("lists.previewFor")}
        type="url"
        placeholder="https://"
        maw={520}
        value={pageUrl}
        onChange={(event) => setPageUrl(event.currentTarget.value)}
      />
      <Asked query={preview}>
        {({ entries, isPageKnown }) => (
          <>
            {URL.canParse(pageUrl) && !isPageKnown && (
              <Text c="dimmed" mt="sm">
                {t("lists.pageUnknown")}
              </Text>
            )}
            {entries.length === 0 && <Text mt="sm">{t("lists.nothing")}</Text>}
            <ol className={classes.entries}>
              {entries.map(({ path, title, isPinned, isFresh, views7d }) => (
                <li key={path}>
                  {title}{" "}
                  <span className="dimmed">
                    {path} · {t("lists.views", { count: Math.round(views7d) })}
                    {isPinned && ` · ${t("lists.pinned")}`}
                    {isFresh && ` · ${t("lists.fresh")}`}
                  </span>
                </li>
              ))}
            </ol>
          </>
        )}
      </Asked>
    </Section>
  );
}
