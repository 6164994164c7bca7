/** What a published reader makes of a page. A field that is not there was not found. */
export interface OracleCard {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly siteName?: string | undefined;
  readonly author?: string | undefined;
  readonly image?: string | undefined;
}
