import { feature } from "#src/platform/operation/feature.ts";
import { createLink } from "./create-link.ts";
import { getLink } from "./get-link.ts";
import { listLinks } from "./list-links.ts";

export const links = feature({ name: "links", operations: [createLink, listLinks, getLink] });

export { createLinkFinder, type FindLink, type LinkTarget } from "./link-finder.ts";
export { findLinkOfPublication, type LinkRow, type LinkToMint, mintLink } from "./mint-link.ts";
export { createRedirect, type RedirectDeps } from "./redirect.ts";
export { Link, NewLink, Slug, Target } from "./schema.ts";
export { shortUrlOf } from "./short-url.ts";
