import { NativeSelect, SegmentedControl } from "@mantine/core";
import { IconHelpCircle } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAsk } from "#src/api/use-ask.ts";
import { Asked } from "#src/shell/asked.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { Page } from "#src/shell/page.tsx";
import { LinkButton } from "#src/shell/room-link.tsx";
import { answerViews } from "./answer-views.ts";
import classes from "./answers.module.css";
import { FaqList } from "./faq-list.tsx";
import { QuestionList } from "./question-list.tsx";
import { Searches } from "./searches.tsx";
import { TryBox } from "./try-box.tsx";

/** What visitors ask of a site: what waits for an answer, what is answered beforehand, what they look for. */
export function AnswersPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { site: chosen, view: asked } = useSearch({ from: "/house/answers" });
  const view = answerViews.find((each) => each === asked) ?? "questions";
  const sites = useAsk("listSites", { limit: 100 });
  const go = (search: { readonly site?: string; readonly view?: string }) =>
    void navigate({ to: "/answers", search: { site: chosen, view, ...search } });
  return (
    <Page title={t("answers.title")} lead={t("answers.lead")}>
      <Asked query={sites}>
        {({ items }) => {
          const site = items.find(({ id }) => id === chosen) ?? items[0];
          if (!site)
            return (
              <EmptyState
                icon={IconHelpCircle}
                title={t("answers.noSite.title")}
                action={<LinkButton way={{ to: "/sites" }}>{t("sites.add")}</LinkButton>}
              >
                {t("answers.noSite.lead")}
              </EmptyState>
            );
          return (
            <>
              <div className={classes.filters}>
                <div className={classes.views}>
                  <SegmentedControl
                    aria-label={t("answers.show")}
                    value={view}
                    onChange={(value) => go({ view: value })}
                    data={answerViews.map((value) => ({ value, label: t(`answers.views.${value}`) }))}
                  />
                </div>
                {items.length > 1 && (
                  <NativeSelect
                    aria-label={t("sites.one")}
                    value={site.id}
                    onChange={(event) => go({ site: event.currentTarget.value })}
                    data={items.map(({ id, name }) => ({ value: id, label: name }))}
                  />
                )}
              </div>
              {view === "questions" && <QuestionList key={site.id} siteId={site.id} />}
              {view === "faq" && <FaqList key={site.id} site={site} />}
              {view === "searches" && <Searches key={site.id} siteId={site.id} />}
              {view === "try" && <TryBox key={site.id} siteId={site.id} />}
            </>
          );
        }}
      </Asked>
    </Page>
  );
}
