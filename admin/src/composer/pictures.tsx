import { ActionIcon, Group, Loader, Text, Textarea } from "@mantine/core";
import { Dropzone, IMAGE_MIME_TYPE } from "@mantine/dropzone";
import { useWindowEvent } from "@mantine/hooks";
import { IconArrowUp, IconPhotoPlus, IconTrash } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { fileInput } from "#src/api/file-input.ts";
import type { Media } from "#src/api/operations.ts";
import { useClient } from "#src/api/session.tsx";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import classes from "./composer.module.css";
import { moved } from "./draft.ts";

interface PicturesProps {
  readonly pictures: readonly Media[];
  readonly onChange: (change: (pictures: readonly Media[]) => readonly Media[]) => void;
}

/** Pictures by drop, paste or choice; each asks what it shows. */
export function Pictures({ pictures, onChange }: PicturesProps) {
  const { t } = useTranslation();
  const client = useClient();
  const upload = useMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const file of files) {
        const media = await client.ask("uploadMedia", { file: fileInput(file), alt: "" });
        onChange((before) => [...before, media]);
      }
    },
  });
  useWindowEvent("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])].filter(({ type }) => type.startsWith("image/"));
    if (files.length === 0) return;
    event.preventDefault();
    upload.mutate(files);
  });
  return (
    <div>
      {pictures.length > 0 && (
        <ol className={classes.pictures} aria-label={t("composer.pictures")}>
          {pictures.map((picture, index) => (
            <PictureRow
              key={picture.id}
              picture={picture}
              onUp={index > 0 ? () => onChange((before) => moved(before, index, index - 1)) : undefined}
              onRemove={() => onChange((before) => before.filter(({ id }) => id !== picture.id))}
              onAlt={(alt) =>
                onChange((before) => before.map((each) => (each.id === picture.id ? { ...each, alt } : each)))
              }
            />
          ))}
        </ol>
      )}
      <Dropzone
        accept={[...IMAGE_MIME_TYPE]}
        onDrop={(files) => upload.mutate(files)}
        mt={pictures.length > 0 ? "md" : 0}
        p={0}
        radius="md"
        inputProps={{ "aria-label": t("composer.addPictures") }}
        aria-label={t("composer.addPictures")}
      >
        <div className={classes.drop}>
          <Group justify="center" gap="xs">
            {upload.isPending ? <Loader size={18} /> : <IconPhotoPlus size={20} aria-hidden />}
            <span>{upload.isPending ? t("composer.uploading") : t("composer.dropHere")}</span>
          </Group>
        </div>
      </Dropzone>
      <ProblemNote failure={upload.error} />
    </div>
  );
}

interface PictureRowProps {
  readonly picture: Media;
  readonly onUp: (() => void) | undefined;
  readonly onRemove: () => void;
  readonly onAlt: (alt: string) => void;
}

function PictureRow({ picture, onUp, onRemove, onAlt }: PictureRowProps) {
  const { t } = useTranslation();
  return (
    <li className={classes.picture}>
      <img src={picture.thumbnailUrl} alt={picture.alt} />
      <div>
        <Textarea
          label={t("composer.alt", { name: picture.name })}
          description={t("composer.altHint")}
          autosize
          minRows={2}
          value={picture.alt}
          onChange={(event) => onAlt(event.currentTarget.value)}
        />
        {picture.alt.trim() === "" && (
          <Text size="sm" mt={4} c="dimmed">
            {t("composer.altMissing")}
          </Text>
        )}
      </div>
      <Group gap={2}>
        {onUp && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("composer.pictureUp", { name: picture.name })}
            onClick={onUp}
          >
            <IconArrowUp size={17} aria-hidden />
          </ActionIcon>
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t("composer.removePicture", { name: picture.name })}
          onClick={onRemove}
        >
          <IconTrash size={17} aria-hidden />
        </ActionIcon>
      </Group>
    </li>
  );
}
