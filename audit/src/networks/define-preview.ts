import type { Reading } from "../preview/card.ts";
import { predictCard } from "../preview/predict-card.ts";
import type { NetworkFacts, Recipe } from "../preview/recipe.ts";
import type { PreviewNetwork } from "./network.ts";

/**
 * A reader of pages out of what is known of it and of how it makes a card; a function, where the page decides which way
 * it goes.
 */
export const definePreview = (
  facts: NetworkFacts,
  recipe: Recipe | ((reading: Reading) => Recipe),
): PreviewNetwork => ({
  ...facts,
  predict: (reading) => predictCard(facts, typeof recipe === "function" ? recipe(reading) : recipe, reading),
});
