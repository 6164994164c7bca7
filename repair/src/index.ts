export { cardHeight, cardWidth, isFont } from "./card/press.ts";
export {
  type CardRenderer,
  createCardRenderer,
  hashCard,
  maxCardBytes,
  renderCard,
} from "./card/render-card.ts";
export {
  type Card,
  type CardAssets,
  CardContent,
  type CardLayout,
  cardLayouts,
  type CardNote,
  CardTemplate,
} from "./card/template.ts";
export { makeTags } from "./tags/make-tags.ts";
export { mendHead, mendHeadStream, type MendOptions } from "./tags/mend-head.ts";
export type {
  ArticleTags,
  Feed,
  PageHead,
  PageTags,
  SiteProfile,
  SiteScript,
  TagImage,
} from "./tags/page-tags.ts";
export { wishFor, type WishOptions } from "./tags/wish-for.ts";
export { createMendingProxy, type MendingProxy } from "./proxy/create-mending-proxy.ts";
export type { CardOptions, MendingProxyOptions, ProxyLimits, ShieldOptions } from "./proxy/options.ts";
export type { SamovarSite } from "./tags/learn-profile.ts";
export { SiteProfile as SiteProfileSchema } from "./tags/site-profile.ts";
export { mendNodePages, type NodeMiddleware } from "./middleware/mend-node-pages.ts";
export { type FetchMiddleware, mendResponses } from "./middleware/mend-responses.ts";
export type { MiddlewareOptions } from "./middleware/page-mending.ts";
export { engines } from "./engines/index.ts";
export {
  type Engine,
  type EngineAccess,
  EngineFailure,
  type EngineId,
  engineIds,
  type EnginePage,
  type EngineValues,
} from "./engines/engine.ts";
