import { BlockList, isIP } from "node:net";

export interface ClientAddress {
  (remote: string, forwardedFor: string | undefined): string;
  /** Whether an address is one of the owner's proxies. */
  readonly isTrusted: (remote: string) => boolean;
}

/**
 * Finds where a request came from. `X-Forwarded-For` is believed only as far as it was written by proxies that the
 * owner named: from the right, the first address that is none of them. Anybody may write the rest.
 */
export function createClientAddress(trustedProxies: readonly string[]): ClientAddress {
  const trusted = new BlockList();
  for (const range of trustedProxies) addRange(trusted, range);
  const isTrusted = (address: string) =>
    isIP(address) !== 0 && trusted.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");

  const find = (remote: string, forwardedFor: string | undefined): string => {
    let address = plain(remote);
    if (!forwardedFor || !isIP(address) || !isTrusted(address)) return address;
    for (const hop of forwardedFor.split(",").toReversed()) {
      const before = plain(hop.trim());
      if (!isIP(before)) return address;
      address = before;
      if (!isTrusted(address)) return address;
    }
    return address;
  };
  return Object.assign(find, { isTrusted: (remote: string) => isTrusted(plain(remote)) });
}

/** `::ffff:10.0.0.1` is what a socket that listens on both families calls 10.0.0.1. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}

function addRange(list: BlockList, range: string): void {
  const [address = "", bits] = range.split("/");
  const family = isIP(address) === 6 ? "ipv6" : "ipv4";
  const prefix = bits === undefined ? (family === "ipv6" ? 128 : 32) : Number(bits);
  try {
    list.addSubnet(address, prefix, family);
  } catch (cause) {
    throw new Error(`TRUSTED_PROXIES: "${range}" is no address or range; write it as in 10.0.0.0/8`, {
      cause,
    });
  }
}
