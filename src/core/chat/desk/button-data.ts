/**
 * What a button carries: `v1:<kind>:<id>:<action>[:<version>]`. Bot API: callback_data holds 64 bytes, so a button
 * carries an id and everything else is looked up; a version lets an old keyboard be told from a new one.
 */
export type ButtonData = {
  readonly kind: ButtonKind;
  readonly id: number;
  readonly action: string;
  readonly version: number | null;
};
const KINDS = [
  "plan",
  "task",
  "approval",
  "queue",
  "question",
  "repo",
  "search",
  "watch",
  "brief",
  "reopen",
  "steer",
  "edit",
  "tasks",
  "dispatch",
  "voice",
  "file",
  "pin",
  "memory",
] as const;
export type ButtonKind = (typeof KINDS)[number];

export function writeButtonData(data: Omit<ButtonData, "version"> & { version?: number }): string {
  const version = data.version === undefined ? "" : `:${data.version}`;
  return `v1:${data.kind}:${data.id}:${data.action}${version}`;
}
/** @returns null for anything this version did not write */
export function readButtonData(text: string): ButtonData | null {
  const match = /^v1:([a-z]+):(\d{1,15}):([a-z0-9-]{1,20})(?::(\d{1,9}))?$/.exec(text);
  const [, name, id, action, version] = match ?? [];
  const kind = KINDS.find((known) => known === name);
  if (kind === undefined || id === undefined || action === undefined) return null;
  return { kind, id: Number(id), action, version: version === undefined ? null : Number(version) };
}
