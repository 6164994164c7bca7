import { IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { RowsSkeleton } from "#src/shell/asked.tsx";
import { Page } from "#src/shell/page.tsx";
import { LinkButton } from "#src/shell/room-link.tsx";
import type { SetUpStep, StepId } from "./set-up-steps.ts";
import classes from "./set-up.module.css";
import { useSetUpSteps } from "./use-set-up-steps.ts";

/** From an empty house to the first turn of the loop. */
export function StartPage() {
  const { t } = useTranslation();
  const { steps, next, siteId } = useSetUpSteps();
  return (
    <Page
      title={t("start.title")}
      lead={next ? t("start.lead") : t("start.finished")}
      actions={!next && steps && <LinkButton way={{ to: "/report" }}>{t("start.seeLoop")}</LinkButton>}
    >
      {steps ? (
        <ol className={classes.steps}>
          {steps.map((step, index) => (
            <StepRow
              key={step.id}
              step={step}
              number={index + 1}
              isNext={step.id === next?.id}
              siteId={siteId}
            />
          ))}
        </ol>
      ) : (
        <RowsSkeleton rows={6} />
      )}
    </Page>
  );
}

interface StepRowProps {
  readonly step: SetUpStep;
  readonly number: number;
  readonly isNext: boolean;
  readonly siteId: string | undefined;
}

function StepRow({ step, number, isNext, siteId }: StepRowProps) {
  const { t } = useTranslation();
  return (
    <li
      className={classes.step}
      data-done={step.isDone || undefined}
      data-next={isNext || undefined}
      aria-current={isNext ? "step" : undefined}
    >
      <span className={classes.number} aria-hidden>
        {step.isDone ? <IconCheck size={18} /> : number}
      </span>
      <div>
        <h2>
          {t(`start.steps.${step.id}.title`)}
          {step.isDone && <span className="visually-hidden"> ({t("start.done")})</span>}
        </h2>
        <p>{t(`start.steps.${step.id}.lead`)}</p>
      </div>
      {!step.isDone && (
        <LinkButton way={wayTo(step.id, siteId)} variant={isNext ? "filled" : "default"}>
          {t(`start.steps.${step.id}.action`)}
        </LinkButton>
      )}
    </li>
  );
}

function wayTo(step: StepId, siteId: string | undefined) {
  const site =
    siteId === undefined
      ? ({ to: "/sites" } as const)
      : ({ to: "/sites/$siteId", params: { siteId } } as const);
  const ways = {
    site: { to: "/sites" },
    line: site,
    proof: site,
    channel: { to: "/channels" },
    post: { to: "/posts/new" },
    loop: { to: "/report" },
  } as const;
  return ways[step];
}
