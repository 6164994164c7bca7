import { useTranslation } from "react-i18next";
import type { AuditFinding } from "#src/api/operations.ts";
import { StateMark } from "#src/shell/state-mark.tsx";

const tones = { error: "bad", warning: "warn", info: "busy" } as const;

export function SeverityMark({ severity }: Pick<AuditFinding, "severity">) {
  const { t } = useTranslation();
  return <StateMark tone={tones[severity]}>{t(`audit.severity.${severity}`)}</StateMark>;
}
