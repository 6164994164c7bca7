import { Checkbox, ColorInput, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type CardDraft, isColour, weights } from "./card-draft.ts";
import classes from "./cards.module.css";
import { FontField, LogoField } from "./file-fields.tsx";
import { LayoutPicker } from "./layout-picker.tsx";

interface TemplateFormProps {
  readonly draft: CardDraft;
  readonly onChange: (change: Partial<CardDraft>) => void;
  readonly disabled: boolean;
}

/** All that an owner decides about the cards of a site. */
export function TemplateForm({ draft, onChange, disabled }: TemplateFormProps) {
  const { t } = useTranslation();
  return (
    <fieldset disabled={disabled} className={classes.form}>
      <legend className="visually-hidden">{t("cards.form")}</legend>
      <Stack gap="lg">
        <LayoutPicker value={draft.layout} onChange={(layout) => onChange({ layout })} />
        <Colours draft={draft} onChange={onChange} />
        <LogoField logo={draft.logo} onChange={(logo) => onChange({ logo })} />
        <FontField font={draft.font} onChange={(font) => onChange({ font })} />
        <NativeSelect
          label={t("cards.weight.label")}
          value={String(draft.titleWeight)}
          onChange={(event) => {
            const chosen = Number(event.currentTarget.value);
            onChange({ titleWeight: weights.find((weight) => weight === chosen) ?? draft.titleWeight });
          }}
          data={weights.map((weight) => ({ value: String(weight), label: t(`cards.weight.${weight}`) }))}
          maw={280}
        />
        <TextInput
          label={t("cards.siteName")}
          value={draft.siteName}
          maxLength={120}
          dir="auto"
          onChange={(event) => onChange({ siteName: event.currentTarget.value })}
        />
        <Shown draft={draft} onChange={onChange} />
      </Stack>
    </fieldset>
  );
}

type PartProps = Omit<TemplateFormProps, "disabled">;

const colourFields = ["background", "accent", "text"] as const;

function Colours({ draft, onChange }: PartProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.colours}>
      {colourFields.map((field) => {
        const value = draft[field];
        const isFine = isColour(value) || (field === "text" && value === "");
        return (
          <ColorInput
            key={field}
            label={t(`cards.colour.${field}`)}
            format="hex"
            withEyeDropper={false}
            value={value}
            {...(field === "text" ? { placeholder: t("cards.colour.auto") } : {})}
            error={isFine ? undefined : t("cards.colour.wrong")}
            onChange={(colour) => onChange({ [field]: colour })}
          />
        );
      })}
    </div>
  );
}

const shownFields = ["showsSiteName", "showsAuthor", "showsDate"] as const;

function Shown({ draft, onChange }: PartProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.fields}>
      <legend>{t("cards.show.label")}</legend>
      <Stack gap={8} mt={6}>
        {shownFields.map((field) => (
          <Checkbox
            key={field}
            label={t(`cards.show.${field}`)}
            checked={draft[field]}
            onChange={(event) => onChange({ [field]: event.currentTarget.checked })}
          />
        ))}
      </Stack>
    </fieldset>
  );
}
