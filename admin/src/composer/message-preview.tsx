import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Media, Preview } from "#src/api/operations.ts";
import classes from "./composer.module.css";
import { hostOf, partsOf } from "./linked-text.ts";

interface MessagePreviewProps {
  readonly avatar: ReactNode;
  readonly name: string;
  readonly handle: string;
  readonly text: string;
  readonly pictures: readonly Pick<Media, "id" | "thumbnailUrl" | "alt">[];
  readonly card: Preview["card"];
}

/** A message as clients of most networks draw it. */
export function MessagePreview({ avatar, name, handle, text, pictures, card }: MessagePreviewProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.message}>
      <div>{avatar}</div>
      <div className={classes.messageBody}>
        <div className={classes.author}>
          <strong>{name}</strong>
          <span>
            {handle} · {t("composer.justNow")}
          </span>
        </div>
        {text === "" ? (
          <Text c="dimmed" mt={4}>
            {t("composer.emptyPreview")}
          </Text>
        ) : (
          <p className={classes.messageText}>
            {partsOf(text).map((part, index) =>
              part.kind === "text" ? (
                part.text
              ) : (
                <span key={index} className={classes.linkLike}>
                  {part.kind === "link" ? part.text.replace(/^https?:\/\//, "") : part.text}
                </span>
              ),
            )}
          </p>
        )}
        {pictures.length > 0 && (
          <div className={classes.grid} data-count={Math.min(pictures.length, 2)}>
            {pictures.map(({ id, thumbnailUrl, alt }) => (
              <img key={id} src={thumbnailUrl} alt={alt} />
            ))}
          </div>
        )}
        {card && pictures.length === 0 && <LinkCard card={card} />}
      </div>
    </div>
  );
}

function LinkCard({ card }: { readonly card: NonNullable<Preview["card"]> }) {
  return (
    <div className={classes.card}>
      {card.image && <img src={card.image} alt="" />}
      <div>
        <p className="dimmed">{hostOf(card.url)}</p>
        <p>
          <strong>{card.title}</strong>
        </p>
        <Text size="sm" c="dimmed" lineClamp={2}>
          {card.description}
        </Text>
      </div>
    </div>
  );
}
