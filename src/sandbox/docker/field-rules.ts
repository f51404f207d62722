/** A reason, or null when the value may stay. */
export type Rule<Place> = (value: unknown, place: Place) => string | null;
type Rules<Place> = Readonly<Record<string, Rule<Place>>>;
/** `field` as a path: `HostConfig.Mounts[0].Source`. */
export type BodyProblem = { readonly field: string; readonly why: string };
export type Shape<Place> = {
  readonly rules: Rules<Place>;
  /** Known to the engine and not used here: each must be absent or empty. */
  readonly unused: readonly string[];
};

/**
 * Holds every field of an object to its rule; one without a rule is refused by its name, whatever its value: an engine
 * reads names in any case, so `readonlyrootfs` would speak for `ReadonlyRootfs`.
 */
export function fieldProblems<Place>(value: unknown, { rules, unused }: Shape<Place>, place: Place): BodyProblem[] {
  if (!isRecord(value)) return [{ field: "", why: "must be an object" }];
  const known = Object.entries(rules).flatMap(([field, rule]) => {
    const why = rule(own(value, field), place);
    return why === null ? [] : [{ field, why }];
  });
  const others = Object.keys(value).flatMap((field) => {
    if (Object.hasOwn(rules, field)) return [];
    if (!unused.includes(field)) return [{ field, why: "is no field that Sparks sets" }];
    return isEmpty(value[field]) ? [] : [{ field, why: "must be absent or empty" }];
  });
  return [...known, ...others];
}
export function under(prefix: string, problems: readonly BodyProblem[]): BodyProblem[] {
  return problems.map(({ field, why }) => ({ field: field === "" ? prefix : `${prefix}.${field}`, why }));
}
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
export function own(record: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

// --- rules
/** A program of twenty kilobytes tells nobody what is wrong. */
const MOST_SHOWN = 500;
const LONG = "as it is in the template, to the last character (sparks sandbox template --json)";
export function equal<Place>(wanted: unknown): Rule<Place> {
  const text = JSON.stringify(wanted);
  return (value) => (JSON.stringify(value) === text ? null : `must be ${text.length > MOST_SHOWN ? LONG : text}`);
}
/** Absent counts as "" and false. */
export function off<Place>(): Rule<Place> {
  return (value) => (isEmpty(value) ? null : "must be absent, off or empty");
}
export function oneOf<Place>(...wanted: readonly unknown[]): Rule<Place> {
  const names = wanted.filter((one) => one !== undefined).map((one) => JSON.stringify(one));
  return (value) => (wanted.includes(value) ? null : `must be ${names.join(" or ")}`);
}
export function matching<Place>(pattern: RegExp, words: string): Rule<Place> {
  return (value) => (typeof value === "string" && pattern.test(value) ? null : `must be ${words}`);
}
/** A whole number from `least` to what the template has; 0 and -1, which often mean "no limit", are below `least`. */
export function within<Place>(least: number, most: (place: Place) => number): Rule<Place> {
  return (value, place) =>
    Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most(place)
      ? null
      : `must be from ${least} to ${most(place)}`;
}
/** A list of texts that has at least those of the template. */
export function including<Place>(wanted: readonly string[]): Rule<Place> {
  return (value) => {
    if (!isTexts(value)) return "must be a list of texts";
    const missing = wanted.filter((one) => !value.includes(one));
    return missing.length === 0 ? null : `lacks ${missing.join(", ")}`;
  };
}
export function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === "" || value === 0 || value === false) return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}
