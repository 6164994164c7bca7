import { choice } from "./letter-page.ts";
import type { LettersWords } from "./letters-words.ts";
import type { SubscriptionSettings, Topic } from "./read-settings.ts";
import type { Wishes } from "./wishes.ts";

interface Offered {
  readonly words: LettersWords;
  readonly settings: SubscriptionSettings;
  readonly topics: readonly Topic[];
  readonly wishes: Wishes;
}

/** The fields of topics, frequency and language, as far as there is something to choose. */
export function wishesFields({ words, settings, topics, wishes }: Offered): string {
  const { frequencies } = settings;
  const languages = { en: "English", ru: "Русский" };
  return [
    topics.length < 2
      ? ""
      : choice({
          type: "checkbox",
          name: "topics",
          legend: words.topics,
          note: words.allTopics,
          options: topics.map(({ id, name }) => ({
            value: id,
            label: name,
            isChosen: wishes.topics.includes(id),
          })),
        }),
    frequencies.length < 2
      ? ""
      : choice({
          type: "radio",
          name: "frequency",
          legend: words.frequency,
          options: frequencies.map((value) => ({
            value,
            label: words[value],
            isChosen: value === wishes.frequency,
          })),
        }),
    choice({
      type: "radio",
      name: "language",
      legend: words.language,
      options: (["ru", "en"] as const).map((value) => ({
        value,
        label: languages[value],
        isChosen: value === wishes.language,
      })),
    }),
  ].join("\n");
}
