import { NativeSelect, SegmentedControl } from "@mantine/core";
import { IconMessageCircleCheck } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAsk } from "#src/api/use-ask.ts";
import { Asked } from "#src/shell/asked.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { Page } from "#src/shell/page.tsx";
import { LinkButton } from "#src/shell/room-link.tsx";
import classes from "./comments.module.css";
import { Queue } from "./queue.tsx";
import { queueViews, type QueueView } from "./queue-view.ts";

const watchMs = 20_000;

/** What waits for a moderator, and what became of the rest. */
export function CommentsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { site = "", state } = useSearch({ from: "/house/comments" });
  const view = queueViews.find((each) => each === state) ?? "held";
  const sites = useAsk("listSites", { limit: 100 });
  const counts = useAsk("getCommentQueueCounts", site === "" ? {} : { siteId: site }, { everyMs: watchMs });
  const go = (search: { readonly site?: string; readonly state?: QueueView }) =>
    void navigate({ to: "/comments", search: { site: site || undefined, state: view, ...search } });
  const countOf = (each: QueueView) => {
    const count = counts.data && each !== "published" ? counts.data[each] : 0;
    return count === 0 ? "" : ` ${count >= 1000 ? "1000+" : count}`;
  };
  return (
    <Page
      title={t("comments.title")}
      lead={t("comments.lead")}
      actions={
        <>
          <LinkButton variant="default" way={{ to: "/comments/rules", search: { site: site || undefined } }}>
            {t("comments.rules.title")}
          </LinkButton>
          <LinkButton variant="default" way={{ to: "/comments/transfer" }}>
            {t("comments.transfer.title")}
          </LinkButton>
        </>
      }
    >
      <Asked query={sites}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              icon={IconMessageCircleCheck}
              title={t("comments.noSite.title")}
              action={<LinkButton way={{ to: "/sites" }}>{t("sites.add")}</LinkButton>}
            >
              {t("comments.noSite.lead")}
            </EmptyState>
          ) : (
            <>
              <div className={classes.filters}>
                <div className={classes.views}>
                  <SegmentedControl
                    aria-label={t("comments.show")}
                    value={view}
                    onChange={(value) => go({ state: queueViews.find((each) => each === value) ?? "held" })}
                    data={queueViews.map((value) => ({
                      value,
                      label: t(`comments.views.${value}`) + countOf(value),
                    }))}
                  />
                </div>
                {items.length > 1 && (
                  <NativeSelect
                    aria-label={t("sites.one")}
                    value={site}
                    onChange={(event) => go({ site: event.currentTarget.value })}
                    data={[
                      { value: "", label: t("comments.allSites") },
                      ...items.map(({ id, name }) => ({ value: id, label: name })),
                    ]}
                  />
                )}
              </div>
              <Queue key={`${view} ${site}`} view={view} siteId={site || undefined} />
            </>
          )
        }
      </Asked>
    </Page>
  );
}
