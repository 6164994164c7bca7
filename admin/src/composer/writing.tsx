import { ActionIcon, Button, Textarea } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useNetworks } from "#src/channels/use-networks.ts";
import classes from "./composer.module.css";
import { CounterRow } from "./counter-row.tsx";
import type { Draft } from "./draft.ts";
import { LinkPicker } from "./link-picker.tsx";
import type { Previewed } from "./use-previews.ts";

interface WritingProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly previews: Previewed;
}

/** The text, its further segments, and the page that it leads to. */
export function Writing({ draft, onChange, previews }: WritingProps) {
  const { t } = useTranslation();
  const { channels, networkOf } = useNetworks();
  const chosen = channels.data?.items.filter(({ id }) => draft.channelIds.includes(id)) ?? [];
  const canThread = chosen.some(({ networkId }) => networkOf(networkId)?.canThread);
  const setSegment = (index: number, text: string) =>
    onChange({ ...draft, thread: draft.thread.map((each, place) => (place === index ? text : each)) });
  return (
    <div className={classes.text}>
      <Textarea
        label={t("composer.text")}
        placeholder={t("composer.placeholder")}
        autosize
        minRows={6}
        maxRows={24}
        value={draft.text}
        data-autofocus
        onChange={(event) => onChange({ ...draft, text: event.currentTarget.value })}
        classNames={{ input: classes.textInput }}
      />
      <CounterRow channels={chosen} draft={draft} previews={previews} />
      {draft.thread.map((segment, index) => (
        <div key={index} className={classes.segment}>
          <Textarea
            label={t("composer.segment", { number: index + 2 })}
            autosize
            minRows={3}
            value={segment}
            onChange={(event) => setSegment(index, event.currentTarget.value)}
            style={{ flex: 1 }}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("composer.removeSegment", { number: index + 2 })}
            onClick={() => onChange({ ...draft, thread: draft.thread.filter((_, place) => place !== index) })}
          >
            <IconTrash size={17} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {(canThread || draft.thread.length > 0) && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          style={{ alignSelf: "flex-start" }}
          onClick={() => onChange({ ...draft, thread: [...draft.thread, ""] })}
        >
          {t("composer.addSegment")}
        </Button>
      )}
      <LinkPicker value={draft.linkUrl} onChange={(linkUrl) => onChange({ ...draft, linkUrl })} />
    </div>
  );
}
