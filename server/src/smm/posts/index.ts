import { feature } from "#src/platform/operation/feature.ts";
import { editPublication, withdrawPublication } from "./change-publication.ts";
import { getPost, listPosts } from "./get-post.ts";
import { getPublication, listAttention } from "./get-publication.ts";
import { listCardDifferences } from "./list-card-differences.ts";
import { previewPost } from "./preview-post.ts";
import { publishPublication, resumePublications } from "./publish-publication.job.ts";
import { hearPublished, predictPublicationCard, readCards, readPublicationCard } from "./read-cards.job.ts";
import { readChannelMetrics, readMetrics } from "./read-metrics.job.ts";
import { resolvePublication } from "./resolve-publication.ts";
import { publishPost, schedulePost, unschedulePost } from "./schedule-post.ts";
import { changePost, createPost, deletePost } from "./write-post.ts";

/** What is written, its form for each channel, and the ledger of its way out. */
export const posts = feature({
  name: "posts",
  operations: [
    createPost,
    listPosts,
    getPost,
    changePost,
    deletePost,
    previewPost,
    schedulePost,
    unschedulePost,
    publishPost,
    getPublication,
    listAttention,
    editPublication,
    withdrawPublication,
    resolvePublication,
    listCardDifferences,
  ],
  jobs: [
    publishPublication,
    resumePublications,
    readMetrics,
    readChannelMetrics,
    predictPublicationCard,
    readCards,
    readPublicationCard,
  ],
  listeners: [hearPublished],
});

export { deliver, type Delivery, type Errand, graceMs, type Outcome } from "./deliver.ts";
export { checkMessages } from "./check.ts";
export { findPublished, type PublishedPublication } from "./find-published.ts";
export { type PublishedRow, publicationsBetween } from "./publications-between.ts";
export { nextReadingAt } from "./reading-times.ts";
export { publicationPublished, publicationWithdrawn } from "./signals.ts";
