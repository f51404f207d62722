/** What git says when another machine does not show a repository, in words that say what to do; git's own name addresses, and are kept out. */
export function tellRemote(stderr: string): string {
  const found = CAUSES.find(([said]) => said.test(stderr));
  return found?.[1] ?? `git could not read it: ${lastWords(stderr)}`;
}
/** In this order: a server that hides what is private says "not found" or asks for a name, as it likes. */
const CAUSES: readonly (readonly [RegExp, string])[] = [
  [
    /could not resolve host|name or service not known|no address associated/iu,
    "there is no such host: look at the address once more",
  ],
  [
    /repository [^\n]*not found|does not appear to be a git repository|returned error: 404|does not exist/iu,
    "there is no such repository, or it is private and this machine is not let in: look at the address once more, or register a local clone",
  ],
  [
    /could not read (?:username|password)|authentication failed|returned error: 40[13]/iu,
    "it wants a log-in, or does not exist: give this program its host's token (for GitHub `sparks secrets set GITHUB_TOKEN`), use an SSH address, or register a local clone",
  ],
  [
    /permission denied|host key verification failed/iu,
    "its server does not let this machine's SSH key in, or is not known to it yet: try `git ls-remote` with that address by hand, or register a local clone",
  ],
  [
    /timed? ?out|connection refused|connection reset|unreachable|could ?n[o']t connect|unable to connect|failed to connect/iu,
    "its server does not answer: look at the address once more, or try again later",
  ],
];
function lastWords(words: string): string {
  return words
    .replaceAll(/^(?:fatal|error): /gmu, "")
    .replaceAll(/[a-z][a-z0-9+.-]*:\/\/[^\s'"]+/giu, "(its address)")
    .trim()
    .split("\n")
    .slice(0, 3)
    .join("; ");
}
