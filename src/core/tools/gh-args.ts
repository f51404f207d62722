import { z } from "zod";
import type { Deed } from "../policy/intent.ts";

const READS = [
  "pr list",
  "pr view",
  "pr diff",
  "pr checks",
  "issue list",
  "issue view",
  "run list",
  "run view",
  "release view",
] as const;
export const WRITES = {
  "pr create": "pull request",
  "pr comment": "comment",
  "pr merge": "merge",
  "issue comment": "comment",
  "issue create": "comment",
} as const satisfies Record<string, Deed>;
export type GhWrite = keyof typeof WRITES;
const WRITE_NAMES = Object.keys(WRITES) as [GhWrite, ...GhWrite[]];
/** What must be there beside the action; nothing else may be but what is optional. */
const NEEDS: Readonly<Partial<Record<GhRead | GhWrite, readonly ("number" | "title" | "body")[]>>> = {
  "pr view": ["number"],
  "pr diff": ["number"],
  "pr checks": ["number"],
  "pr create": ["title", "body"],
  "pr comment": ["number", "body"],
  "pr merge": ["number"],
  "issue view": ["number"],
  "issue comment": ["number", "body"],
  "issue create": ["title", "body"],
  "run view": ["number"],
};
export const ghSchema = z
  .strictObject({
    action: z.enum([...READS, ...WRITE_NAMES]),
    number: z.int().min(1).optional().describe("Of the pull request, the issue or the run"),
    state: z.enum(["open", "closed", "all"]).default("open").describe("Which are listed"),
    title: z.string().max(250).optional(),
    body: z.string().max(20_000).optional().describe("In Markdown"),
    branch: z.string().max(250).optional().describe("Of runs that are listed"),
    tag: z.string().max(250).optional().describe("Of a release; without it the latest"),
    log: z.boolean().default(false).describe("With a run: the end of the log of what failed"),
  })
  .superRefine((args, context) => {
    for (const name of NEEDS[args.action] ?? [])
      if (args[name] === undefined)
        context.addIssue({ code: "custom", path: [name], message: `${args.action} needs it` });
  });
export type GhRead = (typeof READS)[number];
export type GhArgs = z.output<typeof ghSchema>;
export function isWrite(action: GhArgs["action"]): action is GhWrite {
  return Object.hasOwn(WRITES, action);
}
