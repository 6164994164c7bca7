import { Button, Group, NativeSelect, NumberInput, PasswordInput, Switch } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Output } from "#src/api/operations.ts";
import { useSession } from "#src/api/session.tsx";
import { useAct } from "#src/api/use-ask.ts";
import { Section } from "#src/shell/page.tsx";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import classes from "./comments.module.css";

type Settings = Output<"getModerationSettings">;
type Rules = Settings["rules"];

const holdFirst = ["always", "links", "never"] as const;

/** Numbers as people read them: shares in per cent. */
const numbers = [
  { name: "maxLinks", min: 0, max: 100, step: 1 },
  { name: "perAddress", min: 1, max: 1000, step: 1 },
  { name: "perAuthor", min: 1, max: 1000, step: 1 },
  { name: "perSite", min: 5, max: 100_000, step: 5 },
  { name: "fastestMs", min: 0, max: 60_000, step: 500 },
  { name: "lessonsToReject", min: 0, max: 100_000, step: 10 },
] as const;
const shares = ["spamHold", "spamReject", "toxicityHold"] as const;

export function RulesForm({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const [rules, setRules] = useState<Rules>(settings.rules);
  const [key, setKey] = useState("");
  const change = useAct("changeModerationSettings", {
    stales: ["getModerationSettings"],
    done: () => setKey(""),
  });
  const set = (changed: Partial<Rules>) => setRules((before) => ({ ...before, ...changed }));
  const mayNot = !can("comments.moderate");
  return (
    <Section title={t("comments.rules.form")} lead={t("comments.rules.formLead")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const akismetKey = key.trim() === "" ? {} : { akismetKey: key.trim() };
          change.mutate({ siteId: settings.siteId, rules, ...akismetKey });
        }}
      >
        <div className={classes.form}>
          <NativeSelect
            label={t("comments.rules.holdFirst.label")}
            description={t("comments.rules.holdFirst.lead")}
            disabled={mayNot}
            value={rules.holdFirst}
            onChange={(event) =>
              set({ holdFirst: holdFirst.find((each) => each === event.currentTarget.value) ?? "always" })
            }
            data={holdFirst.map((value) => ({ value, label: t(`comments.rules.holdFirst.${value}`) }))}
          />
          <NativeSelect
            label={t("comments.rules.trustedFrom.label")}
            description={t("comments.rules.trustedFrom.lead")}
            disabled={mayNot}
            value={String(rules.trustedFrom)}
            onChange={(event) => set({ trustedFrom: Number(event.currentTarget.value) })}
            data={([1, 2, 3, 4] as const).map((level) => ({
              value: String(level),
              label: t(`comments.trust.${level}`),
            }))}
          />
          {shares.map((name) => (
            <NumberInput
              key={name}
              label={t(`comments.rules.${name}.label`)}
              description={t(`comments.rules.${name}.lead`)}
              disabled={mayNot}
              suffix=" %"
              min={1}
              max={100}
              allowDecimal={false}
              value={Math.round((rules[name] ?? 1) * 100)}
              onChange={(value) => set({ [name]: Math.min(100, Number(value)) / 100 })}
            />
          ))}
          {numbers.map(({ name, ...bounds }) => (
            <NumberInput
              key={name}
              label={t(`comments.rules.${name}.label`)}
              description={t(`comments.rules.${name}.lead`)}
              disabled={mayNot}
              allowDecimal={false}
              {...bounds}
              value={rules[name] ?? bounds.min}
              onChange={(value) => set({ [name]: Number(value) })}
            />
          ))}
          <Switch
            label={t("comments.rules.proofOfWork.label")}
            description={t("comments.rules.proofOfWork.lead")}
            disabled={mayNot}
            checked={rules.proofOfWork}
            onChange={(event) => set({ proofOfWork: event.currentTarget.checked })}
          />
          <Switch
            label={t("comments.rules.akismet.label")}
            description={t("comments.rules.akismet.lead")}
            disabled={mayNot}
            checked={rules.akismet}
            onChange={(event) => set({ akismet: event.currentTarget.checked })}
          />
          {rules.akismet && (
            <PasswordInput
              label={t("comments.rules.akismetKey.label")}
              description={t(
                settings.hasAkismetKey ? "comments.rules.akismetKey.has" : "comments.rules.akismetKey.lead",
              )}
              disabled={mayNot}
              autoComplete="off"
              maxLength={200}
              value={key}
              onChange={(event) => setKey(event.currentTarget.value)}
            />
          )}
        </div>
        <ProblemNote failure={change.error} />
        <Group mt="md" mb="lg">
          <Button type="submit" loading={change.isPending} disabled={mayNot}>
            {t("action.save")}
          </Button>
          <span role="status">{change.isSuccess && t("state.saved")}</span>
        </Group>
      </form>
    </Section>
  );
}
