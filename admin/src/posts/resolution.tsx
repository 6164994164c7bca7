import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Publication } from "#src/api/operations.ts";
import { useSession } from "#src/api/session.tsx";
import { useAct } from "#src/api/use-ask.ts";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import { useProblemWords } from "./problem-words.ts";
import classes from "./posts.module.css";

type Choice = Publication["choices"][number];

/** What is wrong with a publication, and what a person can safely do about it. */
export function Resolution({ publication }: { readonly publication: Publication }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const wordsOf = useProblemWords();
  const [chosen, setChosen] = useState<Choice>();
  if (!publication.problem && publication.choices.length === 0) return null;
  return (
    <Stack gap="sm">
      {publication.problem && (
        <ProblemNote failure={{ code: "unavailable", ...wordsOf(publication.problem) }} />
      )}
      {can("posts.publish") &&
        publication.choices.map((choice) => (
          <div key={choice} className={classes.choice}>
            <Group justify="space-between" align="flex-start">
              <div style={{ flex: "1 1 240px" }}>
                <Text fw={600} size="sm">
                  {t(`choices.${choice}.name`)}
                </Text>
                <Text size="sm" c="dimmed">
                  {t(`choices.${choice}.means`)}
                </Text>
              </div>
              <Button size="compact-sm" variant="default" onClick={() => setChosen(choice)}>
                {t(`choices.${choice}.button`)}
              </Button>
            </Group>
          </div>
        ))}
      {chosen && (
        <ResolveDialog publication={publication} choice={chosen} onClose={() => setChosen(undefined)} />
      )}
    </Stack>
  );
}

interface ResolveDialogProps {
  readonly publication: Publication;
  readonly choice: Choice;
  readonly onClose: () => void;
}

function ResolveDialog({ publication, choice, onClose }: ResolveDialogProps) {
  const { t } = useTranslation();
  const [url, setUrl] = useState("");
  const resolve = useAct("resolvePublication", {
    stales: ["getPost", "listPosts", "getPublication", "listAttention"],
    done: onClose,
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`choices.${choice}.name`)}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          resolve.mutate({ id: publication.id, choice, ...(url.trim() === "" ? {} : { url: url.trim() }) });
        }}
      >
        <Stack>
          <Text size="sm">{t(`choices.${choice}.sure`)}</Text>
          {choice === "mark-published" && (
            <TextInput
              label={t("posts.urlThere")}
              description={t("posts.urlThereHint")}
              type="url"
              value={url}
              data-autofocus
              onChange={(event) => setUrl(event.currentTarget.value)}
            />
          )}
          <ProblemNote failure={resolve.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("action.cancel")}
            </Button>
            <Button type="submit" loading={resolve.isPending}>
              {t(`choices.${choice}.button`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
