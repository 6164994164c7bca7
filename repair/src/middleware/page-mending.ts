import { etagMarks, type EtagMarks } from "../proxy/mended-etag.ts";
import { learnProfile, type SamovarSite } from "../tags/learn-profile.ts";
import type { MendOptions } from "../tags/mend-head.ts";
import type { PageHead, PageTags, SiteProfile, TagImage } from "../tags/page-tags.ts";
import { wishFor } from "../tags/wish-for.ts";

export interface MiddlewareOptions {
  /** What the owner says of all pages. */
  readonly profile?: SiteProfile | undefined;
  /** Where the same is learned from. */
  readonly samovar?: SamovarSite | undefined;
  /** What is known of one page better than its head says it: put over what was found. */
  readonly tags?: ((head: PageHead, wish: PageTags) => Partial<PageTags> | undefined) | undefined;
  /** The address of a drawn card, for a page without a picture. */
  readonly cardImage?: ((wish: PageTags) => TagImage | undefined) | undefined;
  /** Scheme and host by which the public knows the site. Left out, it is what each request says. */
  readonly publicUrl?: string | undefined;
  /** Whether `X-Forwarded-Proto` and `-Host` are believed. Default false. */
  readonly trustForwarded?: boolean | undefined;
  /** The head must end within this many bytes, or the page passes untouched. Default 256 KiB. */
  readonly maxHeadBytes?: number | undefined;
  /** Told of the first failure in mending, and of no more: the pages pass as they are. */
  readonly log?: ((message: string, error: unknown) => void) | undefined;
}

/** What both middlewares do, apart from how a server hands them its answers. */
export interface PageMending {
  readonly etags: () => EtagMarks;
  readonly mendOptions: (page: { readonly url: string; readonly contentType: string }) => MendOptions;
  readonly tell: (error: unknown) => void;
}

export function createPageMending(options: MiddlewareOptions): PageMending {
  let isTold = false;
  const tell = (error: unknown): void => {
    if (!isTold) options.log?.("A page could not be mended, and passes as it is", error);
    isTold = true;
  };
  const known = learnProfile({ profile: options.profile, samovar: options.samovar, onError: tell });
  return {
    tell,
    etags: () => etagMarks(known.current()),
    mendOptions: ({ url, contentType }) => ({
      url,
      contentType,
      maxHeadBytes: options.maxHeadBytes,
      onError: tell,
      wish(head) {
        const wish = wishFor(head, { profile: known.current(), cardImage: options.cardImage });
        return wish && { ...wish, ...options.tags?.(head, wish) };
      },
    }),
  };
}

/** Whether an answer is a page whose head may be mended. */
export function isMendablePage(status: number, header: (name: string) => string): boolean {
  if (status !== 200 || !/^\s*text\/html\b/i.test(header("content-type"))) return false;
  if (/\bno-transform\b/i.test(header("cache-control"))) return false;
  return !/^\s*attachment/i.test(header("content-disposition"));
}

/** Headers that were true of the bytes before they were mended. */
export const ofTheBytes = [
  "content-length",
  "content-md5",
  "digest",
  "content-digest",
  "repr-digest",
  "accept-ranges",
] as const;
