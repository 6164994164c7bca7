import { Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Publication } from "#src/api/operations.ts";
import { useAct } from "#src/api/use-ask.ts";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import { onSaveKeys } from "#src/shell/save-keys.ts";

interface EditDialogProps {
  readonly publication: Publication;
  readonly text: string;
  readonly onClose: () => void;
}

/** Mends what stands on the network already. */
export function EditDialog({ publication, text, onClose }: EditDialogProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState(text);
  const edit = useAct("editPublication", { stales: ["getPost", "getPublication"], done: onClose });
  const save = () => edit.mutate({ id: publication.id, text: words });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t("posts.editTitle", { network: publication.network.name })}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
        onKeyDown={onSaveKeys(save)}
      >
        <Stack>
          <Text size="sm" c="dimmed">
            {t("posts.editLead")}
          </Text>
          <Textarea
            label={t("composer.text")}
            autosize
            minRows={5}
            value={words}
            data-autofocus
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <ProblemNote failure={edit.error} />
          <Group justify="flex-end">
            <Button type="submit" loading={edit.isPending}>
              {t("action.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
