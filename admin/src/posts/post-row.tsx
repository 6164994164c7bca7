import { ActionIcon, Group, Text } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Post } from "#src/api/operations.ts";
import { useSession } from "#src/api/session.tsx";
import { NetworkIcon } from "#src/channels/network-badge.tsx";
import { useNetworks } from "#src/channels/use-networks.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { RoomLink } from "#src/shell/room-link.tsx";
import { PostState } from "./post-state.tsx";
import classes from "./posts.module.css";

interface PostRowProps {
  readonly post: Post;
  readonly onDelete?: () => void;
}

export function PostRow({ post, onDelete }: PostRowProps) {
  const { t } = useTranslation();
  const { can } = useSession();
  const canDelete = onDelete && can("posts.write") && (post.state === "draft" || post.state === "scheduled");
  const picture = post.media[0];
  return (
    <div className={classes.row} data-picture={picture !== undefined || undefined}>
      {picture && <img className={classes.thumb} src={picture.thumbnailUrl} alt={picture.alt} />}
      <div className={classes.rowText}>
        <Text lineClamp={2} style={{ overflowWrap: "anywhere" }}>
          <RoomLink
            quiet
            way={
              post.state === "draft" && can("posts.write")
                ? { to: "/posts/$postId/edit", params: { postId: post.id } }
                : { to: "/posts/$postId", params: { postId: post.id } }
            }
          >
            {post.text.trim() === "" ? t("posts.untitled") : post.text}
          </RoomLink>
        </Text>
        <Group gap="md" mt={4}>
          <PostState state={post.state} />
          <PostTime post={post} />
          <PostNetworks post={post} />
        </Group>
      </div>
      {canDelete && (
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t("posts.delete")} onClick={onDelete}>
          <IconTrash size={17} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
}

function PostTime({ post }: { readonly post: Post }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [text, at] = post.publishedAt
    ? [format.dateTime(post.publishedAt), post.publishedAt]
    : post.scheduledFor
      ? [format.dateTime(post.scheduledFor.at), post.scheduledFor.at]
      : [t("posts.writtenAt", { when: format.relative(post.createdAt) }), post.createdAt];
  return (
    <Text size="sm" c="dimmed" component="time" dateTime={at}>
      {text}
    </Text>
  );
}

function PostNetworks({ post }: { readonly post: Post }) {
  const { channelOf, networkOf } = useNetworks();
  const drawn = post.variants.flatMap(({ channelId }) => {
    const channel = channelOf(channelId);
    const network = channel && networkOf(channel.networkId);
    return network ? [{ channelId, network }] : [];
  });
  return (
    <Group gap={6}>
      {drawn.map(({ channelId, network }) => (
        <NetworkIcon key={channelId} network={network} />
      ))}
    </Group>
  );
}
