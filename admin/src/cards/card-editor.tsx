import { ActionIcon, Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconArrowBackUp, IconArrowForwardUp } from "@tabler/icons-react";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CardTemplate } from "#src/api/operations.ts";
import { useSession } from "#src/api/session.tsx";
import { useAct } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { useConfirm } from "#src/shell/confirm.tsx";
import { ProblemNote, useTellProblem } from "#src/shell/problem-note.tsx";
import { onSaveKeys } from "#src/shell/save-keys.ts";
import { type CardDraft, draftOf, isDrawable, isSame, wishOf } from "./card-draft.ts";
import { CardPreview } from "./card-preview.tsx";
import classes from "./cards.module.css";
import { edit, type EditSteps, redo, startSteps, undo } from "./edit-steps.ts";
import { TemplateForm } from "./template-form.tsx";

const stales = ["getCardTemplate", "listCardTemplates"] as const;

/** A site's template under work: the form, and beside it how a card looks meanwhile. */
export function CardEditor({ template }: { readonly template: CardTemplate }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const [steps, setSteps] = useState(() => startSteps(draftOf(template)));
  const draft = steps.present;
  const change = useAct("changeCardTemplate", {
    stales,
    done: () => notifications.show({ message: t("state.saved") }),
  });
  const isChanged = !isSame(draft, draftOf(template));
  const mayChange = can("sites.manage");
  const save = () => {
    if (mayChange && isChanged && isDrawable(draft))
      change.mutate({ siteId: template.siteId, ...wishOf(draft) });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        onSaveKeys(save)(event);
        onUndoKeys(setSteps)(event);
      }}
    >
      {!mayChange && (
        <Text c="dimmed" mb="md">
          {t("cards.onlyLook")}
        </Text>
      )}
      <div className={classes.columns}>
        <div>
          <TemplateForm
            draft={draft}
            disabled={!mayChange}
            onChange={(part) => setSteps((before) => edit(before, part))}
          />
          <ProblemNote failure={change.error} />
          {mayChange && (
            <Group className={classes.actions}>
              <Button type="submit" disabled={!isChanged || !isDrawable(draft)} loading={change.isPending}>
                {t("action.save")}
              </Button>
              <StepButtons steps={steps} setSteps={setSteps} />
              <Reset
                template={template}
                onDone={(fresh) => setSteps((before) => edit(before, draftOf(fresh)))}
              />
            </Group>
          )}
          <ChangedBy template={template} />
        </div>
        <CardPreview siteId={template.siteId} draft={draft} />
      </div>
    </form>
  );
}

interface StepProps {
  readonly steps: EditSteps<CardDraft>;
  readonly setSteps: (next: (before: EditSteps<CardDraft>) => EditSteps<CardDraft>) => void;
}

function StepButtons({ steps, setSteps }: StepProps) {
  const { t } = useTranslation();
  return (
    <Group gap={4}>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t("action.undo")}
        disabled={steps.past.length === 0}
        onClick={() => setSteps(undo)}
      >
        <IconArrowBackUp size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t("cards.redo")}
        disabled={steps.future.length === 0}
        onClick={() => setSteps(redo)}
      >
        <IconArrowForwardUp size={18} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

/** Ctrl+Z and Ctrl+Shift+Z (⌘ on a Mac), except where a text field has an undo of its own. */
function onUndoKeys(setSteps: StepProps["setSteps"]) {
  return (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey)) return;
    if (event.target instanceof HTMLInputElement && event.target.type === "text") return;
    event.preventDefault();
    setSteps(event.shiftKey ? redo : undo);
  };
}

interface ResetProps {
  readonly template: CardTemplate;
  readonly onDone: (fresh: CardTemplate) => void;
}

function Reset({ template, onDone }: ResetProps) {
  const { t } = useTranslation();
  const confirm = useConfirm();
  const tell = useTellProblem();
  const reset = useAct("deleteCardTemplate", { stales, done: onDone });
  if (template.changedAt === null) return null;
  return (
    <Button
      variant="subtle"
      color="gray"
      loading={reset.isPending}
      onClick={() =>
        confirm({
          title: t("cards.reset.title"),
          body: t("cards.reset.body"),
          yes: t("cards.reset.yes"),
          onYes: () => reset.mutate({ siteId: template.siteId }, { onError: tell }),
        })
      }
    >
      {t("cards.reset.button")}
    </Button>
  );
}

function ChangedBy({ template: { changedAt, changedBy } }: { readonly template: CardTemplate }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (changedAt === null) return null;
  return (
    <Text size="sm" c="dimmed" mt="sm">
      {t("cards.changed", { who: changedBy, when: format.relative(changedAt) })}
    </Text>
  );
}
