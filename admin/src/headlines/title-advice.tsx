import { Button, Group, Progress, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Output } from "#src/api/operations.ts";
import { faultsByField } from "#src/api/problem.ts";
import { useAct } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import classes from "./headlines.module.css";
import { linesOf } from "./new-test-form.tsx";

type Advice = Output<"adviseTitles">["items"][number];

/** Titles are judged before a test: advice with its error, and no lock on any door. */
export function TitleAdvice() {
  const { t } = useTranslation();
  const [titles, setTitles] = useState("");
  const [url, setUrl] = useState("");
  const judge = useAct("adviseTitles");
  const faults = faultsByField(judge.error);
  return (
    <Stack>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          judge.mutate({ titles: linesOf(titles), ...(url.trim() !== "" && { url: url.trim() }) });
        }}
      >
        <Stack>
          <Textarea
            label={t("headlines.form.titles")}
            description={t("headlines.advice.titlesHint")}
            required
            autosize
            minRows={2}
            maxRows={6}
            value={titles}
            error={faults["titles"]}
            onChange={(event) => setTitles(event.currentTarget.value)}
          />
          <TextInput
            label={t("headlines.advice.url")}
            description={t("headlines.advice.urlHint")}
            type="url"
            placeholder="https://"
            value={url}
            error={faults["url"]}
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
          <ProblemNote failure={judge.error} />
          <Group>
            <Button type="submit" variant="default" loading={judge.isPending}>
              {t("headlines.advice.judge")}
            </Button>
          </Group>
        </Stack>
      </form>
      <div aria-live="polite">
        {judge.data && (
          <ul className={classes.advice}>
            {judge.data.items.map((advice, at) => (
              <AdviceItem key={at} advice={advice} />
            ))}
          </ul>
        )}
      </div>
    </Stack>
  );
}

function AdviceItem({ advice }: { readonly advice: Advice }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { title, curiosity, curiosityError, honesty, missing, winChance, language } = advice;
  return (
    <li>
      <Text fw={600}>{title}</Text>
      <dl className={classes.marks}>
        {curiosity !== null && (
          <Mark name={t("headlines.advice.curiosity")} value={curiosity}>
            {t("headlines.advice.withError", {
              value: format.percent(curiosity),
              error: format.percent(curiosityError ?? 0),
            })}
          </Mark>
        )}
        {honesty !== null && (
          <Mark name={t("headlines.advice.honesty")} value={honesty}>
            {format.percent(honesty)}
          </Mark>
        )}
        {winChance !== null && (
          <Mark name={t("headlines.advice.winChance")} value={winChance}>
            {format.percent(winChance)}
          </Mark>
        )}
      </dl>
      {missing.length > 0 && (
        <Text size="sm" c="dimmed">
          {t("headlines.advice.missing", { words: format.list(missing) })}
        </Text>
      )}
      {language === "other" && (
        <Text size="sm" c="dimmed">
          {t("headlines.advice.onlyEnglish")}
        </Text>
      )}
    </li>
  );
}

function Mark({
  name,
  value,
  children,
}: {
  readonly name: string;
  readonly value: number;
  readonly children: string;
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Progress value={value * 100} size="sm" aria-hidden />
        {children}
      </dd>
    </div>
  );
}
