import { Button, NativeSelect, SegmentedControl } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconPlus, IconWritingSign } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "#src/api/session.tsx";
import { useAct, useList } from "#src/api/use-ask.ts";
import { Asked } from "#src/shell/asked.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { MoreButton } from "#src/shell/more-button.tsx";
import { Page } from "#src/shell/page.tsx";
import { LinkButton } from "#src/shell/room-link.tsx";
import shell from "#src/shell/shell.module.css";
import { useUndoable } from "#src/shell/undo.tsx";
import { PostRow } from "./post-row.tsx";

const filters = ["all", "draft", "scheduled", "published", "attention"] as const;
type Filter = (typeof filters)[number];

const watchMs = 10_000;

export function PostsPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const { state } = useSearch({ from: "/house/posts" });
  const filter = filters.find((each) => each === state) ?? "all";
  const write = can("posts.write") && (
    <LinkButton way={{ to: "/posts/new" }} leftSection={<IconPlus size={18} aria-hidden />}>
      {t("nav.compose")}
    </LinkButton>
  );
  return (
    <Page title={t("posts.title")} lead={t("posts.lead")} actions={write}>
      <FilterBar filter={filter} />
      <PostList key={filter} filter={filter} write={write} />
    </Page>
  );
}

function FilterBar({ filter }: { readonly filter: Filter }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const isNarrow = useMediaQuery("(max-width: 36em)", false, { getInitialValueInEffect: false });
  const data = filters.map((value) => ({ value, label: t(`posts.filters.${value}`) }));
  const choose = (value: string) =>
    void navigate({ to: "/posts", search: { state: value === "all" ? undefined : value } });
  const label = t("posts.filter");
  return isNarrow ? (
    <NativeSelect
      label={label}
      value={filter}
      data={data}
      mb="md"
      onChange={(event) => choose(event.currentTarget.value)}
    />
  ) : (
    <SegmentedControl aria-label={label} value={filter} data={data} mb="md" onChange={choose} />
  );
}

function PostList({ filter, write }: { readonly filter: Filter; readonly write: ReactNode }) {
  const { t } = useTranslation();
  const posts = useList("listPosts", filter === "all" ? {} : { state: filter }, { everyMs: watchMs });
  const remove = useAct("deletePost", { stales: ["listPosts"] });
  const { gone, takeAway } = useUndoable((id) => remove.mutateAsync({ id }));
  const rows = posts.rows?.filter(({ id }) => !gone.has(id));
  return (
    <>
      <Asked query={{ ...posts, data: rows }} rows={6}>
        {(shown) =>
          shown.length > 0 ? (
            <ul className={shell.rows} aria-label={t("posts.title")}>
              {shown.map((post) => (
                <li key={post.id}>
                  <PostRow post={post} onDelete={() => takeAway(post.id, t("posts.deleted"))} />
                </li>
              ))}
            </ul>
          ) : filter === "all" ? (
            <EmptyState icon={IconWritingSign} title={t("posts.empty.title")} action={write}>
              {t("posts.empty.lead")}
            </EmptyState>
          ) : (
            <EmptyState icon={IconWritingSign} title={t("posts.emptyFilter")} action={<SeeAll />}>
              {t("posts.emptyFilterLead")}
            </EmptyState>
          )
        }
      </Asked>
      <MoreButton pages={posts} />
    </>
  );
}

function SeeAll() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Button variant="default" onClick={() => void navigate({ to: "/posts", search: { state: undefined } })}>
      {t("posts.seeAll")}
    </Button>
  );
}
