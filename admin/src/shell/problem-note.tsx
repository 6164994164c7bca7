import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconAlertCircle } from "@tabler/icons-react";
import type { i18n as I18n } from "i18next";
import { useTranslation } from "react-i18next";
import { problemOf, type ProblemText } from "#src/api/problem.ts";
import en from "#src/locales/en.json";
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

/** The server speaks English: in other languages the page says the kind of failure first, then the server's words. */
function wordsOf(problem: ProblemText, { t, language }: I18n): { title: string; hint: string | undefined } {
  if (problem.code === "offline")
    return { title: t("problem.offline.title"), hint: t("problem.offline.hint") };
  if (problem.title === "") return { title: t("problem.bug"), hint: problem.hint };
  const kind = language === "en" ? undefined : kindOf(problem.code);
  if (kind === undefined) return { title: problem.title, hint: problem.hint };
  return { title: t(kind), hint: [problem.title, problem.hint].filter(Boolean).join(". ") };
}

const kinds = en.problem.code;
const kindOf = (code: string) =>
  Object.hasOwn(kinds, code) ? (`problem.code.${code as keyof typeof kinds}` as const) : undefined;
