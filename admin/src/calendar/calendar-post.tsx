import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Post } from "#src/api/operations.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import classes from "./calendar.module.css";
import { timeOf } from "./post-time.ts";

/** One post in a day's cell: when, and how it begins. */
export function CalendarPost({ post }: { readonly post: Post }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Link to="/posts/$postId" params={{ postId: post.id }} className={classes.post} data-state={post.state}>
      <time dateTime={timeOf(post)}>{format.time(timeOf(post))}</time>{" "}
      {post.text.trim() === "" ? t("posts.untitled") : post.text}
      <span className="visually-hidden">, {t(`postStates.${post.state}`)}</span>
    </Link>
  );
}
