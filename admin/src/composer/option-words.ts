import { useTranslation } from "react-i18next";
import type { OptionField } from "./option-fields.ts";

/**
 * A choice in the page's language: by the words that the network brings, by ours for choices that many networks have,
 * else by its title.
 */
export function useOptionWords() {
  const { t, i18n } = useTranslation();
  const ours = (key: string): string | undefined =>
    i18n.exists(key) ? t(key as "options.poll.title") : undefined; // only keys that exist are asked
  return {
    titleOf: ({ key, title, words }: OptionField): string =>
      (words && (i18n.language === "ru" ? words.ru : words.en)) ?? ours(`options.${key}.title`) ?? title,
    hintOf: ({ key, hint }: OptionField): string | undefined => ours(`options.${key}.hint`) ?? hint,
    valueName: (value: string): string => ours(`optionValues.${value}`) ?? value.replaceAll(/[-_]/g, " "),
  };
}
