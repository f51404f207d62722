import { z } from "zod";
import type { Emit } from "../core/events.ts";
import type { Knob, KnobChange, Knobs, KnobStore } from "../core/ports/knobs.ts";
import type { Clock } from "../lib/time.ts";
import { camelCase } from "./camel-case.ts";
import type { Config } from "./config.ts";
import { boundsOf, type Field } from "./example.ts";
import { nearestName } from "../lib/nearest-name.ts";
import { problemsOf } from "./problems.ts";
import { configSchema } from "./schema.ts";

/** Keys of the file that may be changed while the program runs; each is read anew wherever it is used. */
const KEYS = [
  "sandbox.memory_mib",
  "sandbox.cpus",
  "sandbox.processes",
  "sandbox.task_wall_clock_minutes",
  "sandbox.warm",
  "sandbox.warm_minutes",
  "tasks.autonomy_level",
  "tasks.max_parallel",
  "tasks.max_parallel_per_person",
  "tasks.max_steps",
  "tasks.max_tokens",
  "tasks.max_output_kib",
  "tasks.max_cost_usd",
  "tasks.heal_attempts",
  "tasks.approval_expiry_minutes",
  "budget.day_usd",
  "budget.unknown",
  "planning.auto",
  "planning.expiry_minutes",
  "scanner.mode",
  "memory.recalled",
  "memory.keep_days",
  "memory.most_per_chat",
  "activity.days",
  "activity.max_mib",
] as const;
type Key = (typeof KEYS)[number];
type Value = string | number | boolean;

export type LiveKnobs = Knobs & {
  /** The settings as they are now: the file's, with what was set since. */
  current(): Config;
};
export type KnobDependencies = {
  readonly store: KnobStore;
  readonly clock: Pick<Clock, "now">;
  readonly emit: Emit;
};

/** What was set before is taken up; a value that the bounds no longer allow is left out, and the file's holds. */
export async function openKnobs(file: Config, { store, clock, emit }: KnobDependencies): Promise<LiveKnobs> {
  const set = new Map<Key, Value>();
  for (const { key, value } of await store.list()) {
    const known = KEYS.find((each) => each === key);
    const read = known === undefined ? null : readValue(known, value);
    if (known !== undefined && read?.kind === "value") set.set(known, read.value);
    else emit({ kind: "fault", doing: "reading settings", code: "knob.dropped", detail: `${key} = ${value}` });
  }
  let config = overlay(file, set);
  const valueOf = (key: Key) => valueAt(config, key);
  function show(key: Key): Knob {
    const field = fieldOf(key);
    const value = valueOf(key);
    return {
      key,
      value: String(value),
      initial: String(valueAt(file, key)),
      about: field.description ?? "",
      bounds: boundsOf(field),
      choices: choicesOf(key, value),
    };
  }
  async function change(key: string, text: string | null, by: { userId: number; name: string }): Promise<KnobChange> {
    const known = KEYS.find((each) => each === key.toLowerCase());
    if (known === undefined) return { kind: "unknown", nearest: nearestName(key, [...KEYS]) };
    const from = valueOf(known);
    const read = readValue(known, text ?? String(valueAt(file, known)));
    if (read.kind === "problem") return { kind: "refused", knob: show(known), problem: read.problem };
    if (text === null) {
      await store.remove(known);
      set.delete(known);
    } else if (read.value !== from) {
      await store.put({ key: known, value: String(read.value), setBy: by.userId, setAt: clock.now() });
      set.set(known, read.value);
    }
    if (read.value === from) return { kind: "same", key: known, value: String(from) };
    config = overlay(file, set);
    const [old, to] = [String(from), String(read.value)];
    emit({ kind: "setting.changed", key: known, from: old, to, by: by.userId, byName: by.name });
    return { kind: "changed", key: known, from: old, to };
  }
  return {
    list: () => KEYS.map(show),
    set: (key, text, by) => change(key, text, by),
    reset: (key, by) => change(key, null, by),
    current: () => config,
  };
}

function overlay(file: Config, set: ReadonlyMap<Key, Value>): Config {
  const config: Record<string, Record<string, unknown>> = {};
  for (const [section, values] of Object.entries(file)) config[section] = { ...values };
  for (const [key, value] of set) {
    const [section, name] = namesOf(key);
    config[section] = { ...config[section], [name]: value };
  }
  // Every value was checked by the schema of its own key.
  return config as Config;
}
function valueAt(config: Config, key: Key): Value {
  const [section, name] = namesOf(key);
  const value = (config as Readonly<Record<string, Readonly<Record<string, unknown>>>>)[section]?.[name];
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  throw new Error(`${key} has no value that could be a knob`);
}
/** The names that code uses for a key of the file. */
function namesOf(key: Key): readonly [string, string] {
  const [section = "", name = ""] = key.split(".");
  return [camelCase(section), camelCase(name)];
}

let fields: Field | null = null;
/** Written out for the first who asks: at the start nobody does, and it takes longer than reading the settings. */
function fieldOf(key: Key): Field {
  fields ??= z.toJSONSchema(configSchema, { io: "input" }) as Field;
  const [section = "", name = ""] = key.split(".");
  const field = fields.properties?.[section]?.properties?.[name];
  if (field === undefined) throw new Error(`${key} is not in the schema`);
  return field;
}
type Read = { readonly kind: "value"; readonly value: Value } | { readonly kind: "problem"; readonly problem: string };
/** Reads what a person typed, by the type that the key has, and checks it by the schema of the file. */
function readValue(key: Key, text: string): Read {
  const [section = "", name = ""] = key.split(".");
  const value = typed(key, text.trim());
  const result = configSchema.safeParse({ [section]: { [name]: value } });
  if (result.success) return { kind: "value", value };
  const [problem] = problemsOf(result.error, { value: { [section]: { [name]: value } }, known: () => [] });
  return { kind: "problem", problem: problem?.text ?? `${key} cannot be ${text}` };
}
function typed(key: Key, text: string): Value {
  const initial = fieldOf(key).default;
  if (typeof initial === "boolean")
    return /^(on|true|yes|1)$/i.test(text) ? true : /^(off|false|no|0)$/i.test(text) ? false : text;
  // Only plain numbers: "nan", "1e99" and "0x10" stay text, which the schema refuses.
  if (typeof initial === "number" && /^-?\d{1,15}(\.\d{1,6})?$/.test(text)) return Number(text);
  return text;
}
/** All values where there are few; else half and double of the present one, within the bounds. */
function choicesOf(key: Key, value: Value): readonly string[] {
  const { enum: values, anyOf } = fieldOf(key);
  const listed = values ?? anyOf?.map((each) => each.const);
  if (listed !== undefined) return listed.map(String);
  if (typeof value !== "number") return [];
  const around = [value / 2, value - 1, value, value + 1, value * 2].map((each) =>
    Math.max(0, Math.round(each * 100) / 100),
  );
  return [...new Set(around)].map(String).filter((text) => readValue(key, text).kind === "value");
}
