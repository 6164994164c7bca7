import { Anchor, Button, Group, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked } from "#src/shell/asked.tsx";
import classes from "./answers.module.css";
import { Marked } from "./marked.tsx";

/** Asks the site's search as a visitor would, with what the order is by. */
export function TryBox({ siteId }: { readonly siteId: string }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [query, setQuery] = useState("");
  return (
    <>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          setQuery(typed.trim());
        }}
      >
        <Group align="end" mb="lg">
          <TextInput
            style={{ flex: "1 1 240px" }}
            maw={560}
            type="search"
            maxLength={200}
            label={t("answers.try.label")}
            description={t("answers.try.hint")}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" disabled={typed.trim() === ""}>
            {t("answers.try.find")}
          </Button>
        </Group>
      </form>
      {query !== "" && <Found siteId={siteId} query={query} />}
    </>
  );
}

function Found({ siteId, query }: { readonly siteId: string; readonly query: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const found = useAsk("tryAnswers", { siteId, q: query });
  return (
    <Asked query={found}>
      {({ isFound, corrected, answers }) => (
        <>
          <Text role="status" mb="sm">
            {isFound
              ? t("answers.try.found", { count: answers.length })
              : t(answers.length > 0 ? "answers.try.near" : "answers.try.nothing")}
            {corrected !== null && ` ${t("answers.try.corrected", { corrected })}`}
          </Text>
          <ul className={classes.rows}>
            {answers.map((answer) => (
              <li key={answer.id}>
                <div className={`${classes.what} ${classes.passage}`}>
                  <h2>
                    <Anchor inherit href={answer.url} target="_blank" rel="noreferrer">
                      <Marked html={answer.titleHtml} />
                    </Anchor>
                  </h2>
                  <Text size="sm" c="dimmed">
                    {[
                      t(`answers.kinds.${answer.kind}`),
                      answer.heading,
                      t("answers.try.held", { held: format.percent(answer.held) }),
                    ]
                      .filter((part) => part !== null)
                      .join(" · ")}
                  </Text>
                  <Text size="sm" mt={4}>
                    <Marked html={answer.html} />
                  </Text>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </Asked>
  );
}
