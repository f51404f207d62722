import { parseIp } from "../../../lib/ip-address.ts";
import { specialUse } from "./special-addresses.ts";

/** Endings that no public name server answers for, or that only an inner network does. */
const INNER_ENDINGS =
  /(^|\.)(localhost|localdomain6?|local|internal|intranet|private|corp|home|lan|home\.arpa|in-addr\.arpa|ip6\.arpa|onion|i2p|svc|consul|test|invalid|alt)$/;
/** Names that stand for a cloud's metadata service though their endings are public. */
const METADATA = /^(metadata\.goog|metadata\.tencentyun\.com|metadata\.(packet|platformequinix)\.(net|com))$/;
/** Services that answer with whatever address the name holds, and thus turn a private address into a public name. */
const WILDCARD_DNS =
  /\.(nip\.io|sslip\.io|xip\.io|ip\.addr\.tools|traefik\.me|backname\.io|local-ip\.(?:co|sh|medicmobile\.org)|1u\.ms|rbndr\.us|nip\.dev)$/;
/** The same for this machine: every name below them is 127.0.0.1. */
const LOOPBACK_DNS =
  /(^|\.)(localtest\.me|lvh\.me|vcap\.me|lacolhost\.com|fuf\.me|localho\.st|local\.gd|yoogle\.com|bypass\.localdomain\.pw)$/;
/** A dash at a label's end is against the rules, yet such names are in use. */
const LABEL = /^[a-z0-9_-]{1,63}$/;
const MAX_NAME = 253;

/** Why a host's name is refused whatever it resolves to. @param name lower-case ASCII, without a dot at its end */
export function nameProblem(name: string): string | undefined {
  const labels = name.split(".");
  if (name.length > MAX_NAME || !labels.every((label) => LABEL.test(label))) return "is not a host's name";
  if (labels.length < 2) return "is a name of a local network";
  if (INNER_ENDINGS.test(name)) return "is a name of an inner network";
  if (METADATA.test(name)) return "is a cloud's metadata service";
  const inside = WILDCARD_DNS.exec(name);
  const use = inside === null ? undefined : embeddedUse(name.slice(0, inside.index));
  return use === undefined ? undefined : `holds an address that is ${use}`;
}
/** Is a name known to lead to this machine? Asked only where nobody has resolved it. */
export function isLoopbackName(name: string): boolean {
  return LOOPBACK_DNS.test(name);
}

/** Of all addresses that can be read in it, dotted, dashed or in hex: the first that is special. */
function embeddedUse(prefix: string): string | undefined {
  const dotted = [...prefix.matchAll(/(?=(?<![\d])(\d{1,3}(?:[.-]\d{1,3}){3})(?!\d))/g)].map(([, text = ""]) =>
    text.replaceAll("-", "."),
  );
  const hex = [...prefix.matchAll(/(?<![0-9a-f])([0-9a-f]{8})(?![0-9a-f])/g)].map(([, text = ""]) =>
    (text.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)).join("."),
  );
  const colons = prefix.split(".").map((label) => label.replaceAll("-", ":"));
  for (const text of [...dotted, ...hex, ...colons]) {
    const address = parseIp(text);
    const use = address === undefined ? undefined : specialUse(address);
    if (use !== undefined) return use;
  }
  return undefined;
}
