import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconAlertCircle } from "@tabler/icons-react";
import type { i18n as I18n } from "i18next";
import { useTranslation } from "react-i18next";
import { problemOf, type ProblemText } from "#src/api/problem.ts";
import classes from "./shell.module.css";

interface ProblemNoteProps {
  readonly failure: unknown;
  readonly onRetry?: (() => void) | undefined;
}

/** A failure where it happened: what went wrong, and what to do. */
export function ProblemNote({ failure, onRetry }: ProblemNoteProps) {
  const { t, i18n } = useTranslation();
  if (failure === null || failure === undefined) return null;
  const { title, hint } = wordsOf(problemOf(failure), i18n);
  return (
    <div className={classes.problem} role="alert">
      <IconAlertCircle size={18} aria-hidden />
      <div>
        <p>{title}</p>
        {hint !== undefined && <p>{hint}</p>}
        {onRetry && (
          <Button size="compact-sm" variant="default" mt="xs" onClick={onRetry}>
            {t("action.tryAgain")}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Tells of a failure that has no place of its own on the page. */
export function useTellProblem(): (failure: unknown) => void {
  const { i18n } = useTranslation();
  return (failure) => {
    const { title, hint } = wordsOf(problemOf(failure), i18n);
    notifications.show({ color: "red", title, message: hint ?? "", autoClose: 12_000 });
  };
}

/** The server speaks the page's language; what did not come from it is put into words here. */
function wordsOf(problem: ProblemText, { t }: I18n): { title: string; hint: string | undefined } {
  if (problem.code === "offline")
    return { title: t("problem.offline.title"), hint: t("problem.offline.hint") };
  return { title: problem.title || t("problem.bug"), hint: problem.hint };
}
