import { useTranslation } from "react-i18next";
import { Page } from "./page.tsx";
import { ProblemNote } from "./problem-note.tsx";

/** A page that broke says so, and the rest of the house stands. */
export function PageFailure({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  const { t } = useTranslation();
  return (
    <Page title={t("problem.page")}>
      <ProblemNote failure={error} onRetry={reset} />
    </Page>
  );
}
