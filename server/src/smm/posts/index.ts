export { type PublishedRow, publicationsBetween } from "./publications-between.ts";
