import { BlockList, isIPv4, isIPv6 } from "node:net";

/**
 * IPv4 that is not the public Internet (IANA special-purpose registry: https://www.iana.org/assignments/iana-ipv4-special-registry).
 * 169.254.0.0/16 holds the clouds' metadata services.
 */
const reservedIpv4 = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const;

/** Inside 2000::/3, what still is no public host: protocol assignments with Teredo, documentation, 6to4. */
const reservedIpv6 = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const;

const refused = new BlockList();
for (const [net, prefix] of reservedIpv4) refused.addSubnet(net, prefix, "ipv4");
for (const [net, prefix] of reservedIpv6) refused.addSubnet(net, prefix, "ipv6");

/** Global unicast. All else (loopback, link-local, unique local, mapped and translated IPv4) is not. */
const globalIpv6 = new BlockList();
globalIpv6.addSubnet("2000::", 3, "ipv6");

/** Whether an IP address belongs to a host on the public Internet. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !refused.check(address, "ipv4");
  if (!isIPv6(address)) return false;
  return globalIpv6.check(address, "ipv6") && !refused.check(address, "ipv6");
}
