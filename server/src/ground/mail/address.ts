import { domainToASCII } from "node:url";
import { z } from "zod";

export const maxAddressLength = 254; // RFC 5321 §4.5.3.1.3, less the angle brackets

/**
 * An e-mail address in one spelling: no blanks around it, the domain in lower case and in ASCII (`почта@чай.рф` →
 * `почта@xn--80as4b.xn--p1ai`), the local part as it was given. Undefined where it is none. Quoted local parts and
 * address literals are refused: nobody subscribes with them, and they carry tricks into headers.
 */
export function parseAddress(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed.length > maxAddressLength) return undefined;
  const at = trimmed.lastIndexOf("@");
  const local = trimmed.slice(0, at).normalize("NFC");
  const domain = domainToASCII(trimmed.slice(at + 1).normalize("NFC"));
  const isAddress =
    at > 0 &&
    Buffer.byteLength(local) <= 64 &&
    localPart.test(local) &&
    !/^\.|\.\.|\.$/.test(local) &&
    domainName.test(domain);
  return isAddress ? `${local}@${domain.toLowerCase()}` : undefined;
}

/** RFC 5322's atom characters and, after RFC 6531, letters of any script. No control, no blank, no direction mark. */
const localPart = /^[\p{L}\p{M}\p{N}!#$%&'*+\-/=?^_`{|}~.]+$/u;
const domainName =
  /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+(?=[a-z0-9-]*[a-z])[a-z0-9-]{2,63}$/i;

/** The same for everybody whose mail ends in one box as far as we can tell: what limits are counted by. */
export const keyOfAddress = (address: string): string => address.toLowerCase();

export const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1);

/** Reads an address into its one spelling. */
export const Address = z
  .string()
  .max(320, "is longer than 320 characters")
  .transform((text, context) => {
    const address = parseAddress(text);
    if (address !== undefined) return address;
    context.addIssue(`"${text.slice(0, 80)}" is no e-mail address; use one such as name@example.com`);
    return z.NEVER;
  });
