import { Button, NativeSelect, Stack, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct, useAsk } from "#src/api/use-ask.ts";
import { Asked } from "#src/shell/asked.tsx";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import type { Settings } from "./element-kinds.ts";

interface PollProps {
  readonly siteId: string;
  readonly value: Settings[string] | undefined;
  readonly onChange: (pollId: string) => void;
}

/** Which of the site's polls the element shows; a new one is made here. */
export function PollSetting({ siteId, value, onChange }: PollProps) {
  const { t } = useTranslation();
  const polls = useAsk("listPolls", { siteId, limit: 100 });
  return (
    <Stack>
      <Asked query={polls} rows={1}>
        {({ items }) =>
          items.length > 0 && (
            <NativeSelect
              label={t("elements.poll.one")}
              value={typeof value === "string" ? value : ""}
              onChange={(event) => onChange(event.currentTarget.value)}
              data={[
                { value: "", label: t("elements.poll.choose") },
                ...items.map(({ id, question }) => ({ value: id, label: question })),
              ]}
            />
          )
        }
      </Asked>
      <NewPoll siteId={siteId} onMade={onChange} />
    </Stack>
  );
}

function NewPoll({ siteId, onMade }: { readonly siteId: string; readonly onMade: (id: string) => void }) {
  const { t } = useTranslation();
  const [question, setQuestion] = useState("");
  const [answers, setAnswers] = useState("");
  const create = useAct("createPoll", {
    stales: ["listPolls"],
    done: ({ id }) => {
      onMade(id);
      setQuestion("");
      setAnswers("");
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const options = answers.split("\n").filter((line) => line.trim() !== "");
        create.mutate({ siteId, question, options });
      }}
    >
      <Stack>
        <TextInput
          label={t("elements.poll.question")}
          required
          maxLength={300}
          value={question}
          onChange={(event) => setQuestion(event.currentTarget.value)}
        />
        <Textarea
          label={t("elements.poll.answers")}
          description={t("elements.poll.answersHint")}
          required
          autosize
          minRows={2}
          value={answers}
          onChange={(event) => setAnswers(event.currentTarget.value)}
        />
        {create.error && <ProblemNote failure={create.error} />}
        <div>
          <Button type="submit" variant="default" loading={create.isPending}>
            {t("elements.poll.create")}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
