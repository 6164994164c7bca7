import { Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

export interface EntryText {
  readonly question: string;
  readonly answer: string;
  readonly language: "en" | "ru";
  readonly isPinned: boolean;
}

interface EntryFieldsProps {
  readonly text: EntryText;
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (text: EntryText) => void;
}

/** A question and its answer, as they stand in the FAQ. */
export function EntryFields({ text, faults, onChange }: EntryFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t("answers.faq.question")}
        required
        maxLength={300}
        data-autofocus
        value={text.question}
        error={faults["question"]}
        onChange={(event) => onChange({ ...text, question: event.currentTarget.value })}
      />
      <Textarea
        label={t("answers.faq.answer")}
        description={t("answers.faq.markdown")}
        required
        autosize
        minRows={4}
        maxRows={14}
        maxLength={10_000}
        value={text.answer}
        error={faults["answer"]}
        onChange={(event) => onChange({ ...text, answer: event.currentTarget.value })}
      />
      <NativeSelect
        label={t("answers.faq.language")}
        value={text.language}
        onChange={(event) =>
          onChange({ ...text, language: event.currentTarget.value === "ru" ? "ru" : "en" })
        }
        data={[
          { value: "en", label: t("answers.faq.languages.en") },
          { value: "ru", label: t("answers.faq.languages.ru") },
        ]}
      />
      <Checkbox
        label={t("answers.faq.pinned")}
        checked={text.isPinned}
        onChange={(event) => onChange({ ...text, isPinned: event.currentTarget.checked })}
      />
    </>
  );
}
