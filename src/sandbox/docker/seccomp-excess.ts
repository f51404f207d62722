import { z } from "zod";
import { repeatedKey } from "../../lib/repeated-key.ts";
import type { SeccompProfile } from "./seccomp.ts";

/** Strict: an engine reads keys in any case, so one that is not known here could be `Flags` or `archMap` in disguise. */
const argument = z.strictObject({
  index: z.int().min(0).max(5),
  value: z.number(),
  valueTwo: z.number().default(0),
  op: z.string(),
});
const rule = z.strictObject({
  names: z.array(z.string()),
  action: z.string(),
  args: z.array(argument).nullish(),
  errnoRet: z.int().min(1).max(4095).nullish(),
  comment: z.string().optional(),
});
const profile = z.strictObject({
  defaultAction: z.string(),
  defaultErrnoRet: z.int().min(1).max(4095).optional(),
  architectures: z.array(z.string()).min(1),
  syscalls: z.array(rule),
});
type Rule = z.infer<typeof rule>;
type Argument = z.infer<typeof argument>;

const REFUSING = new Set(["SCMP_ACT_ERRNO", "SCMP_ACT_KILL", "SCMP_ACT_KILL_THREAD", "SCMP_ACT_KILL_PROCESS"]);

/**
 * What a profile lets through that ours does not. It may be stricter: fewer calls, more conditions, other refusals.
 * @param text the profile as JSON
 * @returns reasons; empty when nothing is let through beyond ours
 */
export function seccompExcess(text: string, ours: SeccompProfile): string[] {
  const parsed = profile.safeParse(jsonOf(text));
  if (!parsed.success || repeatedKey(text) !== null) return ["is not a seccomp profile in a form that can be checked"];
  const { defaultAction, architectures, syscalls } = parsed.data;
  const foreign = architectures.filter((name) => !ours.architectures.includes(name));
  const allowing = syscalls.filter(({ action }) => !REFUSING.has(action));
  const excess = allowing.flatMap((one) => one.names.filter((name) => !isCovered(name, one, ours)));
  return [
    ...(REFUSING.has(defaultAction) ? [] : [`lets all other calls through (${defaultAction})`]),
    ...(foreign.length === 0 ? [] : [`covers ${foreign.join(", ")} as well`]),
    ...(excess.length === 0 ? [] : [`allows ${[...new Set(excess)].slice(0, 8).join(", ")} beyond the template`]),
  ];
}
/** Is everything that `given` lets through of this call let through by ours? */
function isCovered(name: string, given: Rule, ours: SeccompProfile): boolean {
  if (given.action !== "SCMP_ACT_ALLOW") return false; // traced, logged or handed to a listener: all may pass
  const mine = ours.syscalls.filter(({ names, action }) => action === "SCMP_ACT_ALLOW" && names.includes(name));
  if (mine.some(({ args = [] }) => args.length === 0)) return true;
  const args = given.args ?? [];
  // runc reads two conditions on one argument as alternatives, which would widen what looks like a narrowing.
  if (new Set(args.map(({ index }) => index)).size < args.length) return false;
  return mine.some(({ args: needed = [] }) => needed.every((one) => args.some((other) => isSame(one, other))));
}
function isSame(one: Argument, other: Argument): boolean {
  return (
    one.index === other.index && one.op === other.op && one.value === other.value && one.valueTwo === other.valueTwo
  );
}
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
