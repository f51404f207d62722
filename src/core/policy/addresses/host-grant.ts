import { nameProblem } from "./host-names.ts";

/** A host and port that may be reached, as people write it: `api.example.com:443`, `*.example.com:443`. */
export type HostGrant = {
  /** Lower case. With `*.` before it: every name that ends in the rest, at any depth, and not the rest itself. */
  readonly host: string;
  readonly port: number;
};

/** Reads a grant. @returns what is wrong with it as a string, when it is none */
export function readHostGrant(text: string): HostGrant | string {
  const [, star = "", name = "", port = ""] = /^(\*\.)?([^:*/@\s]+):(\d{1,5})$/u.exec(text.toLowerCase()) ?? [];
  if (name === "") return "must be a host's name and a port, such as api.example.com:443 or *.example.com:443";
  const number = Number(port);
  if (number < 1 || number > 65_535) return `has no port from 1 to 65535: ${port}`;
  // Digits alone at the end are an address, which has no name to be checked.
  if (/(^|\.)(\d+|0x[0-9a-f]*)$/u.test(name)) return "must name a host, not an address";
  const problem = nameProblem(name);
  if (problem !== undefined) return `${name} ${problem}`;
  return { host: `${star}${name}`, port: number };
}
/** @param name lower case */
export function isGranted(name: string, port: number, grants: readonly HostGrant[]): boolean {
  return grants.some((grant) => grant.port === port && coversName(grant.host, name));
}
function coversName(granted: string, name: string): boolean {
  if (!granted.startsWith("*.")) return granted === name;
  const end = granted.slice(1);
  return name.endsWith(end) && name.length > end.length && !name.startsWith(".");
}

/** Hosts that the settings give a check: `repository` and `check` as they are called, or `*`. */
export type CheckGrant = { readonly repository: string; readonly check: string; readonly hosts: readonly string[] };
/** The hosts of one check, each once, sorted. */
export function hostsOfCheck(grants: readonly CheckGrant[], repository: string, check: string): readonly string[] {
  const fits = (pattern: string, name: string) => pattern === "*" || pattern === name;
  const given = grants.filter((grant) => fits(grant.repository, repository) && fits(grant.check, check));
  return [...new Set(given.flatMap(({ hosts }) => hosts))].toSorted();
}
