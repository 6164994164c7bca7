import { ActionIcon, Button, Group, NativeSelect, Text, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Input, Output } from "#src/api/operations.ts";
import { useAsk } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked } from "#src/shell/asked.tsx";
import { Page, Section } from "#src/shell/page.tsx";
import { Bars } from "./bars.tsx";
import { NarrowingBar } from "./narrowing-bar.tsx";
import { useNumbers } from "./narrowing.ts";
import classes from "./numbers.module.css";

type Asking = Input<"getFunnel">;
type Step = Asking["steps"][number];
type Kind = Step["kind"];

const kinds = [
  "view",
  "read",
  "share",
  "react",
  "comment",
  "subscribe",
  "search",
  "goal",
  "custom",
] as const satisfies readonly Kind[];
const windows = [30, 1440, 10_080, 43_200] as const;
const maxSteps = 10;
/** A name tells these apart. */
const named: ReadonlySet<Kind> = new Set<Kind>(["react", "subscribe", "search", "goal", "custom"]);

interface Draft {
  readonly key: number;
  readonly kind: Kind;
  readonly page: string;
  readonly name: string;
}

const draft = (key: number, kind: Kind): Draft => ({ key, kind, page: "", name: "" });

/** How many went through steps that one puts together, and where they were lost. */
export function FunnelPage() {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const [drafts, setDrafts] = useState<readonly Draft[]>([
    draft(1, "view"),
    draft(2, "read"),
    draft(3, "share"),
  ]);
  const [windowMinutes, setWindowMinutes] = useState<number>(24 * 60);
  const [steps, setSteps] = useState<readonly Step[]>(() => drafts.map(stepOf));
  const { from, to, siteId } = numbers.question;
  const report = useAsk("getFunnel", {
    from,
    to,
    ...(siteId !== undefined && { siteId }),
    steps: [...steps],
    windowMinutes,
  });
  const change = (next: Draft) => setDrafts(drafts.map((one) => (one.key === next.key ? next : one)));
  const add = () => setDrafts([...drafts, draft(Math.max(...drafts.map(({ key }) => key)) + 1, "goal")]);
  return (
    <Page wide title={t("funnels.title")} lead={t("funnels.lead")}>
      <NarrowingBar numbers={numbers} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setSteps(drafts.map(stepOf));
        }}
      >
        <ol className={classes.plain}>
          {drafts.map((one, index) => (
            <StepFields
              key={one.key}
              step={one}
              number={index + 1}
              onChange={change}
              {...(drafts.length > 2 && {
                onDrop: () => setDrafts(drafts.filter(({ key }) => key !== one.key)),
              })}
            />
          ))}
        </ol>
        <Group align="flex-end" gap="sm" mt="md" mb="lg">
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={add}
            disabled={drafts.length >= maxSteps}
          >
            {t("funnels.add")}
          </Button>
          <NativeSelect
            label={t("funnels.window")}
            value={String(windowMinutes)}
            onChange={(event) => setWindowMinutes(Number(event.currentTarget.value))}
            data={windows.map((value) => ({ value: String(value), label: t(`funnels.windows.${value}`) }))}
          />
          <Button type="submit">{t("funnels.count")}</Button>
        </Group>
      </form>
      <Section title={t("funnels.result")} lead={t("funnels.stranger")}>
        <Asked query={report}>{(found) => <Result steps={found.steps} />}</Asked>
      </Section>
    </Page>
  );
}

function stepOf({ kind, page, name }: Draft): Step {
  return {
    kind,
    ...(page.trim() !== "" && { page: page.trim() }),
    ...(named.has(kind) && name.trim() !== "" && { name: name.trim() }),
  };
}

interface StepFieldsProps {
  readonly step: Draft;
  readonly number: number;
  readonly onChange: (step: Draft) => void;
  readonly onDrop?: () => void;
}

function StepFields({ step, number, onChange, onDrop }: StepFieldsProps) {
  const { t } = useTranslation();
  return (
    <li className={classes.step}>
      <NativeSelect
        label={t("funnels.step", { number })}
        value={step.kind}
        onChange={(event) => {
          const kind = kinds.find((one) => one === event.currentTarget.value) ?? "view";
          onChange({ ...step, kind });
        }}
        data={kinds.map((value) => ({ value, label: t(`funnels.kinds.${value}`) }))}
      />
      <TextInput
        label={t("funnels.page")}
        maxLength={2048}
        value={step.page}
        onChange={(event) => onChange({ ...step, page: event.currentTarget.value })}
      />
      {named.has(step.kind) && (
        <TextInput
          label={t("funnels.name")}
          maxLength={200}
          value={step.name}
          onChange={(event) => onChange({ ...step, name: event.currentTarget.value })}
        />
      )}
      {onDrop && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t("funnels.drop", { number })}
          onClick={onDrop}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}

function Result({ steps }: { readonly steps: Output<"getFunnel">["steps"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (steps[0]?.visitors === 0) return <Text c="dimmed">{t("funnels.none")}</Text>;
  return (
    <Bars
      label={t("funnels.result")}
      rows={steps.map(({ kind, page, name, visitors, ofFirst, ofPrevious }, index) => ({
        name: [`${index + 1}. ${t(`funnels.kinds.${kind}`)}`, page, name].filter(Boolean).join(" "),
        value: visitors,
        ...(index > 0 && {
          note: t("funnels.shares", {
            first: format.percent(ofFirst),
            previous: format.percent(ofPrevious),
          }),
        }),
      }))}
    />
  );
}
