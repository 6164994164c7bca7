import { useTranslation } from "react-i18next";
import { useFormat } from "#src/i18n/use-format.ts";
import { shareOfBefore, stages, type Totals } from "./loop-totals.ts";
import classes from "./reports.module.css";

/** One turn of the loop as bars: who clicked, came, read, shared, and whom that brought. */
export function LoopStages({ totals }: { readonly totals: Totals }) {
  const { t } = useTranslation();
  const format = useFormat();
  const most = Math.max(1, ...stages.map((stage) => totals[stage]));
  return (
    <ol className={classes.stages} aria-label={t("report.stages")}>
      {stages.map((stage) => {
        const share = shareOfBefore(totals, stage);
        return (
          <li key={stage} className={classes.stage}>
            <span className={classes.stageName}>{t(`report.stage.${stage}`)}</span>
            <span className={classes.bar} aria-hidden>
              <span
                style={{ width: `${Math.max((totals[stage] / most) * 100, totals[stage] > 0 ? 0.6 : 0)}%` }}
              />
            </span>
            <span className={classes.stageValue}>
              {format.number(totals[stage])}
              <small className="dimmed">
                {share === undefined
                  ? ""
                  : t(`report.share.${stage}`, {
                      share: format.percent(share),
                      shown: format.number(Math.round(share * 100) / 100),
                    })}
              </small>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
