import { useTranslation } from "react-i18next";
import { useFormat } from "#src/i18n/use-format.ts";
import classes from "./comments.module.css";
import type { QueuedComment } from "./queue-view.ts";

/** Why it is where it is: each phase's finding in words, then the scores. */
export function Reasons({
  comment,
}: {
  readonly comment: Pick<QueuedComment, "reasons" | "spamScore" | "toxicityScore" | "reportCount">;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const percent = (score: number) => `${format.number(Math.round(score * 100))} %`;
  const { reasons, spamScore, toxicityScore, reportCount } = comment;
  return (
    <ul className={classes.reasons} aria-label={t("comments.why")}>
      {reportCount > 0 && <li data-grave>{t("comments.reported", { count: reportCount })}</li>}
      {reasons
        .filter(({ code }) => code !== "score")
        .map(({ phase, code, decision, detail }) => (
          <li key={`${phase} ${code}`} data-grave={decision === "reject" || undefined}>
            {t(`comments.reasons.${phase}.${code}`, { defaultValue: `${phase}: ${code}` })}
            {detail !== undefined && (
              <span>
                {detail.replace(/^(\d+) ms$/, (_, ms: string) => t("comments.milliseconds", { number: ms }))}
              </span>
            )}
          </li>
        ))}
      {spamScore !== null && (
        <li data-grave={spamScore >= 0.7 || undefined}>
          {t("comments.spamScore")} <span>{percent(spamScore)}</span>
        </li>
      )}
      {toxicityScore !== null && toxicityScore >= 0.2 && (
        <li data-grave={toxicityScore >= 0.75 || undefined}>
          {t("comments.toxicityScore")} <span>{percent(toxicityScore)}</span>
        </li>
      )}
    </ul>
  );
}
