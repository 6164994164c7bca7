import { Button, FileButton, Group, NativeSelect, Stack, Text } from "@mantine/core";
import { IconUpload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { fileInput } from "#src/api/file-input.ts";
import type { CardFont, Media } from "#src/api/operations.ts";
import { useAct, useAsk } from "#src/api/use-ask.ts";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import classes from "./cards.module.css";

interface LogoFieldProps {
  readonly logo: Media | null;
  readonly onChange: (logo: Media | null) => void;
}

const pictureTypes = "image/png,image/jpeg,image/webp,image/gif,image/avif";

export function LogoField({ logo, onChange }: LogoFieldProps) {
  const { t } = useTranslation();
  const upload = useAct("uploadMedia", { stales: ["listMedia"], done: onChange });
  return (
    <fieldset className={classes.fields}>
      <legend>{t("cards.logo.label")}</legend>
      <Text size="xs" c="dimmed">
        {t("cards.logo.hint")}
      </Text>
      <Group mt={6}>
        {logo && <img className={classes.logo} src={logo.thumbnailUrl} alt={logo.alt || logo.name} />}
        <FileButton
          accept={pictureTypes}
          onChange={(file) => file && upload.mutate({ file: fileInput(file), name: file.name })}
        >
          {(props) => (
            <Button
              {...props}
              variant="default"
              size="sm"
              loading={upload.isPending}
              leftSection={<IconUpload size={16} aria-hidden />}
            >
              {logo ? t("cards.logo.other") : t("cards.logo.upload")}
            </Button>
          )}
        </FileButton>
        {logo && (
          <Button variant="subtle" color="gray" size="sm" onClick={() => onChange(null)}>
            {t("cards.logo.remove")}
          </Button>
        )}
      </Group>
      <ProblemNote failure={upload.error} />
    </fieldset>
  );
}

interface FontFieldProps {
  readonly font: CardFont | null;
  readonly onChange: (font: CardFont | null) => void;
}

export function FontField({ font, onChange }: FontFieldProps) {
  const { t } = useTranslation();
  const fonts = useAsk("listCardFonts", { limit: 100 });
  const upload = useAct("uploadCardFont", { stales: ["listCardFonts"], done: onChange });
  const known = fonts.data?.items ?? [];
  const all = font && !known.some(({ id }) => id === font.id) ? [font, ...known] : known;
  return (
    <Stack gap={6}>
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label={t("cards.font.label")}
          description={t("cards.font.hint")}
          value={font?.id ?? ""}
          onChange={(event) => onChange(all.find(({ id }) => id === event.currentTarget.value) ?? null)}
          data={[
            { value: "", label: t("cards.font.bundled") },
            ...all.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          style={{ flex: "1 1 220px" }}
        />
        <FileButton
          accept=".woff2,.ttf,.otf"
          onChange={(file) => file && upload.mutate({ file: fileInput(file), name: nameOf(file) })}
        >
          {(props) => (
            <Button
              {...props}
              variant="default"
              size="sm"
              loading={upload.isPending}
              leftSection={<IconUpload size={16} aria-hidden />}
            >
              {t("cards.font.upload")}
            </Button>
          )}
        </FileButton>
      </Group>
      <ProblemNote failure={upload.error} />
    </Stack>
  );
}

const nameOf = (file: File) => file.name.replace(/\.\w+$/, "").slice(0, 120) || file.name;
