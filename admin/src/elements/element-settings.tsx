import { MultiSelect, NativeSelect, Stack, TextInput } from "@mantine/core";
import { destinations } from "@samovar/widgets/pass-button/destinations.ts";
import { useTranslation } from "react-i18next";
import type { Field, Settings } from "./element-kinds.ts";
import { PollSetting } from "./poll-setting.tsx";

interface SettingsProps {
  readonly siteId: string;
  readonly fields: readonly Field[];
  readonly settings: Settings;
  readonly onChange: (change: Settings) => void;
}

/** A form for the attributes of an element. */
export function ElementSettings({ siteId, fields, settings, onChange }: SettingsProps) {
  return (
    <Stack>
      {fields.map((field) => {
        const own = {
          value: settings[field.name],
          onChange: (value: Settings[string]) => onChange({ [field.name]: value }),
        };
        return field.kind === "poll" ? (
          <PollSetting key={field.name} siteId={siteId} {...own} />
        ) : (
          <Setting key={field.name} field={field} {...own} />
        );
      })}
    </Stack>
  );
}

interface SettingProps {
  readonly field: Field;
  readonly value: Settings[string] | undefined;
  readonly onChange: (value: Settings[string]) => void;
}

type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;

function Setting({ field: { name, kind, values }, value, onChange }: SettingProps) {
  const { t } = useTranslation();
  const fields: Texts = t(`elements.fields`, { returnObjects: true });
  const named: Texts = t(`elements.values`, { returnObjects: true });
  const labels = { label: fields[name]?.["label"], description: fields[name]?.["hint"] };
  const data = (values ?? []).map((one) => ({
    value: one,
    // Networks are known by their own names; the one without is a letter.
    label:
      name === "networks"
        ? destinations[one]?.[0] || t("person.email")
        : (named[name]?.[one || "page"] ?? one),
  }));
  const text = typeof value === "string" ? value : "";
  if (kind === "text")
    return <TextInput {...labels} value={text} onChange={(event) => onChange(event.currentTarget.value)} />;
  if (kind === "one")
    return (
      <NativeSelect
        {...labels}
        value={text || values?.[0]}
        onChange={(event) => onChange(event.currentTarget.value)}
        data={data}
      />
    );
  return (
    <MultiSelect
      {...labels}
      value={Array.isArray(value) ? [...value] : []}
      onChange={onChange}
      data={data}
      clearable
      clearButtonProps={{ "aria-label": t("action.clear") }}
      searchable
    />
  );
}
