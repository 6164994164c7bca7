import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Publication } from "#src/api/operations.ts";
import { useAsk } from "#src/api/use-ask.ts";
import classes from "./posts.module.css";

const fields = ["title", "description", "siteName", "imageUrl", "card"] as const;

/** Where the network made another card of the page than was foreseen. */
export function CardDifferences({ publication }: { readonly publication: Publication }) {
  const { t, i18n } = useTranslation();
  const { data } = useAsk(
    "listCardDifferences",
    { limit: 100 },
    { enabled: publication.state === "published" },
  );
  const own = data?.items.find(({ id }) => id === publication.id);
  if (!own) return null;
  const language = i18n.language === "ru" ? "ru" : "en";
  return (
    <details>
      <summary className={classes.more}>
        {t("posts.card.summary", { count: own.differences.length, network: publication.network.name })}
      </summary>
      <dl className={classes.differences}>
        {own.differences.map(({ field, predicted, shown, question }) => (
          <div key={field}>
            <dt>{t(`posts.card.fields.${fields.find((each) => each === field) ?? "card"}`)}</dt>
            <dd>
              <span>{t("posts.card.predicted", { text: predicted ?? t("posts.card.nothing") })}</span>
              <span>{t("posts.card.shown", { text: shown ?? t("posts.card.nothing") })}</span>
              <Text span size="sm" c="dimmed">
                {question[language]}
              </Text>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
