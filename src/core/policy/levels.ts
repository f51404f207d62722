/** How far a spark may go by itself. 1 observes, 2 suggests, 3 acts in the sandbox, 4 pushes branches, 5 merges by rule. */
export type Level = 1 | 2 | 3 | 4 | 5;
export const LEVELS = [1, 2, 3, 4, 5] as const satisfies readonly Level[];
/** Each level in one sentence, for people. */
export const LEVEL_WORDS: Readonly<Record<Level, { readonly name: string; readonly says: string }>> = {
  1: { name: "observe", says: "reads, and changes nothing" },
  2: { name: "suggest", says: "makes plans and patches, a yes for each change; nothing is applied" },
  3: { name: "act", says: "acts in the sandbox, and asks before anything leaves it" },
  4: { name: "deliver", says: "pushes branches and opens pull requests; asks before merge and more money" },
  5: { name: "run", says: "merges by the rules set; asks before what no rule covers" },
};
/** Who set a level: each may only hold back, never give more than another. */
type LevelSource = "settings" | "spark" | "chat" | "repository";
export type LevelNow = { readonly level: Level; readonly from: LevelSource };
export type LevelsSet = { readonly settings: Level } & Readonly<Record<Exclude<LevelSource, "settings">, Level | null>>;

/** The lowest of those that are set counts; of equal ones the widest is named. */
export function lowestLevel(set: LevelsSet): LevelNow {
  let lowest: LevelNow = { level: set.settings, from: "settings" };
  for (const from of ["spark", "chat", "repository"] as const) {
    const level = set[from];
    if (level !== null && level < lowest.level) lowest = { level, from };
  }
  return lowest;
}
/** `3`, and nothing else that a number could be written as. */
export function readLevel(text: string): Level | null {
  return LEVELS.find((level) => String(level) === text.trim()) ?? null;
}
const SOURCES: Readonly<Record<LevelSource, string>> = {
  settings: "of the settings",
  spark: "of the spark",
  chat: "of this chat",
  repository: "of the repository",
};
/** "3 (act), of the settings" */
export function tellLevel({ level, from }: LevelNow): string {
  return `${level} (${LEVEL_WORDS[level].name}), ${SOURCES[from]}`;
}
