import { type IpRange, isWithin, parseIp } from "../../../lib/ip-address.ts";
import { isLoopbackName, nameProblem } from "./host-names.ts";
import { specialUse } from "./special-addresses.ts";
import { ALLOWED, denied, type Verdict } from "../verdict.ts";

/** What the settings let through beyond the public Internet. */
export type AddressGrants = {
  /** Ports beside 80 and 443. */
  readonly ports?: readonly number[];
  /** Hosts whose names are not judged; where they lead still is. */
  readonly names?: readonly string[];
  /** Special addresses that may be reached all the same. */
  readonly ranges?: readonly IpRange[];
};
/** What a name server said for a host; undefined when nobody has asked it yet, which judges the name alone. */
export type Answers = readonly unknown[] | undefined;

const USUAL_PORTS = [80, 443];
/** How often a server may send on to another address. */
const MAX_REDIRECTS = 5;
const MAX_URL = 8192;

/** `https://a\@b/`: to the WHATWG's rules a backslash ends the host, to those of RFC 3986 the host is behind the `@`. */
const TWO_HOSTS = /^[a-z]+:[\\/]*[^\\/?#]+\\[^/?#]*@/i;
/**
 * May this address be fetched? It is parsed once, as `fetch` would; the host's address, or every one of its answers, is
 * judged on its bytes. Who connects must do so to an answer judged here, and ask anew after each redirect.
 */
export function checkUrl(text: string, answers: Answers, grants: AddressGrants = {}): Verdict {
  const url = text.length <= MAX_URL && URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) return denied("it is not a web address");
  if (TWO_HOSTS.test(text)) return denied("readers disagree about which host it names");
  return checkParsed(url, answers, grants);
}
function checkParsed(url: URL, answers: Answers, grants: AddressGrants): Verdict {
  if (url.protocol !== "http:" && url.protocol !== "https:") return denied(`${url.protocol} is not http or https`);
  if (url.username !== "" || url.password !== "") return denied("it holds a user name or password");
  const port = Number(url.port || (url.protocol === "http:" ? 80 : 443));
  if (!USUAL_PORTS.includes(port) && grants.ports?.includes(port) !== true)
    return denied(`port ${port} is neither 80 nor 443`);
  return checkHost(hostOf(url), answers, grants);
}
function checkHost(host: string, answers: Answers, grants: AddressGrants): Verdict {
  const problem = literalProblem(host, grants);
  if (problem === "name") {
    const wrong = nameRefusal(host, answers, grants);
    if (wrong !== undefined) return denied(`${host} ${wrong}`);
  } else if (problem !== undefined) return denied(`${host} is ${problem}`);
  // An address has no answers but itself; whoever was given others might connect to one.
  for (const answer of answers ?? []) {
    const wrong = typeof answer === "string" ? literalProblem(answer, grants) : "name";
    if (wrong !== undefined)
      return denied(
        `${host} resolves to ${wrong === "name" ? "something that is no address" : `${String(answer)}, which is ${wrong}`}`,
      );
  }
  return ALLOWED;
}
/** What is wrong with a name before its answers are looked at. */
function nameRefusal(host: string, answers: Answers, { names = [] }: AddressGrants): string | undefined {
  const inName = names.includes(host) ? undefined : nameProblem(host);
  if (inName !== undefined) return inName;
  if (answers === undefined) return isLoopbackName(host) ? "leads to this machine itself" : undefined;
  return answers.length === 0 ? "did not resolve to any address" : undefined;
}
/** @returns what is wrong with an address, "name" when it is none, undefined when it may be connected to */
function literalProblem(text: string, { ranges = [] }: AddressGrants): string | undefined {
  const address = parseIp(text);
  if (address === undefined) return "name";
  return ranges.some((range) => isWithin(address, range)) ? undefined : specialUse(address);
}

/**
 * A fetch and where its redirects led, each address judged as the first; those that name no host are relative to the one before.
 * @param answersByHost what each host resolved to; one that is not in it did not resolve. Undefined judges names alone.
 */
export function checkChain(
  chain: readonly string[],
  answersByHost: Readonly<Record<string, Answers>> | undefined,
  grants: AddressGrants = {},
): Verdict {
  if (chain.length === 0) return denied("there is no address");
  const known = new Map(Object.entries(answersByHost ?? {}).map(([host, answers]) => [plainHost(host), answers]));
  let from: string | undefined;
  for (const [hop, text] of chain.entries()) {
    if (hop > MAX_REDIRECTS) return { verdict: "deny", reason: `more than ${MAX_REDIRECTS} redirects`, hop };
    const url = text.length <= MAX_URL && URL.canParse(text, from) ? new URL(text, from) : undefined;
    if (url === undefined) return { verdict: "deny", reason: "it is not a web address", hop };
    const answers = answersByHost === undefined ? undefined : (known.get(hostOf(url)) ?? []);
    const verdict = checkParsed(url, answers, grants);
    if (verdict.verdict === "deny") return { ...verdict, hop };
    from = url.href;
  }
  return ALLOWED;
}
function hostOf(url: URL): string {
  return plainHost(url.hostname);
}
/** Without the brackets of IPv6 and the dot that ends a full name. */
function plainHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, "$1")
    .replace(/\.$/, "");
}
