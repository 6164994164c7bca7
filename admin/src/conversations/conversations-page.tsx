import { SegmentedControl } from "@mantine/core";
import { IconMessages } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Reply } from "#src/api/operations.ts";
import { useAsk, useList } from "#src/api/use-ask.ts";
import { NetworkIcon } from "#src/channels/network-badge.tsx";
import { useNetworks } from "#src/channels/use-networks.ts";
import { Asked } from "#src/shell/asked.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { MoreButton } from "#src/shell/more-button.tsx";
import { Page } from "#src/shell/page.tsx";
import { LinkButton, RoomLink } from "#src/shell/room-link.tsx";
import shell from "#src/shell/shell.module.css";
import classes from "./conversations.module.css";
import { ReplyItem } from "./reply-list.tsx";

const watchMs = 20_000;
const views = ["open", "all"] as const;

export function ConversationsPage() {
  const { t } = useTranslation();
  const [view, setView] = useState<(typeof views)[number]>("open");
  const replies = useList("listReplies", view === "open" ? { unanswered: "true" } : {}, { everyMs: watchMs });
  return (
    <Page title={t("conversations.title")} lead={t("conversations.lead")}>
      <SegmentedControl
        aria-label={t("conversations.show")}
        value={view}
        mb="lg"
        onChange={(value) => setView(views.find((each) => each === value) ?? "open")}
        data={views.map((value) => ({ value, label: t(`conversations.views.${value}`) }))}
      />
      <Asked query={{ ...replies, data: replies.rows }}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState
              icon={IconMessages}
              title={t(`conversations.empty.${view}.title`)}
              action={
                <LinkButton variant="default" way={{ to: "/posts", search: { state: "published" } }}>
                  {t("conversations.empty.action")}
                </LinkButton>
              }
            >
              {t(`conversations.empty.${view}.lead`)}
            </EmptyState>
          ) : (
            <ul className={shell.rows} aria-label={t("conversations.title")}>
              {rows.map((reply) => (
                <li key={reply.id}>
                  <InboxRow reply={reply} />
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
      <MoreButton pages={replies} />
    </Page>
  );
}

function InboxRow({ reply }: { readonly reply: Reply }) {
  const { t } = useTranslation();
  const { networkOf } = useNetworks();
  const network = networkOf(reply.networkId);
  const post = useAsk("getPost", { id: reply.postId });
  return (
    <>
      <p className={classes.context}>
        {network && <NetworkIcon network={network} size={14} />}
        <RoomLink quiet way={{ to: "/posts/$postId", params: { postId: reply.postId } }}>
          {post.data
            ? t("conversations.underPost", { words: beginningOf(post.data.text) })
            : t("attention.seePost")}
        </RoomLink>
      </p>
      <ReplyItem reply={reply} canAnswer={network?.capabilities.reply ?? false} />
    </>
  );
}

const beginningLength = 60;

const beginningOf = (text: string): string =>
  text.length > beginningLength ? `${text.slice(0, beginningLength).replace(/\s+\S*$/, "")}…` : text;
