/** What is read of the answers, and no more: kin of the network leave fields out. https://docs.joinmastodon.org/entities/ */
import { z } from "zod";

export const RemoteAccount = z.object({
  id: z.string(),
  username: z.string(),
  acct: z.string(),
  display_name: z.string().default(""),
  url: z.string(),
  avatar: z.string().nullish(),
  followers_count: z.number().default(0),
});
export type RemoteAccount = z.infer<typeof RemoteAccount>;

export const RemoteMedia = z.object({
  id: z.string(),
  url: z.string().nullish(),
  description: z.string().nullish(),
});
export type RemoteMedia = z.infer<typeof RemoteMedia>;

/** https://docs.joinmastodon.org/entities/PreviewCard/ */
export const RemoteCard = z.object({
  url: z.string(),
  title: z.string(),
  description: z.string().default(""),
  image: z.string().nullish(),
  provider_name: z.string().default(""),
});

export const RemoteStatus = z.object({
  id: z.string(),
  created_at: z.string(),
  in_reply_to_id: z.string().nullish(),
  visibility: z.string().default("public"),
  url: z.string().nullish(),
  uri: z.string(),
  content: z.string(),
  account: RemoteAccount,
  replies_count: z.number().optional(),
  reblogs_count: z.number().optional(),
  favourites_count: z.number().optional(),
  quotes_count: z.number().optional(),
  media_attachments: z.array(RemoteMedia).default([]),
  card: RemoteCard.nullish(),
});
export type RemoteStatus = z.infer<typeof RemoteStatus>;

export const RemoteContext = z.object({ descendants: z.array(RemoteStatus) });

export const RemoteApp = z.object({ client_id: z.string(), client_secret: z.string() });

export const RemoteToken = z.object({ access_token: z.string().min(1) });
