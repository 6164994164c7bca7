import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { isPublicAddress } from "@samovar/http-client";
import { createTransport, type NodemailerError, type SendMailOptions } from "nodemailer";
import { type HouseMail, type MailServer, readHouseMail } from "./mail-server.ts";

/** A letter as it goes out. */
export interface OutgoingMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: string;
  readonly unsubscribeUrl: string | null;
  readonly replyTo: string | null;
  readonly fromName: string | null;
}

/**
 * What became of it. `later`: the server refused this letter for now (4xx). `bounced`: there is no such address.
 * `refused`: for ever, for another reason. `silent`: the server can't be spoken with, whoever the letter is for.
 */
export interface Delivery {
  readonly outcome: "sent" | "later" | "bounced" | "refused" | "silent";
  /** What the server answered, or what stood in the way. */
  readonly reply: string;
}

export interface PostOffice {
  /** The server of those who have none of their own. */
  readonly house: MailServer | undefined;
  /** Speaks with the server for a bounded time. */
  readonly send: (server: MailServer, mail: OutgoingMail) => Promise<Delivery>;
  /** Until when a server that was silent is left alone; undefined: it may be asked. */
  readonly silentUntil: (server: MailServer) => Date | undefined;
  /** Undefined while another worker of this process sends letters of the same workspace. */
  readonly takeTurn: (workspaceId: string) => Disposable | undefined;
}

interface PostOfficeParts {
  /** The house's own server. */
  readonly mail: HouseMail | undefined;
  /** Whether servers that owners name may lie inside the house's own network. */
  readonly allowPrivateAddresses: boolean;
  readonly now: () => Date;
}

const defaultTimeoutMs = 10_000;
const shortestRestMs = 30_000;
const longestRestMs = 15 * 60_000;

/** Sends letters, and leaves a server that is silent alone for a while: it is asked once, not by every letter. */
export function createPostOffice(parts: PostOfficeParts): PostOffice {
  const house = parts.mail && readHouseMail(parts.mail);
  const rests = new Map<string, { readonly untilMs: number; readonly restMs: number }>();
  const turns = new Set<string>();
  const isOpen = (server: MailServer) => parts.allowPrivateAddresses || server === house;
  const timeoutMs = parts.mail?.timeoutMs ?? defaultTimeoutMs;
  return {
    house,
    takeTurn(workspaceId) {
      if (turns.has(workspaceId)) return undefined;
      turns.add(workspaceId);
      return { [Symbol.dispose]: () => void turns.delete(workspaceId) };
    },
    silentUntil(server) {
      const rest = rests.get(nameOf(server));
      return rest && rest.untilMs > parts.now().getTime() ? new Date(rest.untilMs) : undefined;
    },
    async send(server, mail) {
      const delivery = await sendNow(server, mail, { timeoutMs, isOpen: isOpen(server) });
      const name = nameOf(server);
      if (delivery.outcome !== "silent") rests.delete(name);
      else {
        const restMs = Math.min((rests.get(name)?.restMs ?? shortestRestMs / 2) * 2, longestRestMs);
        rests.set(name, { untilMs: parts.now().getTime() + restMs, restMs });
      }
      return delivery;
    },
  };
}

const nameOf = ({ host, port, user, password, security }: MailServer) =>
  JSON.stringify([host, port, user, password, security]);

interface Way {
  readonly timeoutMs: number;
  readonly isOpen: boolean;
}

async function sendNow(server: MailServer, mail: OutgoingMail, way: Way): Promise<Delivery> {
  try {
    const place = await placeOf(server, way);
    const sent = await post({ ...server, ...place }, messageOf(server, mail), way.timeoutMs);
    return { outcome: "sent", reply: sent.response.slice(0, maxReply) };
  } catch (error) {
    if (error instanceof Error) return deliveryOf(error);
    throw error;
  }
}

async function post(
  server: MailServer & { readonly servername?: string },
  message: SendMailOptions,
  timeoutMs: number,
) {
  const transport = createTransport({
    host: server.host,
    ...(server.servername !== undefined && { servername: server.servername }),
    port: server.port,
    secure: server.security === "tls",
    requireTLS: server.security === "starttls",
    ignoreTLS: server.security === "none",
    ...(server.user !== "" && { auth: { user: server.user, pass: server.password } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    // A server that says a word each few seconds never runs into the limits above.
    return await withinMs(transport.sendMail(message), timeoutMs * 6);
  } finally {
    transport.close();
  }
}

const maxReply = 500;

function messageOf(server: MailServer, mail: OutgoingMail): SendMailOptions {
  const domain = server.from.slice(server.from.lastIndexOf("@") + 1);
  return {
    from: { name: mail.fromName ?? server.fromName, address: server.from },
    to: { name: "", address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    ...(mail.replyTo !== null && { replyTo: { name: "", address: mail.replyTo } }),
    // The same on each try: a letter that was taken before the line broke is known again.
    messageId: `<${mail.id}@${domain}>`,
    headers: {
      "Auto-Submitted": "auto-generated", // RFC 3834: no out-of-office answers
      "Content-Language": mail.language,
      ...(mail.unsubscribeUrl !== null && {
        "List-Unsubscribe": `<${mail.unsubscribeUrl}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click", // RFC 8058
      }),
    },
  };
}

async function withinMs<Value>(work: Promise<Value>, ms: number): Promise<Value> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`The mail server took longer than ${ms / 1000} s`)), ms);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Judged by the server's codes (RFC 5321 §4.2, RFC 3463), never by its prose. */
function deliveryOf(error: NodemailerError): Delivery {
  const reply = (error.response ?? error.message).slice(0, maxReply);
  const code = error.responseCode ?? 0;
  const isAboutLetter = error.code === "EENVELOPE" || error.code === "EMESSAGE";
  if (!isAboutLetter || code < 400) return { outcome: "silent", reply };
  if (code < 500) return { outcome: "later", reply };
  return { outcome: isAboutAddress(error, code) ? "bounced" : "refused", reply };
}

/** 5.1.x and 5.2.1 speak of the mailbox; without such a word a refused recipient is one that does not exist. */
function isAboutAddress({ command, response }: NodemailerError, code: number): boolean {
  const enhanced = /^\d{3}[ -](5\.\d{1,3}\.\d{1,3})\b/.exec(response ?? "")?.[1];
  if (enhanced !== undefined) return /^5\.(1\.([0-6]|10)|2\.1)$/.test(enhanced);
  return command === "RCPT TO" && [550, 551, 553].includes(code);
}

/**
 * Where to connect to. An owner's mail server is on the internet, not inside the house's network: the name is looked
 * up here, and the socket goes to the very address that was found public. Throws when there is none.
 */
async function placeOf({ host }: MailServer, { isOpen, timeoutMs }: Way) {
  if (isOpen) return { host };
  const found = isIP(host) ? [{ address: host }] : await withinMs(lookup(host, { all: true }), timeoutMs);
  const open = found.find(({ address }) => isPublicAddress(address));
  if (!open) throw new Error(`${host} leads to no public address`);
  return { host: open.address, ...(!isIP(host) && { servername: host }) };
}
