import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { IconMoon, IconSun } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LanguageSwitch } from "./language-switch.tsx";
import classes from "./shell.module.css";
import { Wordmark } from "./wordmark.tsx";

/** The frame of the pages outside: set-up, sign-in, joining. */
export function FrontDoor({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { t } = useTranslation();
  useDocumentTitle(`${title} · Samovar`);
  return (
    <div className={classes.front}>
      <header className={classes.frontHead}>
        <Wordmark />
        <div className={classes.frontTools}>
          <SchemeSwitch />
          <LanguageSwitch />
        </div>
      </header>
      <main className={classes.frontBody}>{children}</main>
      <footer className={classes.frontFoot}>
        <small className="dimmed">{t("front.footer")}</small>
      </footer>
    </div>
  );
}

function SchemeSwitch() {
  const { t } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme("light") === "dark";
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={isDark ? t("theme.toLight") : t("theme.toDark")}
      onClick={() => setColorScheme(isDark ? "light" : "dark")}
    >
      {isDark ? <IconSun size={18} aria-hidden /> : <IconMoon size={18} aria-hidden />}
    </ActionIcon>
  );
}
