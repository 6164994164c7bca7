import { z } from "zod";
import { Instant } from "#src/platform/operation/values.ts";
import { Address } from "./address.ts";
import { MailSecurity } from "./mail-server.ts";

export const MailState = z.enum(["waiting", "sent", "failed", "bounced", "suppressed"]);

export const Mail = z.object({
  id: z.uuid(),
  kind: z.string().describe("What it is for, as in `comments.reply`"),
  address: z.string(),
  subject: z.string(),
  state: MailState,
  attempts: z.int(),
  createdAt: Instant,
  dueAt: Instant.nullable().describe(
    "Of a waiting letter: not before this; null while there is no mail server",
  ),
  endedAt: Instant.nullable(),
  reply: z.string().nullable().describe("What the mail server answered last, or why it could not be asked"),
});

export const MailSettings = z.object({
  goesBy: z.enum(["own", "house", "none"]).describe("The workspace's own server, the house's, or none yet"),
  host: z.string().nullable(),
  port: z.int().nullable(),
  security: MailSecurity.nullable(),
  user: z.string().nullable(),
  hasPassword: z.boolean(),
  from: z.string().nullable(),
  fromName: z.string().nullable(),
  changedAt: Instant.nullable(),
  changedBy: z.string().nullable(),
});

export const NewMailSettings = z.object({
  host: z
    .string()
    .trim()
    .min(1, "is empty")
    .max(253)
    .regex(/^[a-z0-9.:_-]+$/i, {
      error: "is no host name; use one such as smtp.example.com",
    }),
  port: z.int().min(1).max(65_535),
  security: MailSecurity,
  user: z.string().trim().max(320).default(""),
  password: z
    .string()
    .max(1000)
    .optional()
    .meta({ secret: true })
    .describe("Leave it out to keep the one that is kept"),
  from: Address.describe("The sender's address"),
  fromName: z.string().trim().max(120).default(""),
});

export const SuppressionReason = z.enum(["bounce", "complaint", "asked", "manual"]);

export const Suppression = z.object({
  id: z.uuid(),
  address: z
    .string()
    .nullable()
    .describe("Null once its owner was erased; letters to it are still held back"),
  reason: SuppressionReason,
  detail: z.string().nullable(),
  since: Instant,
});
