import { useTranslation } from "react-i18next";
import { useAsk } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked } from "#src/shell/asked.tsx";
import classes from "./comments.module.css";

/** The talk around a comment, what readers said of it, and what became of it. */
export function CommentContext({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const found = useAsk("getCommentCase", { id });
  return (
    <Asked query={found} rows={2}>
      {({ above, below, changes, reports }) => (
        <div className={classes.context}>
          {[...above, ...below].map((other) => (
            <p key={other.id} dir="auto">
              <b>{other.author.name}</b>: {other.body.slice(0, 300)}
            </p>
          ))}
          {reports.map((report) => (
            <p key={report.at}>
              {t(`comments.reportedAs.${report.reason}`)}
              {report.text !== null && `: ${report.text}`}
            </p>
          ))}
          {changes.map((change) => (
            <p key={change.at}>
              {format.dateTime(change.at)} · {change.byName ?? t(`comments.byKind.${change.byKind}`)} →{" "}
              {t(`comments.states.${change.toState}`)}
            </p>
          ))}
          {above.length + below.length + changes.length + reports.length === 0 && (
            <p>{t("comments.context.none")}</p>
          )}
        </div>
      )}
    </Asked>
  );
}
