declare global {
  interface Window {
    /** An owner's words: by language, then by element; they go before the built-in ones. */
    samovarWords?: Readonly<Record<string, Readonly<Record<string, object>>>>;
  }
}

/** The language of the page around the element, or of the element itself. */
export const languageOf = (host: Element): string =>
  host.closest("[lang]")?.getAttribute("lang") || navigator.language;

/** English, unless the page speaks another language that somebody has given words for. */
export function wordsFor<Words extends object>(
  host: Element,
  known: { readonly en: Words; readonly ru: Words },
): Words {
  const language = languageOf(host).toLowerCase().slice(0, 2);
  const own = window.samovarWords?.[language]?.[host.localName];
  return Object.assign({}, language === "ru" ? known.ru : known.en, own);
}

/**
 * A counted word. Its forms are `one|other` or `one|few|many`; for languages that have others an owner gives an object
 * by the names of `Intl.PluralRules`. `#` is where the number stands.
 */
export function count(
  language: string,
  number: number,
  forms: string | Readonly<Record<string, string>>,
): string {
  const rule = new Intl.PluralRules(language).select(number);
  const list = typeof forms === "string" ? forms.split("|") : undefined;
  const form = list ? list[["one", "few", "many"].indexOf(rule)] : Object(forms)[rule];
  return String(form ?? list?.at(-1) ?? Object(forms).other).replace("#", number.toLocaleString(language));
}
