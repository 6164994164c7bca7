import type { Operations } from "@samovar/client";

export type OperationId = keyof Operations;
export type Input<Id extends OperationId> = Operations[Id]["input"];
export type Output<Id extends OperationId> = Operations[Id]["output"];

/** Operations that answer a page of rows. */
export type ListId = {
  [Id in OperationId]: Output<Id> extends { items: unknown[]; next: string | null } ? Id : never;
}[OperationId];
export type Row<Id extends OperationId> = Output<Id> extends { items: (infer Item)[] } ? Item : never;

export type Me = Output<"getMe">;
export type Workspace = Me["workspaces"][number];
export type Permission = Workspace["permissions"][number];
export type Role = Workspace["role"];
export type Site = Output<"getSite">;
export type Page = Row<"listPages">;
export type Network = Row<"listNetworks">;
export type Channel = Output<"getChannel">;
export type Post = Output<"getPost">;
export type Publication = Post["publications"][number];
export type PublicationState = Publication["state"];
export type Media = Output<"getMedia">;
export type Reply = Row<"listReplies">;
export type Preview = Row<"previewPost">;
export type LoopRow = Row<"getLoopReport">;
export type SiteAudit = Output<"getSiteAudit">;
export type AuditRun = NonNullable<SiteAudit["current"]>;
export type PageAuditRow = Row<"listPageAudits">;
export type PageAudit = Output<"getPageAudit">;
export type AuditFinding = PageAudit["findings"][number];
export type PreviewCard = PageAudit["cards"][number];
export type CardTemplate = Output<"getCardTemplate">;
export type CardFont = Row<"listCardFonts">;
