import { z } from "zod";
import type { StepKind, StepReport } from "../pipelines/pipeline.ts";
import type { Origin } from "../policy/taint.ts";
import type { Intent, Risk } from "../policy/intent.ts";
import type { CodingCliName } from "../ports/coding-clis.ts";
import type { EmptyPurse, JsonObject, Purse, ToolSpec, Usage } from "../ports/model.ts";
import type { SandboxDoor, SandboxSession } from "../ports/sandbox.ts";
import { toToolSpec } from "./tool-spec.ts";

/** What a tool works on. */
export type ToolContext = {
  /** Where it runs: its workspace is the task's. */
  readonly session: SandboxSession;
  readonly signal: AbortSignal;
  /** What the workspace is now, as a commit of the mirror. */
  readonly commit: string;
  /** Names this call among all calls there ever are: the same when it is made again after a crash. */
  readonly cause: string;
  readonly work: WorkAbout;
  /** Runs the checks of the plan in this workspace, in their order: all of them, or those of some kinds. */
  readonly runChecks: (signal: AbortSignal, kinds?: readonly StepKind[]) => Promise<readonly StepReport[]>;
  /** Has another spark do a part, in the same place; absent within a part. */
  readonly delegate?: (wish: PartWish) => Promise<PartEnd>;
  readonly onOutput?: (text: string) => void;
  /** What people said to the question that the call is; there only for such a call. */
  readonly answer?: PersonsAnswer;
  /** There where work can be handed to another program. */
  readonly outsource?: Outsource;
};
export type Outsource = {
  /** Runs `use` in a second sandbox on the same workspace, with this door and no network besides, and closes it. */
  open<T>(door: SandboxDoor, use: (session: SandboxSession) => Promise<T>): Promise<T>;
  /** Gives one run its money and its time; closed when the run is over. */
  begin(wish: {
    readonly cli: CodingCliName;
    readonly ceilingUsd: number;
    readonly timeoutMs: number;
  }): OutsourcedPiece;
};
export type OutsourcedPiece = AsyncDisposable & {
  /** The task's money for it. Where a person can fill what is empty, its answer is held until they have decided. */
  readonly purse: Purse;
  /** Aborted when the work is stopped, or the time is over that it worked itself. */
  readonly signal: AbortSignal;
  /** The purse whose filling it waits for now; null: it waits for none. */
  heldBy(): EmptyPurse | null;
  /** Was it its time that was over? */
  isLate(): boolean;
};
/** The work that a call is part of. */
export type WorkAbout = {
  readonly taskId: number;
  readonly spark: string;
  /** Null: nobody's chat. */
  readonly chatId: number | null;
  readonly repositoryId: number;
  readonly repository: string;
  /** Where all that it has read came from, until now. */
  readonly origins: readonly Origin[];
};
export type PersonsAnswer =
  | { readonly kind: "answered"; readonly byName: string; readonly words: string }
  /** The work shall decide it by itself. */
  | { readonly kind: "left"; readonly byName: string }
  | { readonly kind: "nobody"; readonly because: "unattended" | "expired" };
/** A part of the work, for another spark. */
export type PartWish = { readonly spark: string; readonly goal: string };
/** The whole work ends or waits here, and the call has no answer yet. */
export type Halt =
  /** Nobody gives more money. */
  | { readonly kind: "gave-up"; readonly over: "cost"; readonly summary: string }
  | { readonly kind: "denied"; readonly action: string; readonly by: "person" | "nobody" }
  | { readonly kind: "waiting"; readonly approvalId: number; readonly what: string }
  | { readonly kind: "stopped" };
export type PartEnd =
  | { readonly kind: "finished" | "stalled"; readonly summary: string }
  | {
      readonly kind: "gave-up";
      readonly over: "steps" | "tokens" | "repetition" | "time" | "output";
      readonly summary: string;
    }
  | Halt;
/** What the model reads. `end` is there when the work is over, and says what was done. */
export type ToolAnswer = {
  readonly ok: boolean;
  readonly text: string;
  readonly end?: string;
  readonly halt?: Halt;
  /** Whose words it holds; absent: the repository's. */
  readonly origin?: Origin;
  /** What in it reads like orders, and what was read, for people. */
  readonly found?: string;
  /** What a model of others cost, which the call asked. */
  readonly spent?: { readonly purpose: CodingCliName; readonly model: string; readonly usage: Usage };
};
/** A call whose arguments are known to be right. */
export type PreparedCall = {
  readonly intent: Intent;
  readonly risk: Risk;
  /** May the workspace's files be others afterwards? */
  readonly mutates: boolean;
  run(context: ToolContext): Promise<ToolAnswer>;
};
export type Tool = {
  readonly spec: ToolSpec;
  prepare(args: JsonObject): PreparedCall | { readonly problem: string };
};
type Definition<Args> = {
  readonly name: string;
  readonly description: string;
  readonly schema: z.ZodType<Args>;
  readonly risk: Risk;
  readonly mutates: boolean | ((args: Args) => boolean);
  readonly intent: (args: Args) => Partial<Intent> & Pick<Intent, "effect">;
  readonly run: (args: Args, context: ToolContext) => Promise<ToolAnswer>;
};

/** A tool for a typed function: the model's arguments reach it only when they fit the schema. */
export function defineTool<Args>(definition: Definition<Args>): Tool {
  const { name, description, schema, risk, mutates } = definition;
  return {
    spec: toToolSpec(name, description, schema),
    prepare(args) {
      const parsed = schema.safeParse(args);
      if (!parsed.success) return { problem: z.prettifyError(parsed.error) };
      const intent = {
        tool: name,
        paths: [],
        command: [],
        directory: "",
        content: "",
        ...definition.intent(parsed.data),
      };
      const unusable = problemOfWords(parsed.data, intent);
      if (unusable !== null) return { problem: unusable };
      return {
        intent,
        risk,
        mutates: typeof mutates === "boolean" ? mutates : mutates(parsed.data),
        run: (context) => definition.run(parsed.data, context),
      };
    },
  };
}
/** What no system takes for a path or an argument, said before anything is asked: its own words for it help no model. */
function problemOfWords(args: unknown, { paths, directory, command }: Pick<Intent, "paths" | "directory" | "command">) {
  if ([...paths, directory].some((path) => path.length > MOST_PATH))
    return `a path holds at most ${MOST_PATH} characters`;
  const words = [...paths, directory, ...command, ...patternsIn(args)];
  return words.some((word) => word.includes("\0"))
    ? "it holds the character NUL (\\0), which no path or argument can"
    : null;
}
/** What is looked for is handed to a program as it stands. */
function patternsIn(args: unknown): readonly string[] {
  const { pattern, glob } = args as { pattern?: unknown; glob?: unknown };
  return [pattern, glob].filter((word) => typeof word === "string");
}
/** Linux takes 4096 bytes for the whole of a path; a character is up to four. */
const MOST_PATH = 1000;
