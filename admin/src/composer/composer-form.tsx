import { Button, SegmentedControl } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { IconBroadcast } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isProblem } from "#src/api/problem.ts";
import { useSession } from "#src/api/session.tsx";
import { useNetworks } from "#src/channels/use-networks.ts";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { LinkButton } from "#src/shell/room-link.tsx";
import { onSaveKeys } from "#src/shell/save-keys.ts";
import { ChannelPicker } from "./channel-picker.tsx";
import classes from "./composer.module.css";
import { type Draft, isBlank } from "./draft.ts";
import { GateNote } from "./gate-note.tsx";
import { LeaveGuard } from "./leave-guard.tsx";
import { Pictures } from "./pictures.tsx";
import { Previews } from "./previews.tsx";
import { ScheduleDialog } from "./schedule-dialog.tsx";
import { overridden, useComposer } from "./use-composer.ts";
import { usePreviews } from "./use-previews.ts";
import { Variants } from "./variants.tsx";
import { Writing } from "./writing.tsx";

interface ComposerFormProps {
  readonly start: Draft;
  readonly postId: string | undefined;
  /** The day of the calendar that one came from. */
  readonly day: string | undefined;
}

export function ComposerForm({ start, postId, day }: ComposerFormProps) {
  const { t } = useTranslation();
  const composer = useComposer(start, postId);
  const { draft, setDraft, hasChanges, send } = composer;
  const { channels } = useNetworks();
  const previews = usePreviews(draft);
  const isNarrow = useMediaQuery("(max-width: 62em)", false, { getInitialValueInEffect: false });
  const [view, setView] = useState<"write" | "preview">("write");
  const save = () => send.mutate({ kind: "draft" });
  return (
    <form
      className={classes.composer}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={onSaveKeys(save)}
      aria-label={t("composer.newTitle")}
    >
      <LeaveGuard hasChanges={hasChanges} />
      {isNarrow && (
        <SegmentedControl
          fullWidth
          aria-label={t("composer.view")}
          value={view}
          onChange={(value) => setView(value === "preview" ? "preview" : "write")}
          data={(["write", "preview"] as const).map((value) => ({
            value,
            label: t(`composer.views.${value}`),
          }))}
        />
      )}
      <div className={classes.columns}>
        {(!isNarrow || view === "write") && (
          <div className={classes.writing}>
            {channels.data?.items.length === 0 ? (
              <NoChannels />
            ) : (
              <ChannelPicker draft={draft} onChange={setDraft} />
            )}
            <Writing draft={draft} onChange={setDraft} previews={previews} />
            <Pictures
              pictures={draft.pictures}
              onChange={(change) => setDraft((before) => ({ ...before, pictures: change(before.pictures) }))}
            />
            <Variants draft={draft} onChange={setDraft} previews={previews} />
          </div>
        )}
        {(!isNarrow || view === "preview") && <Previews draft={draft} previews={previews} />}
      </div>
      <GateNote
        failure={send.error}
        isPending={send.isPending}
        onOverride={(reason) => send.mutate(overridden(send.variables, reason))}
      />
      <Actions composer={composer} day={day} errors={previews.errors} />
    </form>
  );
}

function NoChannels() {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={IconBroadcast}
      title={t("composer.noChannels.title")}
      action={<LinkButton way={{ to: "/channels" }}>{t("channels.connect")}</LinkButton>}
    >
      {t("composer.noChannels.lead")}
    </EmptyState>
  );
}

interface ActionsProps {
  readonly composer: ReturnType<typeof useComposer>;
  readonly day: string | undefined;
  readonly errors: number;
}

function Actions({ composer, day, errors }: ActionsProps) {
  const { t } = useTranslation();
  const { can } = useSession();
  const [opened, { open, close }] = useDisclosure(false);
  const { draft, hasChanges, send } = composer;
  /** What is wrong with the time is mended in the dialog; what is wrong with the page shows beneath the form. */
  const closeUnlessMendable = (failure: unknown) => {
    if (!failure || isProblem(failure, "check_failed")) close();
  };
  const isReady = !isBlank(draft) && draft.channelIds.length > 0 && errors === 0;
  return (
    <div className={classes.actions}>
      <p className={classes.status} role="status">
        {errors > 0 ? t("composer.toMend", { count: errors }) : hasChanges() ? t("composer.unsaved") : ""}
      </p>
      <Button
        variant="default"
        disabled={isBlank(draft)}
        loading={send.isPending && send.variables.kind === "draft"}
        onClick={() => send.mutate({ kind: "draft" })}
      >
        {t("composer.saveDraft")}
      </Button>
      {can("posts.publish") && (
        <>
          <Button variant="default" disabled={!isReady} onClick={open}>
            {t("composer.schedule")}
          </Button>
          <Button
            disabled={!isReady}
            loading={send.isPending && send.variables.kind === "now"}
            onClick={() => send.mutate({ kind: "now" })}
          >
            {t("composer.publish")}
          </Button>
        </>
      )}
      <ScheduleDialog
        opened={opened}
        day={day}
        isPending={send.isPending}
        failure={isProblem(send.error, "check_failed") ? undefined : send.error}
        onClose={close}
        onSchedule={(schedule) =>
          send.mutate(
            { kind: "later", schedule },
            { onSettled: (_, failure) => closeUnlessMendable(failure) },
          )
        }
      />
    </div>
  );
}
