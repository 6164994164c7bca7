import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { buttonAttributes, type ButtonChoices } from "./embed-lines.ts";
import classes from "./sites.module.css";

const scriptId = "pass-script";

/** The very button that visitors will meet, on a ground of either colour. */
export function PassPreview({ choices }: { readonly choices: ButtonChoices }) {
  const { t, i18n } = useTranslation();
  const stage = useRef<HTMLDivElement>(null);
  useEffect(loadScript, []);
  useEffect(() => {
    const button = document.createElement("samovar-pass");
    button.lang = i18n.language;
    for (const [name, value] of Object.entries(buttonAttributes(choices))) button.setAttribute(name, value);
    stage.current?.replaceChildren(button);
  }, [choices, i18n.language]);
  return (
    <figure className={classes.preview} data-theme={choices.theme || undefined}>
      <div ref={stage} />
      <figcaption>{t("script.preview")}</figcaption>
    </figure>
  );
}

function loadScript(): void {
  if (document.getElementById(scriptId)) return;
  const script = document.createElement("script");
  script.id = scriptId;
  script.async = true;
  script.src = "/w/pass.js";
  document.head.append(script);
}
