import { feature } from "#src/platform/operation/feature.ts";
import { changeMedia, deleteMedia } from "./change-media.ts";
import { getMedia, listMedia } from "./get-media.ts";
import { uploadMedia } from "./upload-media.ts";

/** Pictures: uploaded once, described once, made to fit each network. */
export const media = feature({
  name: "media",
  operations: [uploadMedia, listMedia, getMedia, changeMedia, deleteMedia],
});

export { fitForeignPicture, type PictureBounds, type Rendition, renditionFor } from "./rendition.ts";
export { mediaRoutes } from "./routes.ts";
export { Media } from "./schema.ts";
export { findMedia, holdMedia, mediaOf, originalKey, readMedia, type StoredMedia } from "./stored-media.ts";
