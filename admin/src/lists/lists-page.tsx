import { Button, Text } from "@mantine/core";
import { IconListDetails } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Row, Site } from "#src/api/operations.ts";
import { useSession } from "#src/api/session.tsx";
import { useAct, useAsk } from "#src/api/use-ask.ts";
import { OfSite } from "#src/sites/of-site.tsx";
import { Asked } from "#src/shell/asked.tsx";
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
  return (
    <Page title={t("lists.title")} lead={t("lists.lead")}>
      <OfSite
        icon={IconListDetails}
        noSite={{ title: t("lists.noSite.title"), lead: t("lists.noSite.lead") }}
      >
        {(site) => <SiteLists key={site.id} site={site} />}
      </OfSite>
    </Page>
  );
}

function SiteLists({ site }: { readonly site: Site }) {
  const { can } = useSession();
  const lists = useAsk("listLists", { siteId: site.id, limit: 100 });
  return (
    <>
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
