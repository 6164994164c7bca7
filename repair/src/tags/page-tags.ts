import type { Page } from "@samovar/audit";

/** What the head of one page shall say: the wish that `makeTags` writes down and the head mender carries out. */
export interface PageTags {
  /** Absolute: the address under which the page wants to be known; canonical link and `og:url`. */
  readonly url: string;
  readonly title: string;
  readonly description?: string | undefined;
  readonly siteName?: string | undefined;
  /** With an underscore, as in `ru_RU`. */
  readonly locale?: string | undefined;
  readonly image?: TagImage | undefined;
  readonly type: "article" | "website" | (string & {});
  readonly article?: ArticleTags | undefined;
  /** `@user@host`. */
  readonly creator?: string | undefined;
  readonly feeds: readonly Feed[];
  /** Address of the page's oEmbed answer, JSON. */
  readonly oembedUrl?: string | undefined;
  /** `#rrggbb`. */
  readonly themeColor?: string | undefined;
  /** Whether JSON-LD is to be added: not where the page has its own. */
  readonly addsStructuredData: boolean;
  readonly script?: SiteScript | undefined;
}

export interface TagImage {
  /** Absolute. */
  readonly url: string;
  /** Pixels. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly alt?: string | undefined;
  /** MIME type. */
  readonly type?: string | undefined;
}

export interface ArticleTags {
  /** ISO 8601. */
  readonly publishedTime?: string | undefined;
  readonly modifiedTime?: string | undefined;
  /** A name or an address. */
  readonly author?: string | undefined;
  readonly section?: string | undefined;
  readonly tags: readonly string[];
}

export interface Feed {
  readonly url: string;
  readonly type: string;
  readonly title?: string | undefined;
}

export interface SiteScript {
  readonly src: string;
  readonly siteKey: string;
}

/** What a site's owner says once for all of its pages. A page's own good values come before it. */
export interface SiteProfile {
  readonly siteName?: string | undefined;
  /** BCP 47, for pages that do not say theirs. */
  readonly language?: string | undefined;
  /** For pages without a picture of their own. */
  readonly image?: TagImage | undefined;
  readonly creator?: string | undefined;
  readonly themeColor?: string | undefined;
  readonly feeds?: readonly Feed[] | undefined;
  /** oEmbed endpoint; `{url}` in it stands for the page's address, percent-encoded. */
  readonly oembed?: string | undefined;
  readonly script?: SiteScript | undefined;
}

/** What must be known of a page to wish its tags. A `Page` of the audit is one; so is what the head scanner reads. */
export interface PageHead {
  readonly url: string;
  readonly baseUrl: string;
  readonly lang: string | undefined;
  readonly title: { readonly text: string } | undefined;
  readonly metas: readonly Pick<Page["metas"][number], "by" | "name" | "content">[];
  readonly links: readonly Pick<Page["links"][number], "rel" | "href" | "url" | "type" | "title">[];
  readonly structuredData: readonly Pick<Page["structuredData"][number], "value">[];
  readonly headings?: readonly { readonly text: string; readonly level: number }[] | undefined;
  readonly text?: Pick<Page["text"], "main"> | undefined;
}
