import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { Publication, PublicationStep } from "./schema.ts";
import { getPublicationView, readAttention } from "./stored-publication.ts";

export const getPublication = operation({
  id: "getPublication",
  summary: "Show a publication with its ledger: what happened, when, by whom, why, in whose words",
  http: "GET /publications/:id",
  access: "read",
  input: z.object({ id: z.uuid() }),
  output: Publication.extend({ steps: z.array(PublicationStep) }),
  async run(ctx, { id }) {
    const view = await getPublicationView(ctx.db, id);
    const rows = await ctx.db
      .selectFrom("publicationStep")
      .selectAll()
      .where("publicationId", "=", id)
      .orderBy("id")
      .execute();
    const steps = rows.map((row) => ({
      id: row.id,
      at: row.at,
      kind: row.kind,
      actor: { kind: row.actorKind, name: row.actorName },
      detail: PublicationStep.shape.detail.parse(row.detail),
      words: row.words,
    }));
    return { ...view, steps };
  },
});

export const listAttention = operation({
  id: "listAttention",
  summary: "List the publications that wait for a person's decision, newest first",
  http: "GET /publications",
  access: "read",
  input: PageRequest.extend({ needs: z.literal("attention").default("attention") }),
  output: pageOf(Publication),
  run: async (ctx, { limit, after }) => cutPage(await readAttention(ctx.db, { limit, after }), limit),
});
