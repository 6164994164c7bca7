import { SegmentedControl, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PreviewCard } from "#src/api/operations.ts";
import { Section } from "#src/shell/page.tsx";
import { ShadowHtml } from "./shadow-html.tsx";
import classes from "./audit.module.css";

interface CardPreviewsProps {
  readonly cards: readonly PreviewCard[];
  readonly styles: string;
}

const themes = ["light", "dark"] as const;
type Theme = (typeof themes)[number];

/** The page's card as each network would show it. */
export function CardPreviews({ cards, styles }: CardPreviewsProps) {
  const { t } = useTranslation();
  const [theme, setTheme] = useState<Theme>("light");
  if (cards.length === 0) return null;
  return (
    <Section
      title={t("audit.cards.title")}
      lead={t("audit.cards.lead")}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t("audit.cards.theme")}
          value={theme}
          onChange={(value) => setTheme(themes.find((each) => each === value) ?? "light")}
          data={themes.map((value) => ({ value, label: t(`audit.cards.${value}`) }))}
        />
      }
    >
      <div className={classes.cards}>
        {cards.map((card) => (
          <figure key={card.network} className={classes.cardFigure}>
            <figcaption>{card.name}</figcaption>
            <ShadowHtml
              className={classes.stage}
              data-theme={theme}
              html={card.html[theme]}
              styles={styles}
            />
            {card.notes.map((note) => (
              <Text key={note} size="sm">
                {note}
              </Text>
            ))}
            <Origins card={card} />
          </figure>
        ))}
      </div>
    </Section>
  );
}

/** Which tag each piece came from, and why that one. */
function Origins({ card }: { readonly card: PreviewCard }) {
  const { t } = useTranslation();
  const texts = (["title", "description", "siteName", "author"] as const).flatMap((part) => {
    const field = card[part];
    return field ? [{ part, shown: field.shown, from: field.from, why: field.why }] : [];
  });
  const image = card.image
    ? [{ part: "image" as const, shown: card.image.url, from: card.image.from, why: card.image.why }]
    : [];
  const origins = [...texts, ...image];
  if (origins.length === 0) return null;
  return (
    <details className={classes.why}>
      <summary>{t("audit.cards.origins", { name: card.name })}</summary>
      <dl className={classes.origins}>
        {origins.map(({ part, shown, from, why }) => (
          <div key={part}>
            <dt>{t(`audit.cards.parts.${part}`)}</dt>
            <dd>
              {shown}
              <code>{from}</code>
              <span className="dimmed">{why}</span>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
