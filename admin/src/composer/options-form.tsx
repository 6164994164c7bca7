import {
  ActionIcon,
  Button,
  Checkbox,
  Fieldset,
  Group,
  NativeSelect,
  NumberInput,
  Stack,
  Switch,
  TextInput,
} from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { VariantDraft } from "./draft.ts";
import { fieldsOf, type OptionField, startOf, withOption } from "./option-fields.ts";
import { useOptionWords } from "./option-words.ts";

type Fields = Readonly<Record<string, unknown>>;
type Options = VariantDraft["options"];

interface OptionsFormProps {
  readonly schema: unknown;
  readonly value: Options;
  readonly onChange: (options: Options) => void;
}

/** A network's own choices, drawn from its JSON Schema. */
export function OptionsForm({ schema, value, onChange }: OptionsFormProps) {
  return (
    <FieldList fields={fieldsOf(schema)} value={value} onChange={(options) => onChange(asJson(options))} />
  );
}

/** The fields write texts, numbers, switches, and lists and groups of these: all of it is JSON. */
const asJson = (fields: Fields): Options => fields as Options;

interface FieldListProps {
  readonly fields: readonly OptionField[];
  readonly value: Fields;
  readonly onChange: (fields: Fields) => void;
}

function FieldList({ fields, value, onChange }: FieldListProps) {
  return (
    <Stack gap="sm">
      {fields.map((field) => (
        <Field
          key={field.key}
          field={field}
          value={value[field.key]}
          onChange={(next) => onChange(withOption(value, field, next))}
        />
      ))}
    </Stack>
  );
}

interface FieldProps {
  readonly field: OptionField;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

function Field({ field, value, onChange }: FieldProps) {
  const { titleOf, hintOf, valueName } = useOptionWords();
  const label = titleOf(field);
  const description = hintOf(field);
  switch (field.kind) {
    case "choice":
      return (
        <NativeSelect
          label={label}
          description={description}
          value={typeof value === "string" ? value : field.usual}
          onChange={(event) => onChange(event.currentTarget.value)}
          data={field.values.map((each) => ({ value: each, label: valueName(each) }))}
        />
      );
    case "text":
      return <TextField field={field} value={value} onChange={onChange} />;
    case "number":
      return <NumberField field={field} value={value} onChange={onChange} />;
    case "switch":
      return <SwitchField field={field} value={value} onChange={onChange} />;
    case "choices":
      return (
        <Checkbox.Group label={label} description={description} value={textsOf(value)} onChange={onChange}>
          <Group gap="md" mt={6}>
            {field.values.map((each) => (
              <Checkbox key={each} value={each} label={valueName(each)} />
            ))}
          </Group>
        </Checkbox.Group>
      );
    case "texts":
      return <TextsField field={field} value={textsOf(value)} onChange={onChange} />;
    case "group":
      return <GroupField field={field} value={value} onChange={onChange} />;
  }
}

function TextField({
  field,
  value,
  onChange,
}: FieldProps & { readonly field: OptionField & { kind: "text" } }) {
  const { titleOf, hintOf } = useOptionWords();
  return (
    <TextInput
      label={titleOf(field)}
      description={hintOf(field)}
      value={typeof value === "string" ? value : field.usual}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function SwitchField({
  field,
  value,
  onChange,
}: FieldProps & { readonly field: OptionField & { kind: "switch" } }) {
  const { titleOf, hintOf } = useOptionWords();
  return (
    <Switch
      label={titleOf(field)}
      description={hintOf(field)}
      checked={typeof value === "boolean" ? value : field.usual}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

function NumberField({
  field,
  value,
  onChange,
}: FieldProps & { readonly field: OptionField & { kind: "number" } }) {
  const { titleOf, hintOf } = useOptionWords();
  const shown = typeof value === "number" ? value : field.usual;
  return (
    <NumberInput
      label={titleOf(field)}
      description={hintOf(field)}
      {...(shown === undefined ? {} : { value: shown })}
      {...(field.min === undefined ? {} : { min: field.min })}
      {...(field.max === undefined ? {} : { max: field.max })}
      allowDecimal={false}
      onChange={(next) => onChange(typeof next === "number" ? next : undefined)}
    />
  );
}

function GroupField({
  field,
  value,
  onChange,
}: FieldProps & { readonly field: OptionField & { kind: "group" } }) {
  const { titleOf, hintOf } = useOptionWords();
  const isOn = typeof value === "object" && value !== null;
  return (
    <>
      <Switch
        label={titleOf(field)}
        description={hintOf(field)}
        checked={isOn}
        onChange={(event) => onChange(event.currentTarget.checked ? startOf(field.fields) : undefined)}
      />
      {isOn && (
        <Fieldset legend={titleOf(field)}>
          <FieldList fields={field.fields} value={{ ...value }} onChange={onChange} />
        </Fieldset>
      )}
    </>
  );
}

interface TextsFieldProps {
  readonly field: OptionField;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

function TextsField({ field, value, onChange }: TextsFieldProps) {
  const { t } = useTranslation();
  const { titleOf } = useOptionWords();
  return (
    <Stack gap={8}>
      {value.map((text, index) => (
        <Group key={index} gap={6} align="flex-end" wrap="nowrap">
          <TextInput
            label={t("composer.nth", { title: titleOf(field), number: index + 1 })}
            value={text}
            style={{ flex: 1 }}
            onChange={(event) =>
              onChange(value.map((each, place) => (place === index ? event.currentTarget.value : each)))
            }
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t("composer.removeNth", { number: index + 1 })}
            onClick={() => onChange(value.filter((_, place) => place !== index))}
          >
            <IconTrash size={17} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={16} aria-hidden />}
        style={{ alignSelf: "flex-start" }}
        onClick={() => onChange([...value, ""])}
      >
        {t("action.add")}
      </Button>
    </Stack>
  );
}

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : [];
