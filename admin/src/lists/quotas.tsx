import { ActionIcon, Button, Group, NumberInput, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Section } from "#src/shell/page.tsx";
import type { ListDraft } from "./list-draft.ts";
import classes from "./lists.module.css";

type Quota = ListDraft["quotas"][number];

interface QuotasProps {
  readonly quotas: readonly Quota[];
  readonly onChange: (quotas: Quota[]) => void;
}

/** How many pages of one part of the site may stand in the list at once. */
export function Quotas({ quotas, onChange }: QuotasProps) {
  const { t } = useTranslation();
  const [prefix, setPrefix] = useState("");
  const [max, setMax] = useState<number | string>(1);
  return (
    <Section title={t("lists.quotas")} lead={t("lists.quotasLead")}>
      <ul className={classes.pins}>
        {quotas.map((quota, index) => (
          <li key={quota.prefix}>
            <span>
              {quota.prefix}: {quota.max}
            </span>
            <ActionIcon
              variant="subtle"
              aria-label={t("lists.removeQuota", { prefix: quota.prefix })}
              onClick={() => onChange(quotas.toSpliced(index, 1))}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const others = quotas.filter((quota) => quota.prefix !== prefix.trim());
          onChange([...others, { prefix: prefix.trim(), max: Number(max) }]);
          setPrefix("");
        }}
      >
        <Group align="flex-end">
          <TextInput
            label={t("lists.prefix")}
            placeholder="/shop/"
            pattern="/.*"
            required
            value={prefix}
            onChange={(event) => setPrefix(event.currentTarget.value)}
          />
          <NumberInput label={t("lists.max")} min={0} max={20} w={110} value={max} onChange={setMax} />
          <Button type="submit" variant="default">
            {t("lists.addQuota")}
          </Button>
        </Group>
      </form>
    </Section>
  );
}
