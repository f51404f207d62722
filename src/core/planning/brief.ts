/**
 * The interview that says what is wanted before a plan is made, as a state machine: plain values in, plain values out.
 * Goal → details → output → summary → done; each step takes buttons and free text.
 */
import { z } from "zod";
import type { Instant } from "../../lib/time.ts";
import { isCancelWord } from "./interview.ts";

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
  /** Counts up with each change; buttons of an earlier one do nothing. */
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

export type BriefInput =
  | { readonly kind: "text"; readonly text: string }
  /** A choice (`timeline`, 0), or one of the ways on. */
  | { readonly kind: "choose"; readonly field: ChoiceField; readonly option: number; readonly version: number }
  | {
      readonly kind: "go";
      readonly to: "next" | "none" | "back" | "confirm" | "edit" | "cancel" | "keep";
      readonly version: number;
    };
export type BriefStep =
  /** `hint` says what the input was not. */
  | { readonly kind: "open"; readonly brief: Brief; readonly hint: string | null }
  | { readonly kind: "confirmed"; readonly brief: Brief }
  | { readonly kind: "cancelled" }
  /** A button of an earlier state: nothing was changed. */
  | { readonly kind: "stale" };

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
  if (input.kind !== "text" && input.version !== brief.version) return { kind: "stale" };
  if (brief.step === "confirmed") return { kind: "stale" };
  switch (input.kind) {
    case "text":
      return takeText(brief, input.text.trim(), now);
    case "choose": {
      const value = CHOICES[input.field][input.option];
      if (value === undefined) return { kind: "stale" };
      const chosen = { ...brief, [input.field]: brief[input.field] === value ? null : value };
      const done = brief.step === "output" && input.field === "output" && chosen.output !== null;
      return move(chosen, done ? "summary" : brief.step, now);
    }
    case "go":
      return go(brief, input.to, now);
  }
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
  const edits = readEdits(said);
  if (edits.length > 0) {
    const edited = edits.reduce<Brief>((before, [field, value]) => ({ ...before, [field]: value }), brief);
    return move(edited, edited.goal === null ? "goal" : brief.step === "goal" ? "details" : brief.step, now);
  }
  const skips = /^(skip|pass|next|none|no constraints?)$/i.test(said);
  switch (brief.step) {
    case "goal":
      if (said === "" || skips) return hint(brief, "A goal is needed; a sentence is enough.");
      return move({ ...brief, goal: said.slice(0, 4000) }, "details", now);
    case "details":
      return move({ ...brief, constraints: skips ? "none" : said.slice(0, 4000) }, "output", now);
    case "output":
      return move({ ...brief, output: skips ? "checklist" : said.slice(0, 200) }, "summary", now);
    case "summary":
      if (/^(yes|y|ok|okay|confirm|looks good|go ahead|proceed)$/i.test(said)) return go(brief, "confirm", now);
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
/** `Field: value`, a line each; when any line is something else, it is no edit but an answer. */
function readEdits(said: string): readonly (readonly [Field, string])[] {
  const lines = said
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const edits = lines.flatMap((line) => {
    const [, name = "", value = ""] = /^([A-Za-z]+)\s*:\s*(\S.*)$/.exec(line) ?? [];
    const field = NAMES[name.toLowerCase()];
    return field === undefined ? [] : [[field, value.slice(0, 4000)] as const];
  });
  return edits.length === lines.length ? edits : [];
}
function move(brief: Brief, step: Brief["step"], now: Instant): BriefStep {
  return { kind: "open", brief: { ...brief, step, version: brief.version + 1, touchedAt: now }, hint: null };
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
