import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { ProblemNote } from "#src/shell/problem-note.tsx";

/** What the scorers say of a text by now; nothing is kept. */
export function TryText({ siteId }: { readonly siteId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [text, setText] = useState("");
  const score = useAct("scoreSampleText");
  const percent = (value: number) => format.number(Math.round(value * 100));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        score.mutate({ siteId, text });
      }}
    >
      <Textarea
        label={t("comments.try.label")}
        mt="md"
        maw={720}
        autosize
        minRows={2}
        maxLength={10_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" mt="xs" loading={score.isPending} disabled={text.trim() === ""}>
        {t("comments.try.do")}
      </Button>
      <div role="status">
        {score.data && (
          <p>
            {t("comments.try.said", {
              spam: percent(score.data.spamScore),
              toxicity: percent(score.data.toxicityScore),
            })}
          </p>
        )}
      </div>
      <ProblemNote failure={score.error} />
    </form>
  );
}
