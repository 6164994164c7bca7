import { type Feature, feature } from "#src/platform/operation/feature.ts";
import { deleteCardFont, listCardFonts, uploadCardFont } from "./card-fonts.ts";
import type { CardPrinter } from "./card-printer.ts";
import { changeCardTemplate, deleteCardTemplate } from "./change-card-template.ts";
import { getCardTemplate, listCardTemplates } from "./get-card-template.ts";
import { listCards } from "./list-cards.ts";
import { makePageCard } from "./make-page-card.ts";
import { previewCard } from "./preview-card.ts";

/** Card images: how those of each site look, and those that were made for its pages. */
export const cards = (printer: CardPrinter): Feature =>
  feature({
    name: "cards",
    operations: [
      listCardTemplates,
      getCardTemplate,
      changeCardTemplate,
      deleteCardTemplate,
      previewCard(printer),
      uploadCardFont,
      listCardFonts,
      deleteCardFont,
      makePageCard(printer),
      listCards,
    ],
  });

export { cardOf, columns as cardColumns } from "./card-row.ts";
export { createCardPrinter } from "./card-printer.ts";
export { cardRoutes } from "./routes.ts";
