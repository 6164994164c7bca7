import { Button, Text } from "@mantine/core";
import { IconDoorEnter, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Row, Site } from "#src/api/operations.ts";
import { useSession } from "#src/api/session.tsx";
import { useAct, useAsk } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { WorthFigures } from "#src/lists/worth.tsx";
import { OfSite } from "#src/sites/of-site.tsx";
import { Asked } from "#src/shell/asked.tsx";
import { useConfirm } from "#src/shell/confirm.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { Page, Section } from "#src/shell/page.tsx";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import { RuleDialog } from "./rule-dialog.tsx";
import classes from "#src/lists/lists.module.css";

type Rule = Row<"listWelcomeRules">;

/** Whom the pages greet, with what, and what that is worth. */
export function WelcomePage() {
  const { t } = useTranslation();
  return (
    <Page title={t("welcome.title")} lead={t("welcome.lead")}>
      <OfSite icon={IconDoorEnter} noSite={{ title: t("lists.noSite.title"), lead: t("lists.noSite.lead") }}>
        {(site) => <SiteGreetings key={site.id} site={site} />}
      </OfSite>
    </Page>
  );
}

function SiteGreetings({ site }: { readonly site: Site }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const [isNew, setIsNew] = useState(false);
  const rules = useAsk("listWelcomeRules", { siteId: site.id, limit: 100 });
  const make = can("content.edit") && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setIsNew(true)}>
      {t("welcome.new")}
    </Button>
  );
  return (
    <>
      <Asked query={rules}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={IconDoorEnter} title={t("welcome.empty.title")} action={make}>
              {t("welcome.empty.lead")}
            </EmptyState>
          ) : (
            <>
              {items
                .toSorted((one, other) => one.place - other.place)
                .map((rule) => (
                  <RuleSection key={rule.id} rule={rule} />
                ))}
              {make}
            </>
          )
        }
      </Asked>
      {isNew && <RuleDialog siteId={site.id} onClose={() => setIsNew(false)} />}
    </>
  );
}

function RuleSection({ rule }: { readonly rule: Rule }) {
  const { t, i18n } = useTranslation();
  const { can } = useSession();
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const ask = useConfirm();
  const remove = useAct("deleteWelcomeRule", { stales: ["listWelcomeRules"] });
  const worth = useAsk("getWelcomeWorth", { id: rule.id });
  const from = rule.sources.length > 0 ? rule.sources : undefined;
  const [first, second] = i18n.language === "ru" ? [rule.textRu, rule.textEn] : [rule.textEn, rule.textRu];
  return (
    <Section
      title={rule.name}
      lead={[
        from ? t("welcome.from", { sources: format.list(from) }) : t("welcome.anywhere"),
        t(`welcome.arrivals.${rule.arrivedBy}`),
        t(`welcome.whom.${rule.visitors}`),
        ...(rule.isOn ? [] : [t("welcome.off")]),
      ].join(" · ")}
      actions={
        can("content.edit") && (
          <>
            <Button
              variant="default"
              size="xs"
              aria-label={`${t("welcome.edit")}: ${rule.name}`}
              onClick={() => setIsOpen(true)}
            >
              {t("welcome.edit")}
            </Button>
            <Button
              variant="subtle"
              color="red"
              size="xs"
              aria-label={`${t("welcome.remove")}: ${rule.name}`}
              onClick={() =>
                ask({
                  title: t("welcome.removeTitle", { name: rule.name }),
                  body: first || second,
                  yes: t("welcome.remove"),
                  onYes: () => remove.mutate({ id: rule.id }),
                })
              }
            >
              {t("welcome.remove")}
            </Button>
          </>
        )
      }
    >
      <ProblemNote failure={remove.error} />
      <div className={classes.greeting}>
        <Text>{first || second}</Text>
        {rule.followUrl && (
          <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
            {rule.followUrl}
          </Text>
        )}
      </div>
      <Asked query={worth}>{(data) => <WorthFigures worth={data} />}</Asked>
      {isOpen && <RuleDialog siteId={rule.siteId} rule={rule} onClose={() => setIsOpen(false)} />}
    </Section>
  );
}
