import { sayNote } from "@samovar/audit";
import { sql } from "kysely";
import { z } from "zod";
import { networkOf } from "#src/smm/channels/index.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { Instant } from "#src/platform/operation/values.ts";

const CardDifference = z
  .object({
    id: z.uuid().describe("The publication"),
    postId: z.uuid(),
    channelId: z.uuid(),
    network: z.object({ id: z.string(), name: z.string() }),
    url: z.string().nullable(),
    linkUrl: z.string().nullable(),
    readAt: Instant,
    shown: z
      .object({
        url: z.string(),
        title: z.string(),
        description: z.string(),
        imageUrl: z.string().nullable(),
        siteName: z.string().nullable(),
      })
      .nullable()
      .describe("Null: the network shows no card"),
    differences: z.array(
      z.object({
        field: z.string().describe("title, description, siteName, imageUrl, or card: whether there is one"),
        predicted: z.string().nullable(),
        shown: z.string().nullable(),
        question: z
          .object({ en: z.string(), ru: z.string() })
          .describe("Which rule of Samovar's is to be doubted"),
      }),
    ),
  })
  .meta({ id: "CardDifference" });

export const listCardDifferences = operation({
  id: "listCardDifferences",
  summary: "List the publications whose network made another card than was foreseen, newest first",
  http: "GET /card-differences",
  access: "read",
  input: PageRequest,
  output: pageOf(CardDifference),
  async run({ db }, { limit, after }) {
    const rows = await db
      .selectFrom("publicationCard as card")
      .innerJoin("publication", "publication.id", "card.publicationId")
      .innerJoin("post", "post.id", "publication.postId")
      .innerJoin("channel", "channel.id", "publication.channelId")
      .select(["publication.id", "publication.postId", "publication.channelId", "publication.url"])
      .select(["channel.networkId", "post.linkUrl", "card.readAt", "card.shown", "card.differences"])
      .where("card.differences", "is not", null)
      .where(sql<boolean>`card.differences <> '[]'`)
      .$if(after !== undefined, (query) => query.where("card.publicationId", "<", String(after)))
      .orderBy("card.publicationId", "desc")
      .limit(limit + 1)
      .execute();
    const { items, next } = cutPage(rows, limit);
    return { items: items.flatMap(viewOf), next };
  },
});

const Stored = z.array(
  z.object({
    field: z.string(),
    predicted: z.string().optional(),
    real: z.string().optional(),
    question: z.object({ key: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) }),
  }),
);

interface Row {
  readonly id: string;
  readonly postId: string;
  readonly channelId: string;
  readonly networkId: string;
  readonly url: string | null;
  readonly linkUrl: string | null;
  readonly readAt: Date | null;
  readonly shown: unknown;
  readonly differences: unknown;
}

function viewOf({ networkId, readAt, shown, differences, ...row }: Row): z.output<typeof CardDifference>[] {
  if (readAt === null) return [];
  const network = networkOf({ networkId });
  return [
    {
      ...row,
      readAt,
      network: { id: network.id, name: network.name },
      shown: CardDifference.shape.shown.parse(shown),
      differences: Stored.parse(differences).map(({ field, predicted, real, question }) => ({
        field,
        predicted: predicted ?? null,
        shown: real ?? null,
        question: { en: sayNote(question, "en"), ru: sayNote(question, "ru") },
      })),
    },
  ];
}
