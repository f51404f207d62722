import { type IpAddress, isWithin, parseIpRange } from "../../../lib/ip-address.ts";

/**
 * Addresses that are not, or need not be, a host of the public Internet.
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry
 */
const SPECIAL = [
  // What clouds answer a machine on with its own credentials; first, so that it is told by its name.
  ["169.254.169.254/32", "a cloud's metadata service"],
  ["169.254.170.2/32", "a cloud's credentials service"],
  ["100.100.100.200/32", "a cloud's metadata service"],
  ["192.0.0.192/32", "a cloud's metadata service"],
  ["168.63.129.16/32", "a cloud's host service"],
  ["192.80.8.124/32", "a cloud's metadata service"],
  ["fd00:ec2::/32", "a cloud's metadata service"],
  ["fd20:ce::254/128", "a cloud's metadata service"],
  ["0.0.0.0/8", "this machine itself"],
  ["10.0.0.0/8", "a private network"],
  ["100.64.0.0/10", "a provider's inner network"],
  ["127.0.0.0/8", "this machine itself"],
  ["169.254.0.0/16", "the local link"],
  ["172.16.0.0/12", "a private network"],
  ["192.0.0.0/24", "set aside for protocols"],
  ["192.0.2.0/24", "for documentation only"],
  ["192.31.196.0/24", "set aside for name servers"],
  ["192.52.193.0/24", "set aside for multicast tunnels"],
  ["192.88.99.0/24", "a relay of 6to4"],
  ["192.168.0.0/16", "a private network"],
  ["192.175.48.0/24", "set aside for name servers"],
  ["198.18.0.0/15", "for tests of networks"],
  ["198.51.100.0/24", "for documentation only"],
  ["203.0.113.0/24", "for documentation only"],
  ["224.0.0.0/4", "multicast"],
  ["255.255.255.255/32", "broadcast"],
  ["240.0.0.0/4", "reserved"],
  ["::/128", "this machine itself"],
  ["::1/128", "this machine itself"],
  ["::ffff:0:0/96", "an IPv4 address in IPv6 clothing"],
  ["::ffff:0:0:0/96", "an IPv4 address in IPv6 clothing"],
  ["::/96", "an IPv4 address in IPv6 clothing"],
  ["64:ff9b::/96", "an IPv4 address behind a translator"],
  ["64:ff9b:1::/48", "an IPv4 address behind a translator"],
  ["100::/64", "thrown away"],
  ["2001::/32", "an IPv4 address behind a tunnel"],
  ["2001::/23", "set aside for protocols"],
  ["2001:db8::/32", "for documentation only"],
  ["2002::/16", "an IPv4 address behind a tunnel"],
  ["2620:4f:8000::/48", "set aside for name servers"],
  ["3fff::/20", "for documentation only"],
  ["5f00::/16", "segment routing"],
  ["fc00::/7", "a private network"],
  ["fe80::/10", "the local link"],
  ["fec0::/10", "a private network"],
  ["ff00::/8", "multicast"],
] as const;
const RANGES = SPECIAL.map(([cidr, use]) => ({ range: parseIpRange(cidr), use }));
/** All that IANA has given out for public hosts so far lies here: what is outside waits for a meaning. */
const PUBLIC_6 = parseIpRange("2000::/3");

/** What an address is set aside for; undefined when a public host may have it. */
export function specialUse(address: IpAddress): string | undefined {
  const found = RANGES.find(({ range }) => isWithin(address, range));
  if (found !== undefined) return found.use;
  return address.length === 4 || isWithin(address, PUBLIC_6) ? undefined : "not given out";
}
