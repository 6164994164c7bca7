import { Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Output, Publication } from "#src/api/operations.ts";
import { useAsk } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked } from "#src/shell/asked.tsx";
import { useStepWords } from "./step-words.ts";
import classes from "./posts.module.css";

type Step = Output<"getPublication">["steps"][number];

/** What happened to it, step by step: nothing is lost silently. Asked for when it is opened. */
export function Ledger({ publication }: { readonly publication: Publication }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(publication.choices.length > 0);
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={classes.more}>{t("posts.ledger")}</summary>
      {isOpen && <Steps id={publication.id} />}
    </details>
  );
}

const watchMs = 5000;

function Steps({ id }: { readonly id: string }) {
  const publication = useAsk("getPublication", { id }, { everyMs: watchMs });
  return (
    <Asked query={publication} rows={3}>
      {({ steps }) => (
        <ol className={classes.ledger}>
          {steps.map((step) => (
            <StepRow key={step.id} step={step} />
          ))}
        </ol>
      )}
    </Asked>
  );
}

function StepRow({ step }: { readonly step: Step }) {
  const format = useFormat();
  const { textOf, actorOf } = useStepWords();
  return (
    <li>
      <p>{textOf(step)}</p>
      {step.words && (
        <Text component="p" size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
          <q>{step.words}</q>
        </Text>
      )}
      <Text component="p" size="xs" c="dimmed">
        <time dateTime={step.at}>{format.dateTime(step.at)}</time> · {actorOf(step)}
      </Text>
    </li>
  );
}
