import { createInstance } from "i18next";
import { initReactI18next } from "react-i18next";
import en from "#src/locales/en.json";

export const languages = ["en", "ru"] as const;
export type Language = (typeof languages)[number];

export const languageNames: Readonly<Record<Language, string>> = { en: "English", ru: "Русский" };

const i18next = createInstance();

const chosenKey = "samovar.language";

/** English comes along; another language is fetched when it is first wanted. */
const loaders = {
  en: async () => en,
  ru: async () => (await import("#src/locales/ru.json")).default,
} satisfies Record<Language, () => Promise<object>>;

/** The first of the browser's languages that we speak, unless the person chose. */
export function pickLanguage(chosen: string | null, wanted: readonly string[]): Language {
  const spoken = [...(chosen === null ? [] : [chosen]), ...wanted].map((tag) => tag.split("-")[0]);
  return (
    languages.find(
      (language) => language === spoken.find((tag) => languages.some((known) => known === tag)),
    ) ?? "en"
  );
}

export async function startI18n(): Promise<void> {
  const language = pickLanguage(localStorage.getItem(chosenKey), navigator.languages);
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: "en",
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await speak(language);
}

/** Switches the language of the page, and remembers it when a person asked. */
export async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem(chosenKey, language);
  await speak(language);
}

async function speak(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, "translation")) {
    i18next.addResourceBundle(language, "translation", await loaders[language]());
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
