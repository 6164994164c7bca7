import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { changeLanguage, languageNames, languages } from "#src/i18n/i18n.ts";

/** Each language by its own name. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t("account.language")}
      value={i18n.language}
      onChange={(language) => {
        const known = languages.find((each) => each === language);
        if (known) void changeLanguage(known);
      }}
      data={languages.map((value) => ({ value, label: <span lang={value}>{languageNames[value]}</span> }))}
    />
  );
}
