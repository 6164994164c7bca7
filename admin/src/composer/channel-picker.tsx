import { UnstyledButton } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { ChannelAvatar } from "#src/channels/network-badge.tsx";
import { useNetworks } from "#src/channels/use-networks.ts";
import classes from "./composer.module.css";
import { type Draft, toggleChannel } from "./draft.ts";

interface DraftProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}

/** Where it goes: one press a channel. */
export function ChannelPicker({ draft, onChange }: DraftProps) {
  const { t } = useTranslation();
  const { channels, networkOf } = useNetworks();
  return (
    <div role="group" aria-label={t("composer.channels")} className={classes.picker}>
      {channels.data?.items.map((channel) => {
        const isChosen = draft.channelIds.includes(channel.id);
        return (
          <UnstyledButton
            key={channel.id}
            className={classes.pick}
            aria-pressed={isChosen}
            onClick={() => onChange(toggleChannel(draft, channel.id))}
          >
            <ChannelAvatar channel={channel} network={networkOf(channel.networkId)} size={28} />
            <span className={classes.pickName}>{channel.handle}</span>
            {channel.state === "needs-reconnect" && (
              <span className="visually-hidden">{t("channels.states.needs-reconnect")}</span>
            )}
            <IconCheck size={16} aria-hidden className={classes.pickCheck} />
          </UnstyledButton>
        );
      })}
    </div>
  );
}
