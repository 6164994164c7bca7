import { Button, NativeSelect, Text } from "@mantine/core";
import { IconListDetails } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Row, Site } from "#src/api/operations.ts";
import { useSession } from "#src/api/session.tsx";
import { useAct, useAsk } from "#src/api/use-ask.ts";
import { Asked } from "#src/shell/asked.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { Page } from "#src/shell/page.tsx";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import { LinkButton, RoomLink } from "#src/shell/room-link.tsx";
import { NewListForm } from "./new-list-form.tsx";
import { listKinds, type ListKind } from "./list-kinds.ts";
import { WorthLine } from "./worth.tsx";
import classes from "./lists.module.css";

type List = Row<"listLists">;

/** What visitors are offered to read next, and what each list is worth. */
export function ListsPage() {
  const { t } = useTranslation();
  const { site: chosen } = useSearch({ from: "/house/lists" });
  const sites = useAsk("listSites", { limit: 100 });
  return (
    <Page title={t("lists.title")} lead={t("lists.lead")}>
      <Asked query={sites}>
        {({ items }) => {
          const site = items.find(({ id }) => id === chosen) ?? items[0];
          if (site) return <OfSite key={site.id} site={site} sites={items} />;
          return (
            <EmptyState
              icon={IconListDetails}
              title={t("lists.noSite.title")}
              action={<LinkButton way={{ to: "/sites" }}>{t("sites.add")}</LinkButton>}
            >
              {t("lists.noSite.lead")}
            </EmptyState>
          );
        }}
      </Asked>
    </Page>
  );
}

function OfSite({ site, sites }: { readonly site: Site; readonly sites: readonly Site[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { can } = useSession();
  const lists = useAsk("listLists", { siteId: site.id, limit: 100 });
  return (
    <>
      {sites.length > 1 && (
        <NativeSelect
          label={t("sites.one")}
          mb="lg"
          maw={320}
          value={site.id}
          onChange={(event) => void navigate({ to: "/lists", search: { site: event.currentTarget.value } })}
          data={sites.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Asked query={lists}>
        {({ items }) => {
          const byKey = new Map(items.map((list) => [list.key, list]));
          const own = items.filter(({ key }) => !listKinds.some((kind) => kind === key));
          return (
            <ul className={classes.lists}>
              {own.map((list) => (
                <ListCard key={list.id} site={site} kind={list.kind} name={list.key} list={list} />
              ))}
              {listKinds.map((kind) => (
                <ListCard key={kind} site={site} kind={kind} name={kind} list={byKey.get(kind)} />
              ))}
            </ul>
          );
        }}
      </Asked>
      {can("content.edit") && <NewListForm siteId={site.id} />}
    </>
  );
}

interface ListCardProps {
  readonly site: Site;
  readonly kind: ListKind;
  readonly name: string;
  readonly list: List | undefined;
}

function ListCard({ site, kind, name, list }: ListCardProps) {
  const { t } = useTranslation();
  const { can } = useSession();
  const navigate = useNavigate();
  const set = useAct("createList", {
    stales: ["listLists"],
    done: ({ id }) => void navigate({ to: "/lists/$listId", params: { listId: id } }),
  });
  return (
    <li>
      <div className={classes.what}>
        <h2>
          {list ? (
            <RoomLink quiet way={{ to: "/lists/$listId", params: { listId: list.id } }}>
              {t(`lists.kinds.${kind}`)}
            </RoomLink>
          ) : (
            t(`lists.kinds.${kind}`)
          )}
        </h2>
        <Text size="sm" c="dimmed">
          <code>{name}</code> · {t(`lists.about.${kind}`)}
          {list?.isOn !== true && ` · ${t(list ? "lists.off" : "lists.byItself")}`}
        </Text>
        <WorthLine siteId={site.id} listKey={name} />
      </div>
      {list ? (
        <LinkButton variant="default" size="xs" way={{ to: "/lists/$listId", params: { listId: list.id } }}>
          {can("content.edit") ? t("lists.edit") : t("lists.settings")}
        </LinkButton>
      ) : (
        can("content.edit") && (
          <Button
            variant="default"
            size="xs"
            loading={set.isPending}
            aria-label={`${t("lists.setUp")}: ${t(`lists.kinds.${kind}`)}`}
            onClick={() => set.mutate({ siteId: site.id, kind })}
          >
            {t("lists.setUp")}
          </Button>
        )
      )}
      <ProblemNote failure={set.error} />
    </li>
  );
}
