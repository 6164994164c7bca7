/** A page of a site of this workspace: what Samovar may mend. */
export interface OwnPage {
  readonly siteId: string;
  readonly url: string;
}
