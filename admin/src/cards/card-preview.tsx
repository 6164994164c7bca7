import { Alert, Chip, Group, Skeleton, Switch, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Output } from "#src/api/operations.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import { type CardDraft, isDrawable, wishOf } from "./card-draft.ts";
import classes from "./cards.module.css";
import { publishedOn, samples } from "./samples.ts";
import { useCardPreview } from "./use-card-preview.ts";

interface CardPreviewProps {
  readonly siteId: string;
  readonly draft: CardDraft;
}

/** How the draft looks with a title of one's own, or with one of those that are hard. */
export function CardPreview({ siteId, draft }: CardPreviewProps) {
  const { t } = useTranslation();
  const [sample, setSample] = useState<(typeof samples)[number]>(samples[0]);
  const [typed, setTyped] = useState<string>();
  const [withPicture, setWithPicture] = useState(true);
  const title = typed ?? sample.title;
  const { author, language } = sample;
  const content = { title, author, language, publishedOn };
  const preview = useCardPreview({ siteId, ...wishOf(draft), content, withPicture }, isDrawable(draft));
  const isPhotographic = draft.layout === "photo-background" || draft.layout === "photo-side";
  const choose = (id: string) => {
    setSample(samples.find((each) => each.id === id) ?? samples[0]);
    setTyped(undefined);
  };
  return (
    <section className={classes.preview} aria-label={t("cards.preview.title")}>
      <Picture card={preview.data} title={title} isLate={preview.isFetching} />
      <ProblemNote failure={preview.error} onRetry={() => void preview.refetch()} />
      <Notes notes={preview.data?.notes ?? []} />
      <TextInput
        label={t("cards.preview.sampleTitle")}
        value={title}
        dir="auto"
        maxLength={1000}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Chip.Group value={typed === undefined ? sample.id : ""} onChange={choose}>
        <Group gap={6} role="radiogroup" aria-label={t("cards.preview.samples")}>
          {samples.map(({ id }) => (
            <Chip key={id} value={id} size="xs">
              {t(`cards.preview.sample.${id}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {isPhotographic && (
        <Switch
          label={t("cards.preview.withPicture")}
          checked={withPicture}
          onChange={(event) => setWithPicture(event.currentTarget.checked)}
        />
      )}
    </section>
  );
}

interface PictureProps {
  readonly card: Output<"previewCard"> | undefined;
  readonly title: string;
  readonly isLate: boolean;
}

/** The card whole, and as messengers show it that cut a square out of the middle. */
function Picture({ card, title, isLate }: PictureProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!card) return <Skeleton className={classes.card} />;
  return (
    <>
      <img
        className={classes.card}
        src={card.image}
        alt={t("cards.preview.alt", { title })}
        width={1200}
        height={630}
        aria-busy={isLate}
      />
      <Group gap="sm" wrap="nowrap">
        <img className={classes.square} src={card.image} alt="" />
        <Text size="sm" c="dimmed">
          {t("cards.preview.square", { size: format.number(Math.ceil(card.byteLength / 1000)) })}
        </Text>
      </Group>
    </>
  );
}

function Notes({ notes }: { readonly notes: Output<"previewCard">["notes"] }) {
  const { t } = useTranslation();
  return (
    <div aria-live="polite">
      {notes.map((note) => (
        <Alert key={note} color="yellow" p="xs" mb={6}>
          {t(`cards.notes.${note}`)}
        </Alert>
      ))}
    </div>
  );
}
