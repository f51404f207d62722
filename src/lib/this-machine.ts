const NAMES: ReadonlySet<string> = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** The usual names by which the settings mean this machine itself; others lead here as well. @param hostname as in a URL */
export function isThisMachine(hostname: string): boolean {
  return NAMES.has(hostname);
}
