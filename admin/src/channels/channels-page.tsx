import { Button, Skeleton } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconBroadcast, IconPlus } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Channel } from "#src/api/operations.ts";
import { useSession } from "#src/api/session.tsx";
import { Asked } from "#src/shell/asked.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { Page } from "#src/shell/page.tsx";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import classes from "#src/shell/shell.module.css";
import { ChannelRow } from "./channel-row.tsx";
import { ConnectDialog } from "./connect-dialog.tsx";
import { useNetworks } from "./use-networks.ts";

/** `"new"`: connect anything; a channel: connect that one again. */
type Connecting = Channel | "new" | undefined;

export function ChannelsPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const { failed } = useSearch({ from: "/house/channels" });
  const { channels, networkOf } = useNetworks();
  const [connecting, setConnecting] = useState<Connecting>();
  useArrival();
  const connect = can("channels.manage") && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setConnecting("new")}>
      {t("channels.connect")}
    </Button>
  );
  return (
    <Page
      title={t("channels.title")}
      lead={t("channels.lead")}
      actions={channels.data && channels.data.items.length > 0 && connect}
    >
      {failed !== undefined && (
        <ProblemNote failure={{ code: "unavailable", title: t("channels.failed"), hint: failed }} />
      )}
      <Asked query={channels}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={IconBroadcast} title={t("channels.empty.title")} action={connect}>
              {t("channels.empty.lead")}
            </EmptyState>
          ) : (
            <ul className={classes.rows} aria-label={t("channels.title")}>
              {items.map((channel) => (
                <li key={channel.id}>
                  <ChannelRow
                    channel={channel}
                    network={networkOf(channel.networkId)}
                    onReconnect={() => setConnecting(channel)}
                  />
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
      {connecting === undefined ? null : channels.data ? (
        <ConnectDialog
          again={connecting === "new" ? undefined : connecting}
          onClose={() => setConnecting(undefined)}
        />
      ) : (
        <Skeleton height={40} />
      )}
    </Page>
  );
}

/** Coming back from a network's own sign-in. */
function useArrival(): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { connected } = useSearch({ from: "/house/channels" });
  useEffect(() => {
    if (connected === undefined) return;
    notifications.show({ id: connected, message: t("channels.connected") });
    void navigate({ to: "/channels", replace: true });
  }, [connected, navigate, t]);
}
