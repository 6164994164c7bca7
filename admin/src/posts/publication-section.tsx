import { Anchor, Button, Group, Text } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Publication } from "#src/api/operations.ts";
import { useSession } from "#src/api/session.tsx";
import { useAct } from "#src/api/use-ask.ts";
import { ChannelAvatar, NetworkIcon } from "#src/channels/network-badge.tsx";
import { useNetworks } from "#src/channels/use-networks.ts";
import { PublicationConversation } from "#src/conversations/publication-conversation.tsx";
import { useFormat } from "#src/i18n/use-format.ts";
import { useConfirm } from "#src/shell/confirm.tsx";
import { CopyField } from "#src/shell/copy-field.tsx";
import { useTellProblem } from "#src/shell/problem-note.tsx";
import shell from "#src/shell/shell.module.css";
import { CardDifferences } from "./card-differences.tsx";
import { EditDialog } from "./edit-dialog.tsx";
import { Ledger } from "./ledger.tsx";
import { PostState } from "./post-state.tsx";
import classes from "./posts.module.css";
import { Resolution } from "./resolution.tsx";

interface PublicationSectionProps {
  readonly publication: Publication;
  /** What the post says, to begin an edit with. */
  readonly text: string;
}

/** One post on one channel: what became of it, what it brought, what is said under it. */
export function PublicationSection({ publication, text }: PublicationSectionProps) {
  const { channelOf, networkOf } = useNetworks();
  const channel = channelOf(publication.channelId);
  const network = networkOf(publication.network.id);
  const name = channel?.displayName ?? publication.handle;
  return (
    <section className={shell.section} aria-label={`${publication.network.name} ${publication.handle}`}>
      <div className={classes.publicationHead}>
        {channel ? (
          <ChannelAvatar channel={channel} network={network} />
        ) : (
          network && <NetworkIcon network={network} size={28} />
        )}
        <div className={classes.publicationName}>
          <Text fw={600}>{name}</Text>
          <Text size="sm" c="dimmed">
            {publication.handle}
          </Text>
        </div>
        <PostState state={publication.state} />
        <PublicationActions publication={publication} text={text} />
      </div>
      <div className={classes.publicationBody}>
        <Resolution publication={publication} />
        <Figures publication={publication} />
        <TrackedLink publication={publication} />
        <CardDifferences publication={publication} />
        <Ledger publication={publication} />
        {publication.state === "published" && network?.capabilities.replies && (
          <PublicationConversation publicationId={publication.id} canAnswer={network.capabilities.reply} />
        )}
      </div>
    </section>
  );
}

function PublicationActions({ publication, text }: PublicationSectionProps) {
  const { t } = useTranslation();
  const { can } = useSession();
  return (
    <Group gap="xs">
      {publication.url && (
        <Anchor href={publication.url} target="_blank" rel="noreferrer" size="sm">
          <Group gap={4} component="span">
            {t("posts.seeThere")}
            <IconExternalLink size={15} aria-hidden />
          </Group>
        </Anchor>
      )}
      {publication.canEdit && can("posts.publish") && <EditButton publication={publication} text={text} />}
      {publication.canWithdraw && can("posts.publish") && <WithdrawButton publication={publication} />}
    </Group>
  );
}

function EditButton({ publication, text }: PublicationSectionProps) {
  const { t } = useTranslation();
  const [isEditing, setEditing] = useState(false);
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setEditing(true)}>
        {t("posts.editThere")}
      </Button>
      {isEditing && <EditDialog publication={publication} text={text} onClose={() => setEditing(false)} />}
    </>
  );
}

function WithdrawButton({ publication }: Pick<PublicationSectionProps, "publication">) {
  const { t } = useTranslation();
  const confirm = useConfirm();
  const tell = useTellProblem();
  const withdraw = useAct("withdrawPublication", { stales: ["getPost", "listPosts", "getPublication"] });
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={withdraw.isPending}
      onClick={() =>
        confirm({
          title: t("posts.withdrawTitle", { network: publication.network.name }),
          body: t("posts.withdrawBody"),
          yes: t("posts.withdraw"),
          onYes: () => withdraw.mutate({ id: publication.id }, { onError: tell }),
        })
      }
    >
      {t("posts.withdraw")}
    </Button>
  );
}

function Figures({ publication }: { readonly publication: Publication }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { metrics } = publication;
  if (!metrics) return null;
  const shown = (["likes", "reposts", "replies", "quotes", "views"] as const).flatMap((key) => {
    const value = metrics[key];
    return typeof value === "number" ? [{ key, value }] : [];
  });
  return (
    <div>
      <dl className={classes.metrics}>
        {shown.map(({ key, value }) => (
          <div key={key}>
            <dt>{t(`figures.${key}`, { count: value })}</dt>
            <dd>{format.number(value)}</dd>
          </div>
        ))}
      </dl>
      <Text size="xs" c="dimmed" mt={4}>
        {t("posts.metricsAt", { when: format.relative(metrics.readAt) })}
      </Text>
    </div>
  );
}

function TrackedLink({ publication }: { readonly publication: Publication }) {
  const { t } = useTranslation();
  if (!publication.trackedUrl) return null;
  return <CopyField value={publication.trackedUrl} label={t("posts.trackedLink")} />;
}
