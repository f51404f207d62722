import { BlockList, isIPv4, isIPv6 } from "node:net";

/** IANA's special-purpose registries of 2024: what is not, or need not be, a host of the public Internet. */
const SPECIAL_4 =
  "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 " +
  "192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4";
/** Of IPv6 only 2000::/3 is given to public hosts, but for these; mapped, NAT64, local and multicast lie outside it. */
const PUBLIC_6 = "2000::/3";
const SPECIAL_6 = "2001::/23 2001:db8::/32 2002::/16 3fff::/20";

const special4 = ranges(SPECIAL_4.split(" "));
const public6 = ranges([PUBLIC_6]);
const special6 = ranges(SPECIAL_6.split(" "));

/** @param cidrs such as `10.1.2.0/24` or `fd00::/8` @throws RangeError when one is no such range */
export function ranges(cidrs: readonly string[]): BlockList {
  const list = new BlockList();
  for (const cidr of cidrs) {
    const [, net = "", bits = ""] = /^([0-9a-fA-F:.]+)\/(\d{1,3})$/.exec(cidr) ?? [];
    const family = isIPv4(net) ? "ipv4" : isIPv6(net) ? "ipv6" : undefined;
    if (family === undefined || Number(bits) > (family === "ipv4" ? 32 : 128))
      throw new RangeError(`${cidr} is not an address range like 10.1.2.0/24`);
    list.addSubnet(net, Number(bits), family);
  }
  return list;
}
/** Whether a sandbox may be connected to this literal address: public, or in a range that somebody has allowed. */
export function mayConnect(address: string, allowed: BlockList): boolean {
  if (isIPv4(address)) return allowed.check(address, "ipv4") || !special4.check(address, "ipv4");
  // a zone (`fe80::1%eth0`) makes it local whatever the rest says
  if (!isIPv6(address) || address.includes("%")) return false;
  if (allowed.check(address, "ipv6")) return true;
  return public6.check(address, "ipv6") && !special6.check(address, "ipv6");
}
