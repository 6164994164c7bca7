import { Button, Group, Kbd } from "@mantine/core";
import { IconBan, IconMessageCircleCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "#src/api/session.tsx";
import { useList } from "#src/api/use-ask.ts";
import { Asked } from "#src/shell/asked.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { MoreButton } from "#src/shell/more-button.tsx";
import { BanDialog } from "./ban-dialog.tsx";
import classes from "./comments.module.css";
import { QueueItem } from "./queue-item.tsx";
import { decisionsIn, keyOf, type QueuedComment, type QueueView } from "./queue-view.ts";
import { useDecisions } from "./use-decisions.tsx";
import { useQueueKeys } from "./use-queue-keys.ts";

const watchMs = 30_000;

interface QueueProps {
  readonly view: QueueView;
  readonly siteId: string | undefined;
}

/** Comments one below the other, with a place for the keyboard, a selection, and a word about all of it. */
export function Queue({ view, siteId }: QueueProps) {
  const { t } = useTranslation();
  const input = view === "reported" ? { reported: "true" as const } : { state: view };
  const comments = useList(
    "listCommentQueue",
    { ...input, ...(siteId === undefined ? {} : { siteId }), limit: 30 },
    { everyMs: watchMs },
  );
  return (
    <>
      <Asked query={{ ...comments, data: comments.rows }}>{(rows) => <Rows view={view} rows={rows} />}</Asked>
      <MoreButton pages={comments} />
      <p className={classes.keys} aria-hidden>
        {hints.map(([keys, words]) => (
          <span key={words}>
            {keys.map((key) => (
              <Kbd key={key} size="xs">
                {key}
              </Kbd>
            ))}
            {t(`comments.keys.${words}`)}
          </span>
        ))}
      </p>
    </>
  );
}

const hints = [
  [["j", "k"], "move"],
  [["a"], "publish"],
  [["s"], "spam"],
  [["r"], "reject"],
  [["d"], "delete"],
  [["x"], "select"],
  [["b"], "ban"],
  [["e"], "context"],
  [["u"], "undo"],
] as const;

function Rows({ view, rows: all }: { readonly view: QueueView; readonly rows: readonly QueuedComment[] }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const { decide, undo, leaving } = useDecisions();
  const rows = all.filter(({ id }) => !leaving.has(id));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [currentId, setCurrentId] = useState<string>();
  const [openId, setOpenId] = useState<string>();
  const [banned, setBanned] = useState<readonly QueuedComment[]>([]);
  const current = rows.find(({ id }) => id === currentId) ?? rows[0];
  const chosen = rows.filter(({ id }) => selected.has(id));
  const meant = () => (chosen.length > 0 ? chosen : current ? [current] : []);
  const toggle = (id: string) =>
    setSelected((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const move = (by: 1 | -1) => {
    const at = rows.findIndex(({ id }) => id === current?.id);
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))];
    if (!next) return;
    setCurrentId(next.id);
    const place = document.querySelector<HTMLElement>(`[data-comment="${next.id}"]`);
    place?.focus({ preventScroll: true });
    place?.closest("li")?.scrollIntoView({ block: "nearest" });
  };
  const act = (decision: (typeof decisionsIn)[QueueView][number], comments: readonly QueuedComment[]) => {
    if (comments.length === 0) return;
    const at = rows.findIndex(({ id }) => id === current?.id);
    const left = rows.filter((row) => !comments.includes(row));
    setCurrentId((left[Math.min(at, left.length - 1)] ?? left[0])?.id);
    setSelected(new Set());
    decide({ comments, decision });
  };
  useQueueKeys({
    j: () => move(1),
    k: () => move(-1),
    x: () => current && toggle(current.id),
    u: undo,
    e: () => current && setOpenId((before) => (before === current.id ? undefined : current.id)),
    b: () => setBanned(meant()),
    ...Object.fromEntries(
      decisionsIn[view].map((decision) => [keyOf[decision], () => act(decision, meant())]),
    ),
  });
  if (!can("comments.moderate")) return <p>{t("comments.mayNot")}</p>;
  if (rows.length === 0)
    return (
      <EmptyState icon={IconMessageCircleCheck} title={t(`comments.empty.${view}.title`)}>
        {t(`comments.empty.${view}.lead`)}
      </EmptyState>
    );
  return (
    <>
      {chosen.length > 0 && (
        <Group className={classes.bulk} gap="xs" role="toolbar" aria-label={t("comments.bulk")}>
          <span>{t("comments.selected", { count: chosen.length })}</span>
          {decisionsIn[view].map((decision) => (
            <Button
              key={decision}
              size="compact-sm"
              variant={decision === "publish" ? "filled" : "default"}
              onClick={() => act(decision, chosen)}
            >
              {t(`comments.decide.${decision}`)}
            </Button>
          ))}
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconBan size={14} aria-hidden />}
            onClick={() => setBanned(chosen)}
          >
            {t("comments.ban.do")}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => setSelected(new Set())}>
            {t("action.clear")}
          </Button>
        </Group>
      )}
      <ul className={classes.queue} aria-label={t(`comments.views.${view}`)}>
        {rows.map((comment) => (
          <QueueItem
            key={comment.id}
            view={view}
            comment={comment}
            isCurrent={comment.id === current?.id}
            isSelected={selected.has(comment.id)}
            isOpen={comment.id === openId}
            onFocus={() => setCurrentId(comment.id)}
            onSelect={() => toggle(comment.id)}
            onOpen={() => setOpenId((before) => (before === comment.id ? undefined : comment.id))}
            onDecide={(decision) => act(decision, [comment])}
            onRejectToxic={() => decide({ comments: [comment], decision: "reject", rejectedAs: "toxic" })}
            onBan={() => setBanned([comment])}
          />
        ))}
      </ul>
      <BanDialog
        comments={banned}
        onClose={() => setBanned([])}
        onBan={(ban) => decide({ comments: banned, decision: "spam", ban })}
      />
    </>
  );
}
