/** The app's own words, so that a journey presses what a person reads, whatever it is called today. */
import { readFileSync } from "node:fs";

type Tree = { readonly [key: string]: string | Tree };

export type Language = "en" | "ru";
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** Answers the text of a key, with its gaps filled. Throws where the app has no such words. */
export function wordsIn(language: Language): Say {
  const file = new URL(`../admin/src/locales/${language}.json`, import.meta.url);
  const tree: Tree = JSON.parse(readFileSync(file, "utf8"));
  return (key, values = {}) => {
    const found = key
      .split(".")
      .reduce<string | Tree | undefined>((at, part) => (typeof at === "object" ? at[part] : undefined), tree);
    if (typeof found !== "string") throw new Error(`The app has no words "${key}" in ${language}`);
    return found.replaceAll(/{{\s*(\w+)[^}]*}}/g, (_, name: string) => String(values[name] ?? ""));
  };
}
