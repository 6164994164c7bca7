export { buckets, type Features, featuresOf } from "./features.ts";
export { type Example, learn, type Model, newModel, scoreOf } from "./model.ts";
export { packFeatures, packWeights, unpackFeatures, unpackWeights } from "./packing.ts";
export { type Scorer, scorers } from "./prior.ts";
export { readText, type Reading } from "./words.ts";
