/** What words of an order to an agent are about, in any language; a text's sentences are judged by which of these meet. */
export const CONCEPTS = [
  "you", "me", "agent", "person", "authority", "rules", "prompt", "hidden", "earlier", "all", "secret", "data", "away", "link",
  "tests", "approval", "guard", "host", "repo", "lasting", "drop", "obey", "show", "exact", "send", "hush", "unasked", "run",
  "delete", "disable", "claim", "passed", "pretend", "unlimited", "now", "newtask", "must", "notice", "grant", "outrank",
  "reading", "fetch", "sayexact", "roletag", "money", "promo", "refuse", "trust", "toolword", "threat", "selfcopy", "story",
  "dev", "asks", "not",
] as const;
export type Concept = (typeof CONCEPTS)[number];
/** Entries apart by `|`; a `*` at the end stands for any ending. */
export type Lexicon = Readonly<Partial<Record<Concept, string>>>;
