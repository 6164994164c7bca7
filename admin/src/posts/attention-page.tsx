import { Group, Text } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Row } from "#src/api/operations.ts";
import { useList } from "#src/api/use-ask.ts";
import { NetworkIcon } from "#src/channels/network-badge.tsx";
import { useNetworks } from "#src/channels/use-networks.ts";
import { Asked } from "#src/shell/asked.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { MoreButton } from "#src/shell/more-button.tsx";
import { Page } from "#src/shell/page.tsx";
import { LinkButton, RoomLink } from "#src/shell/room-link.tsx";
import shell from "#src/shell/shell.module.css";
import { PostState } from "./post-state.tsx";
import { Resolution } from "./resolution.tsx";

const watchMs = 15_000;

export function AttentionPage() {
  const { t } = useTranslation();
  const waiting = useList("listAttention", {}, { everyMs: watchMs });
  return (
    <Page title={t("attention.title")} lead={t("attention.lead")}>
      <Asked query={{ ...waiting, data: waiting.rows }}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState
              icon={IconCircleCheck}
              title={t("attention.empty.title")}
              action={
                <LinkButton variant="default" way={{ to: "/posts" }}>
                  {t("attention.empty.action")}
                </LinkButton>
              }
            >
              {t("attention.empty.lead")}
            </EmptyState>
          ) : (
            <ul className={shell.rows} aria-label={t("attention.title")}>
              {rows.map((publication) => (
                <li key={publication.id}>
                  <Waiting publication={publication} />
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
      <MoreButton pages={waiting} />
    </Page>
  );
}

function Waiting({ publication }: { readonly publication: Row<"listAttention"> }) {
  const { t } = useTranslation();
  const { networkOf } = useNetworks();
  const network = networkOf(publication.network.id);
  return (
    <article aria-label={publication.handle}>
      <Group gap="sm" mb="sm">
        {network && <NetworkIcon network={network} size={20} />}
        <Text fw={600}>{publication.handle}</Text>
        <PostState state={publication.state} />
        <RoomLink way={{ to: "/posts/$postId", params: { postId: publication.postId } }}>
          {t("attention.seePost")}
        </RoomLink>
      </Group>
      <Resolution publication={publication} />
    </article>
  );
}
