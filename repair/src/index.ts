export { cardHeight, cardWidth } from "./card/press.ts";
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
