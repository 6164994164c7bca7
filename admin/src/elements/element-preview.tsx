import { Group, SegmentedControl } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { languageNames, languages } from "#src/i18n/i18n.ts";
import type { ElementKind, Settings } from "./element-kinds.ts";
import { attributesOf } from "./element-lines.ts";
import classes from "./elements.module.css";

interface PreviewProps {
  readonly kind: ElementKind;
  readonly settings: Settings;
  readonly siteKey: string;
  readonly page: string;
}

const themes = ["light", "dark"] as const;
const widths = ["wide", "phone"] as const;

/**
 * The very element that visitors will meet, at work on the site's first page. Its shadow keeps the app's styles out; the
 * ground that it stands on says which language, colours and width the page has.
 */
export function ElementPreview({ kind, settings, siteKey, page }: PreviewProps) {
  const { t, i18n } = useTranslation();
  const [language, setLanguage] = useState(i18n.language);
  const [theme, setTheme] = useState<string>("light");
  const [width, setWidth] = useState<string>("wide");
  const stage = useRef<HTMLDivElement>(null);
  useEffect(() => loadFile(kind), [kind]);
  useEffect(() => {
    // A poll that is not chosen yet is none.
    if (kind.tag === "samovar-poll" && !settings["poll"]) return stage.current?.replaceChildren();
    const attributes = { site: siteKey, page, lang: language, ...attributesOf(kind, settings) };
    const element = document.createElement(kind.tag);
    // It stands there where the element finds nothing to show, as it would on the page.
    element.textContent = t("elements.empty");
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    // Typing a heading is no reason to ask the server at every letter.
    const timer = setTimeout(() => stage.current?.replaceChildren(element), 300);
    return () => clearTimeout(timer);
  }, [kind, settings, siteKey, page, language, t]);
  return (
    <figure className={classes.preview}>
      <Group gap="xs" justify="center">
        <SegmentedControl
          size="xs"
          aria-label={t("account.language")}
          value={language}
          onChange={setLanguage}
          data={languages.map((value) => ({
            value,
            label: <span lang={value}>{languageNames[value]}</span>,
          }))}
        />
        <SegmentedControl
          size="xs"
          aria-label={t("theme.label")}
          value={theme}
          onChange={setTheme}
          data={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
        />
        <SegmentedControl
          size="xs"
          aria-label={t("elements.width")}
          value={width}
          onChange={setWidth}
          data={widths.map((value) => ({ value, label: t(`elements.widths.${value}`) }))}
        />
      </Group>
      <div className={classes.stage} data-theme={theme} data-width={width} lang={language}>
        <div ref={stage} />
      </div>
      <figcaption>{t("elements.preview")}</figcaption>
    </figure>
  );
}

/** The element's own file, once. */
function loadFile({ file, tag }: ElementKind): void {
  const id = `element-${tag}`;
  if (document.getElementById(id)) return;
  const script = document.createElement("script");
  script.id = id;
  script.type = tag === "samovar-pass" ? "text/javascript" : "module";
  script.src = `/w/${file}`;
  document.head.append(script);
}
