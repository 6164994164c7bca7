import { Button, CopyButton } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./shell.module.css";

/** Something to put elsewhere, with the button that copies it. */
export function CopyField({ value, label }: { readonly value: string; readonly label: string }) {
  const { t } = useTranslation();
  return (
    <div className={classes.copyBox}>
      <code>{value}</code>
      <CopyButton value={value} timeout={2500}>
        {({ copied, copy }) => (
          <Button
            size="compact-sm"
            variant="default"
            onClick={copy}
            aria-label={`${t("action.copy")}: ${label}`}
            leftSection={copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
          >
            <span aria-live="polite">{copied ? t("action.copied") : t("action.copy")}</span>
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
