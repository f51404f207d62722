import { type Command, CommanderError } from "commander";
import { nearestName } from "../lib/nearest-name.ts";
import type { CliContext } from "./context.ts";
import type { ReadSecret } from "./read-secret.ts";
import { EXIT } from "./terminal.ts";

/** Where a secret comes from, without its value. */
export type SecretRow = {
  readonly name: string;
  readonly source: "environment" | ".env" | "keyring";
  /** In words: "the desktop's keyring". */
  readonly where: string;
  /** In characters; null when it cannot be read. */
  readonly length: number | null;
  /** Null when nobody knows, as of the environment. */
  readonly ageMs: number | null;
  /** False when a source before it has the same name. */
  readonly used: boolean;
  /** Why it cannot be read now. */
  readonly trouble: string | null;
};
/** The secrets of one home, as `sparks secrets` sees them. */
export interface SecretSources {
  /** The names that something here reads, and what for. */
  readonly known: ReadonlyMap<string, string>;
  list(): Promise<readonly SecretRow[]>;
  set(name: string, value: string): Promise<Done<{ readonly where: string; readonly replaced: boolean }>>;
  /** `done` null: no keyring had one of that name. */
  remove(name: string): Promise<Done<{ readonly where: string } | null>>;
  /** Whether a daemon runs on this home, which has the secrets as they were at its start. */
  daemonRuns(): Promise<boolean>;
}
type Done<Value> = { readonly done: Value } | { readonly trouble: string };
export type SecretsWorld = {
  open(home: string | null): Promise<SecretSources>;
  read(prompt: string): Promise<ReadSecret>;
};
type Run = { readonly world: SecretsWorld; readonly sources: SecretSources; readonly context: CliContext };

const NAME = /^[A-Z][A-Z0-9_]{0,63}$/u;

/** `sparks secrets`: needs no daemon. No value is ever an argument, and none is ever printed. */
export function addSecretCommands(
  program: Command,
  world: SecretsWorld,
  { home, context, setExit }: { home: () => string | null; context: () => CliContext; setExit: (code: number) => void },
): void {
  const run = async (work: (run: Run) => Promise<number>): Promise<void> =>
    setExit(await work({ world, sources: await world.open(home()), context: context() }));
  const secrets = program.command("secrets").description("keys and tokens: set, list, rm");
  secrets
    .command("set <name> [value...]")
    .description("keep one in the keyring; its value is typed without being shown, or comes from the input")
    .action((name: string, value: readonly string[]) => {
      checkName(name, context());
      if (value.length > 0) throw refuseValue(name, context());
      return run((run) => setSecret(run, name));
    });
  secrets
    .command("list", { isDefault: true })
    .description("names, sources, lengths and ages; never values")
    .action(() => run(listSecrets));
  secrets
    .command("rm <name>")
    .alias("remove")
    .description("take one out of the keyring")
    .action((name: string) => {
      checkName(name, context());
      return run((run) => removeSecret(run, name));
    });
}
function checkName(name: string, context: CliContext): void {
  // What does not look like a name may be the value itself: it is not repeated.
  if (!NAME.test(name))
    throw usage("A name is that of an environment variable: capital letters, digits and _, as MODEL_API_KEY.", context);
}
function refuseValue(name: string, context: CliContext): CommanderError {
  return usage(
    [
      "A value is no argument: other programs can see those, and the shell remembers them. Nothing was kept.",
      `→ sparks secrets set ${name}   asks for it; or pipe it in.`,
      "→ What you typed stands in the shell's history now: take it out there, or have a new one made.",
    ].join("\n"),
    context,
  );
}
function usage(message: string, { terminal }: CliContext): CommanderError {
  terminal.error(message);
  return new CommanderError(EXIT.usage, "sparks.secrets", message);
}
async function setSecret({ world, sources, context }: Run, name: string): Promise<number> {
  const { terminal, json } = context;
  const read = await world.read(`Value of ${name} (not shown): `);
  if (read.kind === "none") {
    terminal.error(`${name} was not changed: ${read.why}.`);
    return EXIT.usage;
  }
  const result = await sources.set(name, read.value);
  if ("trouble" in result) return told(context, `${name} was not changed: ${result.trouble}.`);
  const { where, replaced } = result.done;
  const notes = await notesOn({ sources, name });
  if (json) terminal.write(`${JSON.stringify({ name, where, replaced, length: read.value.length, notes })}\n`);
  else
    terminal.write(
      [`${name} is ${replaced ? "replaced" : "kept"} in ${where}.`, ...notes].map((line) => `${line}\n`).join(""),
    );
  return EXIT.ok;
}
async function notesOn({ sources, name }: { sources: SecretSources; name: string }): Promise<readonly string[]> {
  const before = (await sources.list()).find((row) => row.name === name && row.source !== "keyring");
  const near = sources.known.has(name) ? null : nearestName(name, [...sources.known.keys()]);
  return [
    ...(before === undefined ? [] : [`It is not used yet: ${before.where} has one of that name, and comes first.`]),
    ...(sources.known.has(name)
      ? []
      : [`Nothing reads that name with the settings as they are.${near === null ? "" : ` Did you mean ${near}?`}`]),
    ...(await daemonNote(sources)),
  ];
}
async function daemonNote(sources: SecretSources): Promise<readonly string[]> {
  return (await sources.daemonRuns())
    ? ["The Sparks that is running now goes on with what it had; it takes this up at its next start."]
    : [];
}
async function removeSecret({ sources, context }: Run, name: string): Promise<number> {
  const { terminal, json } = context;
  const result = await sources.remove(name);
  if ("trouble" in result) return told(context, `${name} was not removed: ${result.trouble}.`);
  const others = (await sources.list()).filter((row) => row.name === name);
  const notes = [
    ...others.map(({ where }) => `${where} still has one of that name; it is not mine to change.`),
    ...(result.done === null ? [] : await daemonNote(sources)),
  ];
  const said =
    result.done === null
      ? `No keyring has a ${name}; nothing was removed.`
      : `${name} is removed from ${result.done.where}.`;
  if (json) terminal.write(`${JSON.stringify({ name, removedFrom: result.done?.where ?? null, notes })}\n`);
  else terminal.write([said, ...notes].map((line) => `${line}\n`).join(""));
  return result.done === null ? EXIT.failed : EXIT.ok;
}
function told({ terminal, json }: CliContext, message: string): number {
  if (json) terminal.write(`${JSON.stringify({ error: message })}\n`);
  else terminal.error(message);
  return EXIT.failed;
}
async function listSecrets({ sources, context: { terminal, json } }: Run): Promise<number> {
  const rows = await sources.list();
  const set = new Set(rows.map(({ name }) => name));
  const missing = [...sources.known].filter(([name]) => !set.has(name)).map(([name, use]) => ({ name, use }));
  if (json) {
    terminal.write(`${JSON.stringify({ secrets: rows, notSet: missing })}\n`);
    return EXIT.ok;
  }
  for (const row of rows) terminal.write(`${secretLine(row, sources.known.get(row.name))}\n`);
  if (rows.length === 0) terminal.write("No secret is set.\n");
  for (const { name, use } of missing) terminal.write(`${name.padEnd(24)}  not set (${use})\n`);
  return EXIT.ok;
}
function secretLine({ name, where, length, ageMs, used, trouble }: SecretRow, use: string | undefined): string {
  const facts = [
    where,
    length === null ? `cannot be read: ${trouble ?? "unknown"}` : `${length} character${length === 1 ? "" : "s"}`,
    ...(ageMs === null ? [] : [ageText(ageMs)]),
    ...(used ? [] : ["not used: an earlier source has it too"]),
    ...(use === undefined ? [] : [`for ${use}`]),
  ];
  return `${name.padEnd(24)}  ${facts.join(", ")}`;
}
const DAY_MS = 24 * 60 * 60 * 1000;
function ageText(ms: number): string {
  const days = Math.floor(ms / DAY_MS);
  return days <= 0 ? "set today" : days === 1 ? "set a day ago" : `set ${days} days ago`;
}
