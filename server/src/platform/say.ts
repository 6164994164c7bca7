/**
 * Words for people, kept apart from the values in them, so that a surface can say them in the caller's language:
 * say`"${name}" is empty` has the template `"{0}" is empty`. English is the source; other languages are tables from
 * template to template (surfaces/words).
 */
export class Said {
  readonly template: string;
  readonly values: readonly SaidValue[];

  constructor(template: string, values: readonly SaidValue[]) {
    this.template = template;
    this.values = values;
  }

  /** In the words of a language; what its table does not know stays English. */
  in(tongue: Tongue): string {
    return (tongue.words[this.template] ?? this.template).replace(/\{(\d+)\}/g, (hole, index: string) =>
      Number(index) in this.values ? speak(this.values[Number(index)], tongue) : hole,
    );
  }

  toString(): string {
    return this.in(english);
  }
}

/** A language with its table: from an English template to its own. */
export interface Tongue {
  readonly language: "en" | "ru";
  readonly words: Words;
}

export type Words = Readonly<Record<string, string>>;

export const english: Tongue = { language: "en", words: {} };

/** What can be said in each language: our words, and those of a library that has its own tables. */
export interface Sayable {
  readonly in: (tongue: Tongue) => string;
}

/** A word that is known in both languages already, as a network's labels are. */
interface InBoth {
  readonly en: string;
  readonly ru: string;
}

export type SaidValue = string | number | null | undefined | Sayable | InBoth;

export function say(parts: TemplateStringsArray, ...values: readonly SaidValue[]): Said {
  return new Said(
    parts.reduce((text, part, index) => `${text}{${index - 1}}${part}`),
    values,
  );
}

export function speak(value: SaidValue, tongue: Tongue): string {
  if (typeof value !== "object" || value === null) return String(value);
  return "en" in value ? value[tongue.language] : value.in(tongue);
}
