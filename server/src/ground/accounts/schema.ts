import { z } from "zod";
import { permissions } from "#src/platform/operation/permissions.ts";
import { Instant, Name, TimeZone } from "#src/platform/operation/values.ts";
import { roles } from "./roles.ts";

export const Role = z.enum(roles);
const Permission = z.enum(permissions);

export const Workspace = z.object({ id: z.uuid(), name: Name, timeZone: TimeZone });

export const NewPerson = z.object({
  name: Name,
  email: z.email("is no e-mail address").max(254),
  password: z
    .string()
    .min(10, "is shorter than 10 characters")
    .max(256, "is longer than 256 characters")
    .meta({ secret: true }),
});

export const Me = z.object({
  person: z.object({ id: z.string(), name: z.string(), email: z.string(), twoFactorEnabled: z.boolean() }),
  workspaces: z.array(Workspace.extend({ role: Role, permissions: z.array(Permission) })),
});

export const Member = z.object({
  personId: z.string(),
  name: z.string(),
  email: z.string(),
  role: Role,
  createdAt: Instant,
});

export const Invitation = z.object({
  id: z.uuid(),
  role: Role,
  note: z.string(),
  createdAt: Instant,
  expiresAt: Instant,
  acceptedAt: Instant.nullable(),
});

export const ApiKey = z.object({
  id: z.uuid(),
  name: Name,
  tokenStart: z.string().describe("The first characters, to tell keys apart"),
  scopes: z.array(Permission),
  createdAt: Instant,
  expiresAt: Instant.nullable(),
  lastUsedAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
});

export const NewApiKey = z.object({
  name: Name,
  scopes: z.array(Permission).min(1, "is empty: a key without scopes can do nothing"),
  expiresAt: Instant.optional().describe("When the key stops working; leave it out for a key that lasts"),
});

export const HistoryEntry = z.object({
  id: z.uuid(),
  at: Instant,
  actorKind: z.string(),
  actorName: z.string(),
  surface: z.string(),
  address: z.string().nullable(),
  operation: z.string(),
  subject: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
});
