import type { Entry, Phase } from "../inquiry.ts";

/** The owner's own lists. What he lets pass is asked nothing more; otherwise the gravest entry speaks. */
export const lists: Phase = {
  name: "lists",
  look({ entries, reading }) {
    const text = ` ${reading.words.join(" ")} `;
    const met = entries.filter(({ kind, pattern }) => kind !== "word" || holds(text, pattern));
    const entry = bySeverity.map((effect) => met.find((one) => one.effect === effect)).find(Boolean);
    if (!entry) return undefined;
    const { kind, effect, pattern } = entry;
    return {
      decision: effect === "allow" || effect === "hold" ? effect : "reject",
      code: `${kind}_${effect}`,
      ...(kind !== "address" && { detail: pattern.slice(0, 100) }),
    };
  },
};

const bySeverity: readonly Entry["effect"][] = ["reject", "allow", "hold"];

/** A word or words in a row; a star at the end stands for any ending. */
const holds = (text: string, pattern: string) =>
  pattern.endsWith("*") ? text.includes(` ${pattern.slice(0, -1)}`) : text.includes(` ${pattern} `);
