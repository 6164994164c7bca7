import { z } from "zod";
import { Address } from "./address.ts";
import { onOneLine } from "./on-one-line.ts";

/** How the connection is protected; `offered`: by STARTTLS where the server offers it. */
export const MailSecurity = z.enum(["tls", "starttls", "offered", "none"]);

/** A server that takes letters, and whose letters they are. */
export const MailServer = z.object({
  host: z
    .string()
    .trim()
    .min(1, "is empty")
    .max(253)
    .regex(/^[a-z0-9.:_-]+$/i, "is no host name; use one such as smtp.example.com"),
  port: z.int().min(1).max(65_535),
  security: MailSecurity,
  user: z.string().max(320).default(""),
  password: z.string().max(1000).default(""),
  from: Address.describe("The sender's address"),
  fromName: z.string().max(120).transform(onOneLine).default(""),
});
export type MailServer = z.output<typeof MailServer>;

export interface HouseMail {
  /** `smtp://user:password@host:port` or `smtps://…`. */
  readonly smtpUrl: string;
  /** `Name <address>` or an address. */
  readonly from: string;
  /** The longest wait for a connection, a greeting, and each answer; 10 s unless it is given. */
  readonly timeoutMs?: number;
}

/** The house's server, as the environment names it. Throws with what is wrong and the remedy. */
export function readHouseMail({ smtpUrl, from }: HouseMail): MailServer {
  const url = new URL(smtpUrl);
  const sender = readSender(from);
  const isTls = url.protocol === "smtps:";
  return MailServer.parse({
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? (isTls ? 465 : 587) : Number(url.port),
    security: isTls ? "tls" : isToldAbroad(url) ? "starttls" : "offered",
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    ...sender,
  });
}

function readSender(from: string) {
  const parts = /^\s*(?:"?([^"<>]*)"?\s*<)?([^<>\s]+)>?\s*$/.exec(from);
  return { from: parts?.[2] ?? from, fromName: parts?.[1] ?? "" };
}

/** A password is said to nobody who listens on the way. */
const isToldAbroad = ({ hostname, password }: URL): boolean =>
  password !== "" && !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);

export const mailServerPurpose = (workspaceId: string): string => `mail.server:${workspaceId}`;
