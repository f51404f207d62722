/**
 * The interview that says what is wanted before a plan is made, as a state machine: plain values in, plain values out.
 * Goal → details → output → summary → done; each step takes buttons and free text.
 */
import { z } from "zod";
import type { Instant } from "../../lib/time.ts";
import { isCancelWord } from "./interview.ts";
import type { Machine } from "./machine.ts";
import { own } from "../../lib/own.ts";

export const CHOICES = {
  timeline: ["today", "this week", "no deadline"],
  scope: ["idea only", "implement", "full plan"],
  depth: ["quick", "standard", "deep"],
  output: ["checklist", "spec", "draft"],
} as const;
type ChoiceField = keyof typeof CHOICES;
const text = z.string().max(4000);
export const briefSchema = z.object({
  /** The message that began it; names the interview in keys and buttons. */
  rowId: z.number(),
  /** Counts up with each change; buttons of an earlier one confirm nothing. */
  version: z.number(),
  step: z.enum(["goal", "details", "output", "summary", "confirmed"]),
  goal: text.nullable(),
  constraints: text.nullable(),
  timeline: text.nullable(),
  scope: text.nullable(),
  depth: text.nullable(),
  output: text.nullable(),
  touchedAt: z.number(),
});
export type Brief = z.infer<typeof briefSchema>;
type Field = "goal" | "constraints" | ChoiceField;

const briefInputSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string() }),
  /** A choice (`timeline`, 0). */
  z.object({
    kind: z.literal("choose"),
    field: z.enum(["timeline", "scope", "depth", "output"]),
    option: z.number(),
    version: z.number(),
  }),
  /** One of the ways on. */
  z.object({
    kind: z.literal("go"),
    to: z.enum(["next", "none", "back", "confirm", "edit", "cancel", "keep"]),
    version: z.number(),
  }),
]);
export type BriefInput = z.infer<typeof briefInputSchema>;
export type BriefStep =
  /** `hint` says what the input was not. */
  | { readonly kind: "open"; readonly brief: Brief; readonly hint: string | null }
  | { readonly kind: "confirmed"; readonly brief: Brief }
  | { readonly kind: "cancelled" }
  /** A button of an earlier state: nothing was changed. */
  | { readonly kind: "stale" };

export const briefMachine: Machine<Brief, BriefInput, BriefStep> = {
  input: briefInputSchema,
  step: stepBrief,
  after: (step, before) => (step.kind === "open" ? step.brief : step.kind === "stale" ? before : null),
};
export function beginBrief(rowId: number, goal: string, now: Instant): Brief {
  const empty = { constraints: null, timeline: null, scope: null, depth: null, output: null };
  const given = goal.trim();
  return {
    rowId,
    version: 1,
    step: given === "" ? "goal" : "details",
    goal: given === "" ? null : given.slice(0, 4000),
    ...empty,
    touchedAt: now,
  };
}
export function stepBrief(brief: Brief, input: BriefInput, now: Instant): BriefStep {
  if (brief.step === "confirmed") return { kind: "stale" };
  switch (input.kind) {
    case "text":
      return takeText(brief, input.text.trim(), now);
    case "choose":
      return choose(brief, input, now);
    case "go":
      return isOfAnotherState(brief, input) ? { kind: "stale" } : go(brief, input.to, now);
  }
}
function choose(brief: Brief, { field, option, version }: BriefInput & { kind: "choose" }, now: Instant): BriefStep {
  const value = CHOICES[field][option];
  const isHere = brief.step === (field === "output" ? "output" : "details");
  if (value === undefined || !isHere) return { kind: "stale" };
  // Pressed once more on a keyboard that has not turned yet, it is meant as before; only a tick that was seen is taken back.
  const takenBack = brief[field] === value && version === brief.version;
  const chosen = { ...brief, [field]: takenBack ? null : value };
  return move(chosen, field === "output" && chosen.output !== null ? "summary" : brief.step, now);
}
/**
 * People press faster than a message is edited. A way on that leads from this very step means the same on an older keyboard of it; what
 * is confirmed or put aside must be what was shown.
 */
function isOfAnotherState({ step, version }: Brief, input: BriefInput & { kind: "go" }): boolean {
  if (input.version === version || input.to === "cancel") return false;
  const from = { next: "details", none: "details", back: "output", edit: "summary", confirm: null, keep: null }[
    input.to
  ];
  return from !== step;
}
function go(brief: Brief, to: (BriefInput & { kind: "go" })["to"], now: Instant): BriefStep {
  switch (to) {
    case "cancel":
      return { kind: "cancelled" };
    case "keep":
      return move(brief, brief.step, now);
    case "none":
      return brief.step === "details" ? move({ ...brief, constraints: "none" }, "output", now) : { kind: "stale" };
    case "next":
      if (brief.step === "details") return move(brief, "output", now);
      return brief.step === "output" ? move({ ...brief, output: "checklist" }, "summary", now) : { kind: "stale" };
    case "back":
    case "edit":
      return move(brief, brief.step === "output" || brief.step === "summary" ? "details" : brief.step, now);
    case "confirm":
      if (brief.step !== "summary" || brief.goal === null) return { kind: "stale" };
      return { kind: "confirmed", brief: { ...brief, step: "confirmed", version: brief.version + 1, touchedAt: now } };
  }
}
function takeText(brief: Brief, said: string, now: Instant): BriefStep {
  if (isCancelWord(said)) return { kind: "cancelled" };
  const { edits, left } = readEdits(said);
  // In the summary nothing else is asked for, so what can be read there is taken, and the rest named.
  if (edits.length > 0 && (left.length === 0 || brief.step === "summary")) {
    const edited = edits.reduce<Brief>((before, [field, value]) => ({ ...before, [field]: value }), brief);
    const step = edited.goal === null ? "goal" : brief.step === "goal" ? "details" : brief.step;
    return move(
      edited,
      step,
      now,
      left.length === 0 ? null : `Not understood: “${left.join("” and “").slice(0, 300)}”.`,
    );
  }
  const skips = /^(skip|pass|next|none|no constraints?)$/i.test(said);
  const agrees = /^(yes|y|ok|okay|confirm|looks good|go ahead|proceed)$/i.test(said);
  switch (brief.step) {
    case "goal":
      if (said === "" || skips) return hint(brief, "A goal is needed; a sentence is enough.");
      return move({ ...brief, goal: said.slice(0, 4000) }, "details", now);
    case "details":
      if (agrees) return go(brief, "next", now);
      return move({ ...brief, constraints: skips ? "none" : said.slice(0, 4000) }, "output", now);
    case "output":
      if (/^back$/i.test(said)) return go(brief, "back", now);
      return move({ ...brief, output: skips || agrees ? "checklist" : said.slice(0, 200) }, "summary", now);
    case "summary":
      if (agrees) return go(brief, "confirm", now);
      if (/^(edit|change|update|revise)$/i.test(said)) return go(brief, "edit", now);
      return hint(
        brief,
        "Confirm it, or write what should be different as lines such as “Goal: …” or “Timeline: this week”.",
      );
    case "confirmed":
      return { kind: "stale" };
  }
}
const NAMES: Readonly<Record<string, Field>> = {
  goal: "goal",
  constraints: "constraints",
  constraint: "constraints",
  timeline: "timeline",
  scope: "scope",
  depth: "depth",
  output: "output",
  format: "output",
};
/** `Field: value`, a line each; `left`: the lines that are something else. */
function readEdits(said: string): {
  readonly edits: readonly (readonly [Field, string])[];
  readonly left: readonly string[];
} {
  const lines = said
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const edits: (readonly [Field, string])[] = [];
  const left: string[] = [];
  for (const line of lines) {
    const [, name = "", value = ""] = /^([A-Za-z]+)\s*:\s*(\S.*)$/.exec(line) ?? [];
    const field = own(NAMES, name.toLowerCase());
    if (field === undefined) left.push(line);
    else edits.push([field, value.slice(0, 4000)]);
  }
  return { edits, left };
}
function move(brief: Brief, step: Brief["step"], now: Instant, hinted: string | null = null): BriefStep {
  return { kind: "open", brief: { ...brief, step, version: brief.version + 1, touchedAt: now }, hint: hinted };
}
function hint(brief: Brief, said: string): BriefStep {
  return { kind: "open", brief, hint: said };
}
/** What is wanted, as the planner reads it. The goal alone when nothing else was said. */
export function goalOf({ goal, constraints, timeline, scope, depth, output }: Brief): string {
  const lines = Object.entries({
    Constraints: constraints,
    Timeline: timeline,
    Scope: scope,
    Depth: depth,
    Output: output,
  })
    .filter(
      ([name, value]) =>
        value !== null &&
        !(name === "Constraints" && value === "none") &&
        !(name === "Output" && value === "checklist"),
    )
    .map(([name, value]) => `${name}: ${value}`);
  return [goal ?? "", ...lines].join("\n");
}
