import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import type { ReadThread } from "../read-thread.ts";
import type { TalkComment } from "../talk-schema.ts";
import { countComments, type PageLanguage, wordsIn } from "./page-words.ts";

export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** A talk to be shown without scripts, and where it stands. */
export interface TalkPiece {
  readonly thread: ReadThread;
  /** When somebody first spoke; null where nobody has. */
  readonly openedAt: Date | null;
  readonly site: { readonly name: string; readonly origin: string };
  /** The owner's page, without a fragment. */
  readonly pageUrl: string;
  readonly language: PageLanguage;
  /** The address of our own page of this talk, with these in its query. */
  readonly pageOf: (query?: Readonly<Record<string, string>>) => string;
  readonly feedUrl: string;
  /** One thread of the talk alone: its answers go on here, null at their end. */
  readonly branch?: { readonly next: string | null };
  readonly canWrite: boolean;
}

type Shown = Omit<TalkComment, "replies"> & Partial<Pick<TalkComment, "replies">>;

/**
 * A talk as HTML with schema.org's microdata: a `DiscussionForumPosting` with its comments, or, where visitors rate, a
 * `Product` with its reviews and their average. It holds no style and no script, so that any policy of the owner's page
 * lets it be. Whatever strangers wrote is escaped here, but for a comment's `html`, which `renderComment` made.
 */
export function talkPiece(piece: TalkPiece): Markup {
  const { thread, language, pageOf, feedUrl, branch, canWrite } = piece;
  const words = wordsIn[language];
  const [first] = thread.items;
  const older = thread.next !== null && pageOf({ sort: thread.sort, after: thread.next });
  const further = branch?.next && first && pageOf({ branch: first.id, after: branch.next });
  return html`<section
    class="samovar-talk"
    lang="${language}"
    aria-label="${words.title}"
    itemscope
    itemtype="https://schema.org/${isRated(thread) ? "Product" : "DiscussionForumPosting"}"
  >
    ${headOf(piece)}
    <ol>
      ${itemsOf(thread).map((comment) => html`<li>${commentOf(piece, comment)}</li>`)}
    </ol>
    ${further ? html`<p><a rel="next" href="${further}">${words.further}</a></p>` : ""}
    ${branch ? html`<p><a href="${pageOf()}">${words.whole}</a></p>` : ""}
    ${older ? html`<p><a rel="next" href="${older}">${words.older}</a></p>` : ""}
    <p>
      ${canWrite ? html`<a href="${pageOf()}#write">${words.write}</a> · ` : ""}<a
        rel="alternate"
        type="application/rss+xml"
        href="${feedUrl}"
        >${words.feed}</a
      >
    </p>
  </section>`;
}

const isRated = ({ hasRatings, rating }: ReadThread) => hasRatings && rating !== null;

/** Pinned ones come first, and only once. */
function itemsOf({ pinned, items }: ReadThread): readonly TalkComment[] {
  const shown = new Set(items.map(({ id }) => id));
  return [...pinned.filter(({ id, parentId }) => parentId === null && !shown.has(id)), ...items];
}

function headOf({ thread, openedAt, site, pageUrl, language }: TalkPiece): Markup {
  const words = wordsIn[language];
  const name = thread.title ?? site.name;
  const { commentCount, rating } = thread;
  const about = isRated(thread)
    ? html`<meta itemprop="name" content="${name}" /><link itemprop="url" href="${pageUrl}" />`
    : html`<meta itemprop="headline" content="${name}" /><link itemprop="url" href="${pageUrl}" /><meta
          itemprop="commentCount"
          content="${commentCount}"
        />${
          openedAt === null ? "" : html`<meta itemprop="datePublished" content="${openedAt.toISOString()}" />`
        }<span itemprop="author" itemscope itemtype="https://schema.org/Organization"
          ><meta itemprop="name" content="${site.name}" /><link itemprop="url" href="${site.origin}"
        /></span>`;
  return html`${about}
    <h2>${commentCount === 0 ? words.title : countComments(commentCount, language)}</h2>
    ${commentCount === 0 ? html`<p>${words.none}</p>` : ""}
    ${
      thread.hasRatings && rating !== null
        ? html`<p itemprop="aggregateRating" itemscope itemtype="https://schema.org/AggregateRating">
            ${words.average(rating.average.toLocaleString(language), rating.count)}<meta
              itemprop="ratingValue"
              content="${rating.average}"
            /><meta itemprop="ratingCount" content="${rating.count}" /><meta
              itemprop="bestRating"
              content="5"
            /><meta itemprop="worstRating" content="1" />
          </p>`
        : ""
    }`;
}

/** A root with the answers that came with it. */
function commentOf(piece: TalkPiece, comment: TalkComment): Markup {
  const { replies, descendantCount } = comment;
  const names = new Map([comment, ...replies].map(({ id, author }) => [id, author?.name]));
  const left = piece.branch ? 0 : descendantCount - replies.length;
  const words = wordsIn[piece.language];
  const below =
    replies.length === 0
      ? ""
      : html`<ol>
          ${replies.map(
            (reply) =>
              html`<li>
                ${articleOf(piece, reply, { place: "comment", to: names.get(reply.parentId ?? ""), below: "" })}
              </li>`,
          )}
        </ol>`;
  const rest =
    left > 0
      ? html`<p><a href="${piece.pageOf({ branch: comment.id })}">${words.replies(descendantCount)}</a></p>`
      : "";
  return articleOf(piece, comment, {
    place: placeOf(piece.thread, comment),
    to: undefined,
    below: html`${below}${rest}`,
  });
}

/** As what a root stands in the whole: a product has reviews and no comments. */
function placeOf(thread: ReadThread, { rating }: TalkComment): "comment" | "review" | undefined {
  if (!isRated(thread)) return "comment";
  return rating === null ? undefined : "review";
}

interface Standing {
  readonly place: "comment" | "review" | undefined;
  /** Whom it answers. */
  readonly to: string | undefined;
  readonly below: Markup | "";
}

function articleOf(piece: TalkPiece, comment: Shown, { place, to, below }: Standing): Markup {
  const words = wordsIn[piece.language];
  if (comment.state === "deleted")
    return html`<article id="talk-${comment.id}"><p>${words.deleted}</p></article>
      ${below}`;
  const kind = place === "review" ? "Review" : "Comment";
  return html`<article
    id="talk-${comment.id}"
    ${place === undefined ? "" : html`itemprop="${place}"`}
    itemscope
    itemtype="https://schema.org/${kind}"
  >
    <p>
      ${authorOf(piece, comment)} ${to === undefined ? "" : `${words.to} ${to}`} ${marksOf(piece, comment)}
    </p>
    ${comment.rating === null ? "" : ratingOf(comment.rating, place, words.rated(comment.rating))}
    <div itemprop="${place === "review" ? "reviewBody" : "text"}">${raw(comment.html)}</div>
    ${footOf(piece, comment, kind)} ${below}
  </article>`;
}

function footOf({ canWrite, pageOf, language }: TalkPiece, comment: Shown, kind: string): Markup {
  const likes = comment.reactions.like ?? 0;
  const counted = html`<p>
    👍 <span ${kind === "Comment" ? html`itemprop="upvoteCount"` : ""}>${likes}</span>
  </p>`;
  const answer = html`<p>
    <a rel="nofollow" href="${pageOf({ to: comment.id })}#write">${wordsIn[language].reply}</a>
  </p>`;
  return html`${likes > 0 ? counted : ""} ${canWrite ? answer : ""}`;
}

function ratingOf(stars: number, place: Standing["place"], words: string): Markup {
  if (place !== "review") return html`<p>${words}</p>`;
  return html`<p itemprop="reviewRating" itemscope itemtype="https://schema.org/Rating">
    ${words}<meta itemprop="ratingValue" content="${stars}" /><meta itemprop="bestRating" content="5" />
  </p>`;
}

function authorOf({ language }: TalkPiece, { author }: Shown): Markup {
  if (author === null) return html``;
  const name = html`<b itemprop="name">${author.name}</b>`;
  const isTeam = author.kind === "team";
  return html`<span
      itemprop="author"
      itemscope
      itemtype="https://schema.org/${isTeam ? "Organization" : "Person"}"
      >${
        isOnTheWeb(author.url)
          ? html`<a itemprop="url" rel="ugc nofollow noopener" href="${author.url}">${name}</a>`
          : name
      }</span
    >${isTeam ? html` <mark>${wordsIn[language].team}</mark>` : ""}`;
}

const isOnTheWeb = (url: string | null): url is string =>
  url !== null && /^https?:$/.test(URL.parse(url)?.protocol ?? "");

/** When it was written, as a permalink, and what has become of it since. */
function marksOf({ language, pageUrl }: TalkPiece, comment: Shown): Markup {
  const words = wordsIn[language];
  const day = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  return html`<a itemprop="url" href="${pageUrl}#talk-${comment.id}"
      ><time itemprop="datePublished" datetime="${comment.createdAt}"
        >${day.format(new Date(comment.createdAt))}</time
      ></a
    >
    ${comment.editedAt === null ? "" : html`<small>${words.edited}</small>`}
    ${comment.pinnedAt === null ? "" : html`<mark>${words.pinned}</mark>`}`;
}
