import { useTranslation } from "react-i18next";
import { useNetworks } from "#src/channels/use-networks.ts";

const audiences = ["newcomer", "returning", "regular", "unknown"] as const;

/** Puts a value of a dimension into the reader's words: countries, networks, kinds of source. */
export function useValueWords(): (dimension: string, value: string) => string {
  const { t, i18n } = useTranslation();
  const { networkOf } = useNetworks();
  const words: Readonly<Record<string, (value: string) => string>> = {
    country: (value) => countryName(i18n.language, value),
    language: (value) =>
      new Intl.DisplayNames(i18n.language, { type: "language", fallback: "code" }).of(value) ?? value,
    network: (value) => networkOf(value)?.name ?? t(`numbers.shareTo.${value}`, { defaultValue: value }),
    source: (value) =>
      networkOf(value)?.name ?? t([`numbers.kinds.${value}`, `numbers.shareTo.${value}`], value),
    device: (value) => t(`numbers.devices.${value}`, { defaultValue: value }),
    browser: (value) => `${value.charAt(0).toUpperCase()}${value.slice(1)}`,
    sourceKind: (value) => t(`numbers.kinds.${value}`, { defaultValue: value }),
    audience: (value) => t(`numbers.audiences.${audiences.find((one) => one === value) ?? "unknown"}`),
    post: () => t("numbers.chosen"),
    publication: () => t("numbers.chosen"),
    link: () => t("numbers.chosen"),
    site: () => t("numbers.chosen"),
  };
  return (dimension, value) => (value === "" ? t("numbers.unknown") : (words[dimension]?.(value) ?? value));
}

function countryName(language: string, code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames(language, { type: "region", fallback: "code" }).of(code) ?? code;
}
