import { Anchor, Button, Checkbox, Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#src/i18n/use-format.ts";
import classes from "./comments.module.css";
import { CommentContext } from "./comment-context.tsx";
import { type Decision, decisionsIn, type QueuedComment, type QueueView } from "./queue-view.ts";
import { Reasons } from "./reasons.tsx";

interface QueueItemProps {
  readonly view: QueueView;
  readonly comment: QueuedComment;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly isOpen: boolean;
  readonly onFocus: () => void;
  readonly onSelect: () => void;
  readonly onOpen: () => void;
  readonly onDecide: (decision: Decision) => void;
  readonly onRejectToxic: () => void;
  readonly onBan: () => void;
}

export function QueueItem(props: QueueItemProps) {
  const { comment, isCurrent, isSelected, isOpen, onFocus, onSelect, onOpen } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { author } = comment;
  return (
    <li
      className={classes.item}
      data-current={isCurrent || undefined}
      data-selected={isSelected || undefined}
    >
      <Checkbox
        checked={isSelected}
        onChange={onSelect}
        onFocus={onFocus}
        data-comment={comment.id}
        aria-label={t("comments.select", { name: author.name })}
        className={classes.check}
      />
      <article className={classes.comment} aria-label={t("comments.by", { name: author.name })}>
        <p className={classes.byline}>
          <strong>{author.name}</strong>
          <Standing comment={comment} />
          <span>{format.dateTime(comment.createdAt)}</span>
          <Anchor href={`${comment.pageUrl}#comment-${comment.id}`} target="_blank" rel="noopener noreferrer">
            {comment.pageTitle ?? comment.pageUrl}
          </Anchor>
        </p>
        {comment.answers && (
          <blockquote className={classes.answers}>
            <b>{comment.answers.authorName}</b>: {comment.answers.excerpt}
          </blockquote>
        )}
        <p className={classes.body} dir="auto">
          {comment.body === "" ? t("comments.noBody") : comment.body}
        </p>
        <Reasons comment={comment} />
        <Deeds {...props} />
        {isOpen && <CommentContext id={comment.id} />}
        <Button size="compact-xs" variant="subtle" color="gray" aria-expanded={isOpen} onClick={onOpen}>
          {t(isOpen ? "comments.context.close" : "comments.context.open")}
        </Button>
      </article>
    </li>
  );
}

/** Who he is to the site: how far he is trusted, how much of his was approved and refused, what stands behind the name. */
function Standing({ comment: { author, source } }: { readonly comment: QueuedComment }) {
  const { t } = useTranslation();
  const words = [
    author.bannedAt !== null && t("comments.standing.banned"),
    author.shadowedAt !== null && t("comments.standing.shadowed"),
    source !== "page" && t(`comments.sources.${source}`),
    t(`comments.trust.${Math.min(4, author.trust) as 0 | 1 | 2 | 3 | 4}`),
    t("comments.standing.counts", { published: author.publishedCount, refused: author.refusedCount }),
    author.email,
  ];
  return <span>{words.filter(Boolean).join(" · ")}</span>;
}

function Deeds({ view, onDecide, onRejectToxic, onBan }: QueueItemProps) {
  const { t } = useTranslation();
  const [first, ...others] = decisionsIn[view];
  return (
    <div className={classes.deeds}>
      {first && (
        <Button size="compact-sm" onClick={() => onDecide(first)}>
          {t(`comments.decide.${first}`)}
        </Button>
      )}
      {others
        .filter((decision) => decision !== "delete")
        .map((decision) => (
          <Button key={decision} size="compact-sm" variant="default" onClick={() => onDecide(decision)}>
            {t(`comments.decide.${decision}`)}
          </Button>
        ))}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            {t("comments.moreDeeds")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {view !== "rejected" && <Menu.Item onClick={onRejectToxic}>{t("comments.rejectToxic")}</Menu.Item>}
          <Menu.Item onClick={onBan}>{t("comments.ban.open")}</Menu.Item>
          <Menu.Item onClick={() => onDecide("delete")}>{t("comments.decide.delete")}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
