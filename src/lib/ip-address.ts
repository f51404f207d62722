/** An address as its bytes: 4 of IPv4, 16 of IPv6, in network order. */
export type IpAddress = Uint8Array;
export type IpRange = { readonly net: IpAddress; readonly bits: number };

/**
 * Reads the two canonical forms only: four decimal numbers without leading zeros, and RFC 4291 text. Octal, hex, short
 * and single-number forms are what `URL` turns into these; here they are no address, and neither is one with a zone.
 */
export function parseIp(text: string): IpAddress | undefined {
  return text.includes(":") ? parseIpv6(text) : parseIpv4(text);
}
function parseIpv4(text: string): IpAddress | undefined {
  const parts = text.split(".");
  if (parts.length !== 4) return undefined;
  const bytes = parts.map((part) => (/^(0|[1-9]\d{0,2})$/.test(part) ? Number(part) : 256));
  return bytes.every((byte) => byte < 256) ? Uint8Array.from(bytes) : undefined;
}
function parseIpv6(text: string): IpAddress | undefined {
  if (text.length > 45) return undefined; // the longest: eight groups, the last two as IPv4
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half, at) => groupsOf(half, at === halves.length - 1));
  if (head === undefined) return undefined;
  if (halves.length === 1) return head.length === 16 ? Uint8Array.from(head) : undefined;
  // `::` stands for at least one group of zeros
  if (tail === undefined || head.length + tail.length > 14) return undefined;
  const zeros = Array<number>(16 - head.length - tail.length).fill(0);
  return Uint8Array.from([...head, ...zeros, ...tail]);
}
function groupsOf(text: string, last: boolean): readonly number[] | undefined {
  if (text === "") return [];
  const bytes: number[] = [];
  const groups = text.split(":");
  for (const [at, group] of groups.entries()) {
    const embedded = last && at === groups.length - 1 ? parseIpv4(group) : undefined;
    if (embedded !== undefined) bytes.push(...embedded);
    else if (/^[0-9a-f]{1,4}$/i.test(group))
      bytes.push(Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255);
    else return undefined;
  }
  return bytes;
}

/** @param cidr such as `10.1.2.0/24` or `fd00::/8` @throws RangeError when it is no such range */
export function parseIpRange(cidr: string): IpRange {
  const [, address = "", digits = ""] = /^([^/]+)\/(\d{1,3})$/.exec(cidr) ?? [];
  const net = parseIp(address);
  const bits = Number(digits);
  if (net === undefined || bits > net.length * 8)
    throw new RangeError(`${cidr} is not an address range like 10.1.2.0/24`);
  return { net, bits };
}
/** Never true across the two families. */
export function isWithin(address: IpAddress, { net, bits }: IpRange): boolean {
  if (address.length !== net.length) return false;
  return address.every((byte, at) => {
    const mask = (0xff00 >> Math.min(8, Math.max(0, bits - at * 8))) & 255;
    return (byte & mask) === ((net[at] ?? 0) & mask);
  });
}
