import { ActionIcon, Anchor, Button, Menu, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconDots, IconPlugConnectedX, IconRefresh } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Channel, Network } from "#src/api/operations.ts";
import { useSession } from "#src/api/session.tsx";
import { useAct } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { useConfirm } from "#src/shell/confirm.tsx";
import { ProblemNote, useTellProblem } from "#src/shell/problem-note.tsx";
import { StateMark } from "#src/shell/state-mark.tsx";
import { ChannelDetails } from "./channel-details.tsx";
import classes from "./channels.module.css";
import { ChannelAvatar } from "./network-badge.tsx";

interface ChannelRowProps {
  readonly channel: Channel;
  readonly network: Network | undefined;
  readonly onReconnect: () => void;
}

export function ChannelRow({ channel, network, onReconnect }: ChannelRowProps) {
  const { t } = useTranslation();
  const { can } = useSession();
  const format = useFormat();
  const isBroken = channel.state === "needs-reconnect";
  return (
    <article className={classes.channel} data-broken={isBroken || undefined} aria-label={channel.handle}>
      <ChannelAvatar channel={channel} network={network} />
      <div>
        <Text fw={600}>{channel.displayName || channel.handle}</Text>
        <Anchor
          href={channel.url}
          size="sm"
          c="dimmed"
          underline="hover"
          style={{ overflowWrap: "anywhere" }}
        >
          {channel.handle}
        </Anchor>
      </div>
      {can("channels.manage") && (
        <>
          <ChannelMenu channel={channel} onReconnect={onReconnect} />
          {isBroken && (
            <Button className={classes.repair} size="compact-sm" onClick={onReconnect}>
              {t("channels.reconnect")}
            </Button>
          )}
        </>
      )}
      <div className={classes.channelMeta}>
        <StateMark tone={isBroken ? "bad" : "calm"}>{t(`channels.states.${channel.state}`)}</StateMark>
        {channel.followers !== null && (
          <span>
            {t("channels.followers", { count: channel.followers, shown: format.number(channel.followers) })}
          </span>
        )}
        <span>{t("channels.checkedAt", { when: format.relative(channel.checkedAt) })}</span>
      </div>
      <div className={classes.details}>
        {channel.problem && (
          <ProblemNote
            failure={{
              code: "unavailable",
              title: channel.problem.title,
              hint: channel.problem.hint ?? channel.problem.words,
            }}
          />
        )}
        <ChannelDetails channel={channel} />
      </div>
    </article>
  );
}

function ChannelMenu({
  channel,
  onReconnect,
}: {
  readonly channel: Channel;
  readonly onReconnect: () => void;
}) {
  const { t } = useTranslation();
  const confirm = useConfirm();
  const tell = useTellProblem();
  const stales = ["listChannels", "getChannel"] as const;
  const check = useAct("checkChannel", {
    stales,
    done: ({ handle }) => notifications.show({ message: t("channels.checked", { handle }) }),
  });
  const remove = useAct("deleteChannel", { stales });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          loading={check.isPending}
          aria-label={t("channels.actions", { handle: channel.handle })}
        >
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconRefresh size={16} aria-hidden />}
          onClick={() => check.mutate({ id: channel.id }, { onError: tell })}
        >
          {t("channels.check")}
        </Menu.Item>
        <Menu.Item onClick={onReconnect}>{t("channels.reconnect")}</Menu.Item>
        <Menu.Item
          color="red"
          leftSection={<IconPlugConnectedX size={16} aria-hidden />}
          onClick={() =>
            confirm({
              title: t("channels.disconnectTitle", { handle: channel.handle }),
              body: t("channels.disconnectBody"),
              yes: t("channels.disconnect"),
              onYes: () => remove.mutate({ id: channel.id }, { onError: tell }),
            })
          }
        >
          {t("channels.disconnect")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
