import {
  Button,
  Group,
  Modal,
  NativeSelect,
  NumberInput,
  Stack,
  Switch,
  Textarea,
  TextInput,
} from "@mantine/core";
import { type ChangeEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Row } from "#src/api/operations.ts";
import { faultsByField } from "#src/api/problem.ts";
import { useAct } from "#src/api/use-ask.ts";
import { listKinds } from "#src/lists/list-kinds.ts";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import { draftOf, settingsOf, type RuleDraft } from "./rule-draft.ts";

type Rule = Row<"listWelcomeRules">;

interface RuleDialogProps {
  readonly siteId: string;
  readonly rule?: Rule;
  readonly onClose: () => void;
}

/** One greeting: who came from where, and what the page says. */
export function RuleDialog({ siteId, rule, onClose }: RuleDialogProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => draftOf(rule));
  const options = { stales: ["listWelcomeRules"] as const, done: onClose };
  const create = useAct("createWelcomeRule", options);
  const change = useAct("changeWelcomeRule", options);
  const failure = create.error ?? change.error;
  const put = (part: Partial<RuleDraft>) => setDraft((before) => ({ ...before, ...part }));
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={rule ? rule.name : t("welcome.new")}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const settings = settingsOf(draft);
          if (rule) change.mutate({ id: rule.id, revision: rule.revision, ...settings });
          else create.mutate({ siteId, ...settings });
        }}
      >
        <Stack>
          <RuleFields draft={draft} put={put} faults={faultsByField(failure)} />
          <ProblemNote failure={failure} />
          <Group justify="flex-end">
            <Button type="submit" loading={create.isPending || change.isPending}>
              {t("welcome.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface RuleFieldsProps {
  readonly draft: RuleDraft;
  readonly put: (part: Partial<RuleDraft>) => void;
  readonly faults: Readonly<Record<string, string>>;
}

function RuleFields({ draft, put, faults }: RuleFieldsProps) {
  const { t } = useTranslation();
  const text = (name: "name" | "campaign" | "followUrl" | "followLabelEn" | "followLabelRu") => ({
    value: draft[name],
    error: faults[name],
    onChange: (event: ChangeEvent<HTMLInputElement>) => put({ [name]: event.currentTarget.value }),
  });
  const number = (name: "holdOutPercent" | "everyDays" | "place") => ({
    value: draft[name],
    error: faults[name],
    allowDecimal: false,
    onChange: (value: number | string) => put({ [name]: Number(value) }),
  });
  return (
    <>
      <Switch
        label={t("welcome.isOn")}
        checked={draft.isOn}
        onChange={(event) => put({ isOn: event.currentTarget.checked })}
      />
      <TextInput
        label={t("welcome.name")}
        description={t("welcome.nameHint")}
        required
        maxLength={120}
        {...text("name")}
      />
      <Textarea
        label={t("welcome.sources")}
        description={t("welcome.sourcesHint")}
        autosize
        value={draft.sources}
        error={faults["sources"]}
        onChange={(event) => put({ sources: event.currentTarget.value })}
      />
      <NativeSelect
        label={t("welcome.arrivedBy")}
        value={draft.arrivedBy}
        onChange={(event) => put({ arrivedBy: event.currentTarget.value })}
        data={(["any", "link", "share"] as const).map((value) => ({
          value,
          label: t(`welcome.arrivals.${value}`),
        }))}
      />
      <TextInput
        label={t("welcome.campaign")}
        description={t("welcome.campaignHint")}
        {...text("campaign")}
      />
      <NativeSelect
        label={t("welcome.visitors")}
        description={t("welcome.visitorsHint")}
        value={draft.visitors}
        onChange={(event) => put({ visitors: event.currentTarget.value })}
        data={(["all", "newcomers", "regulars"] as const).map((value) => ({
          value,
          label: t(`welcome.whom.${value}`),
        }))}
      />
      {(["textEn", "textRu"] as const).map((name) => (
        <Textarea
          key={name}
          label={t(`welcome.${name}`)}
          description={t("welcome.textHint")}
          autosize
          maxLength={400}
          value={draft[name]}
          error={faults[name]}
          onChange={(event) => put({ [name]: event.currentTarget.value })}
        />
      ))}
      <NativeSelect
        label={t("welcome.list")}
        value={draft.listKey}
        onChange={(event) => put({ listKey: event.currentTarget.value })}
        data={[
          { value: "", label: t("welcome.noList") },
          ...listKinds.map((value) => ({ value, label: t(`lists.kinds.${value}`) })),
        ]}
      />
      <TextInput label={t("welcome.followUrl")} type="url" placeholder="https://" {...text("followUrl")} />
      <TextInput label={t("welcome.followLabelEn")} maxLength={80} {...text("followLabelEn")} />
      <TextInput label={t("welcome.followLabelRu")} maxLength={80} {...text("followLabelRu")} />
      <NumberInput label={t("welcome.holdOut")} min={0} max={50} {...number("holdOutPercent")} />
      <NumberInput label={t("welcome.everyDays")} min={1} max={365} {...number("everyDays")} />
      <NumberInput
        label={t("welcome.place")}
        description={t("welcome.placeHint")}
        min={0}
        max={10_000}
        {...number("place")}
      />
    </>
  );
}
