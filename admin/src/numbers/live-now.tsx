import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Output } from "#src/api/operations.ts";
import { useAsk } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked } from "#src/shell/asked.tsx";
import { Section } from "#src/shell/page.tsx";
import classes from "./numbers.module.css";
import { useValueWords } from "./value-words.ts";

const everyMs = 15_000;

/** Who is there now, from events as they come. */
export function LiveNow({ siteId }: { readonly siteId: string | undefined }) {
  const { t } = useTranslation();
  const live = useAsk("getLiveView", siteId === undefined ? {} : { siteId }, { everyMs });
  return (
    <Section title={t("numbers.live.title")}>
      <Asked query={live}>{(found) => <Now live={found} />}</Asked>
    </Section>
  );
}

function Now({ live }: { readonly live: Output<"getLiveView"> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useValueWords();
  const most = Math.max(1, ...live.minutes.map(({ views }) => views));
  return (
    <>
      <Text>
        <span className={classes.figure}>{format.number(live.visitors)}</span>{" "}
        {t("numbers.live.people", { count: live.visitors })}
      </Text>
      <div className={classes.minutes} aria-hidden>
        {live.minutes.map(({ at, views }) => (
          <span
            key={at}
            style={{ blockSize: `${(views / most) * 100}%` }}
            title={`${format.time(at)}: ${views}`}
          />
        ))}
      </div>
      {live.pages.length === 0 ? (
        <Text c="dimmed">{t("numbers.live.nobody")}</Text>
      ) : (
        <ul className={classes.plain}>
          {live.pages.slice(0, 5).map(({ value, visitors }) => (
            <li key={value}>
              <span>{words("page", value)}</span> <span>{format.number(visitors)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
