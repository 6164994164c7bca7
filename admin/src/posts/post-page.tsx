import { Button, Text } from "@mantine/core";
import { IconCalendarOff, IconPencil, IconSend, IconTrash } from "@tabler/icons-react";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Post } from "#src/api/operations.ts";
import { isProblem } from "#src/api/problem.ts";
import { useSession } from "#src/api/session.tsx";
import { useAct, useAsk } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked } from "#src/shell/asked.tsx";
import { useConfirm } from "#src/shell/confirm.tsx";
import { Page, Section } from "#src/shell/page.tsx";
import { useTellProblem } from "#src/shell/problem-note.tsx";
import { LinkButton } from "#src/shell/room-link.tsx";
import { PostState, isMoving } from "./post-state.tsx";
import classes from "./posts.module.css";
import { PublicationSection } from "./publication-section.tsx";

const watchMs = 2500;
const restMs = 30_000;

export function PostPage() {
  const { t } = useTranslation();
  const { postId } = useParams({ from: "/house/posts/$postId" });
  const known = useAsk("getPost", { id: postId });
  const post = useAsk(
    "getPost",
    { id: postId },
    { everyMs: known.data && isMoving(known.data.state) ? watchMs : restMs },
  );
  return (
    <Page
      title={post.data ? titleOf(post.data, t("posts.untitled")) : t("posts.one")}
      lead={post.data && <PostLead post={post.data} />}
      actions={post.data && <PostActions post={post.data} />}
    >
      <Asked query={post}>
        {(data) => (
          <>
            <Words post={data} />
            {data.publications.length === 0 ? (
              <Text c="dimmed" mt="xl">
                {t("posts.noPublications")}
              </Text>
            ) : (
              data.publications.map((publication) => (
                <PublicationSection key={publication.id} publication={publication} text={data.text} />
              ))
            )}
          </>
        )}
      </Asked>
    </Page>
  );
}

const titleLength = 60;

function titleOf(post: Post, fallback: string): string {
  const line = post.text.trim().split("\n")[0] ?? "";
  if (line === "") return fallback;
  return line.length > titleLength ? `${line.slice(0, titleLength).replace(/\s+\S*$/, "")}…` : line;
}

function PostLead({ post }: { readonly post: Post }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <PostState state={post.state} />
      {post.scheduledFor &&
        ` · ${t("posts.scheduledFor", { when: format.dateTime(post.scheduledFor.at), local: post.scheduledFor.local.replace("T", " "), zone: post.scheduledFor.timeZone })}`}
      {post.publishedAt && ` · ${format.dateTime(post.publishedAt)}`}
    </>
  );
}

function PostActions({ post }: { readonly post: Post }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const navigate = useNavigate();
  const confirm = useConfirm();
  const tell = useTellProblem();
  const stales = ["getPost", "listPosts"] as const;
  const publish = useAct("publishPost", { stales });
  const unschedule = useAct("unschedulePost", { stales });
  const remove = useAct("deletePost", {
    stales: ["listPosts"],
    done: () => void navigate({ to: "/posts", search: { state: undefined } }),
  });
  /** What the landing page lacks is told where one can mend it or go on in spite of it. */
  const tellOrLead = (failure: unknown) => {
    tell(failure);
    if (isProblem(failure, "check_failed"))
      void navigate({ to: "/posts/$postId/edit", params: { postId: post.id } });
  };
  const isOpen = post.state === "draft" || post.state === "scheduled";
  if (!isOpen || !can("posts.write")) return null;
  return (
    <>
      <LinkButton
        variant="default"
        way={{ to: "/posts/$postId/edit", params: { postId: post.id } }}
        leftSection={<IconPencil size={17} aria-hidden />}
      >
        {t("posts.edit")}
      </LinkButton>
      {post.state === "scheduled" && can("posts.publish") && (
        <Button
          variant="default"
          loading={unschedule.isPending}
          leftSection={<IconCalendarOff size={17} aria-hidden />}
          onClick={() => unschedule.mutate({ id: post.id }, { onError: tell })}
        >
          {t("posts.unschedule")}
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<IconTrash size={17} aria-hidden />}
        onClick={() =>
          confirm({
            title: t("posts.deleteTitle"),
            body: t("posts.deleteBody"),
            yes: t("posts.delete"),
            onYes: () => remove.mutate({ id: post.id }, { onError: tell }),
          })
        }
      >
        {t("posts.delete")}
      </Button>
      {can("posts.publish") && post.variants.length > 0 && (
        <Button
          loading={publish.isPending}
          leftSection={<IconSend size={17} aria-hidden />}
          onClick={() =>
            confirm({
              title: t("posts.publishTitle"),
              body: t("posts.publishBody", { count: post.variants.length }),
              yes: t("composer.publish"),
              onYes: () => publish.mutate({ id: post.id }, { onError: tellOrLead }),
            })
          }
        >
          {t("composer.publish")}
        </Button>
      )}
    </>
  );
}

function Words({ post }: { readonly post: Post }) {
  const { t } = useTranslation();
  return (
    <Section title={t("posts.words")}>
      {[post.text, ...post.thread].map((segment, index) => (
        <p key={index} className={classes.words} lang={post.languages[0]}>
          {segment}
        </p>
      ))}
      {post.linkUrl && (
        <Text size="sm" mt="sm" style={{ overflowWrap: "anywhere" }}>
          <a href={post.linkUrl}>{post.linkUrl}</a>
        </Text>
      )}
      {post.media.length > 0 && (
        <div className={classes.media}>
          {post.media.map(({ id, thumbnailUrl, alt }) => (
            <img key={id} src={thumbnailUrl} alt={alt} />
          ))}
        </div>
      )}
    </Section>
  );
}
