import { ActionIcon, Group, Loader, Text, Textarea } from "@mantine/core";
import { Dropzone, IMAGE_MIME_TYPE } from "@mantine/dropzone";
import { useDebouncedCallback, useWindowEvent } from "@mantine/hooks";
import { IconArrowUp, IconPhotoPlus, IconTrash } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Media } from "#src/api/operations.ts";
import { useClient } from "#src/api/session.tsx";
import { useAct } from "#src/api/use-ask.ts";
import { ProblemNote, useTellProblem } from "#src/shell/problem-note.tsx";
import classes from "./composer.module.css";
import { type Draft, moved } from "./draft.ts";

interface PicturesProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}

/** Pictures by drop, paste or choice; each asks what it shows. */
export function Pictures({ draft, onChange }: PicturesProps) {
  const { t } = useTranslation();
  const client = useClient();
  const latest = useRef(draft);
  latest.current = draft;
  const upload = useMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const file of files) {
        const media = await client.ask("uploadMedia", { file, alt: "" });
        onChange({ ...latest.current, pictures: [...latest.current.pictures, media] });
        await Promise.resolve(); // the page takes the picture in before the next one comes
      }
    },
  });
  useWindowEvent("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])].filter(({ type }) => type.startsWith("image/"));
    if (files.length === 0) return;
    event.preventDefault();
    upload.mutate(files);
  });
  const set = (pictures: readonly Media[]) => onChange({ ...latest.current, pictures });
  return (
    <div>
      {draft.pictures.length > 0 && (
        <ol className={classes.pictures} aria-label={t("composer.pictures")}>
          {draft.pictures.map((picture, index) => (
            <PictureRow
              key={picture.id}
              picture={picture}
              onUp={index > 0 ? () => set(moved(draft.pictures, index, index - 1)) : undefined}
              onRemove={() => set(draft.pictures.filter(({ id }) => id !== picture.id))}
              onAlt={(alt) => set(draft.pictures.map((each) => (each.id === picture.id ? { ...each, alt } : each)))}
            />
          ))}
        </ol>
      )}
      <Dropzone
        accept={[...IMAGE_MIME_TYPE]}
        onDrop={(files) => upload.mutate(files)}
        mt={draft.pictures.length > 0 ? "md" : 0}
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

const typingMs = 600;

function PictureRow({ picture, onUp, onRemove, onAlt }: PictureRowProps) {
  const { t } = useTranslation();
  const tell = useTellProblem();
  const describe = useAct("changeMedia");
  const keep = useDebouncedCallback((alt: string) => describe.mutate({ id: picture.id, alt }, { onError: tell }), typingMs);
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
          onChange={(event) => {
            onAlt(event.currentTarget.value);
            keep(event.currentTarget.value);
          }}
        />
        {picture.alt.trim() === "" && (
          <Text size="sm" mt={4} c="dimmed">
            {t("composer.altMissing")}
          </Text>
        )}
      </div>
      <Group gap={2}>
        {onUp && (
          <ActionIcon variant="subtle" color="gray" aria-label={t("composer.pictureUp", { name: picture.name })} onClick={onUp}>
            <IconArrowUp size={17} aria-hidden />
          </ActionIcon>
        )}
        <ActionIcon variant="subtle" color="gray" aria-label={t("composer.removePicture", { name: picture.name })} onClick={onRemove}>
          <IconTrash size={17} aria-hidden />
        </ActionIcon>
      </Group>
    </li>
  );
}
