import type { Command } from "commander";
import { CODING_CLI_TITLES, CODING_CLIS, type CodingCliName } from "../core/ports/coding-clis.ts";
import { nearestName } from "../lib/nearest-name.ts";
import type { CliContext } from "./context.ts";
import { EXIT } from "./terminal.ts";

/** What `sparks coding-clis` works on. */
export type CodingClisWorld = {
  list(home: string | null): readonly CodingCliRow[];
  install(home: string | null, name: CodingCliName, signal: AbortSignal): Promise<Installed>;
};
export type CodingCliRow = {
  readonly name: CodingCliName;
  readonly version: string;
  readonly installed: boolean;
  /** By the settings. */
  readonly enabled: boolean;
};
type Installed =
  | { readonly kind: "installed" | "there"; readonly folder: string }
  | { readonly kind: "failed"; readonly why: string };
type Ways = {
  readonly home: () => string | null;
  readonly context: () => CliContext;
  readonly setExit: (code: number) => void;
};

export function addCodingCliCommands(program: Command, world: CodingClisWorld, { home, context, setExit }: Ways): void {
  const command = program
    .command("coding-clis")
    .description("Claude Code, Codex and opencode in the sandbox: list, install");
  command
    .command("list", { isDefault: true })
    .description("which there are, which are installed, which are switched on")
    .action(() => {
      const { terminal, json } = context();
      const rows = world.list(home());
      terminal.write(json ? `${JSON.stringify(rows)}\n` : `${rows.map(rowText).join("\n")}\n`);
    });
  command
    .command("install [names...]")
    .description(
      `fetch them from the npm registry: ${CODING_CLIS.join(", ")}; without names those that are switched on`,
    )
    .action(async (names: readonly string[]) => setExit(await install(names, home(), world, context())));
}
function rowText({ name, version, installed, enabled }: CodingCliRow): string {
  const state = installed ? "installed" : `not installed: sparks coding-clis install ${name}`;
  return `${name.padEnd(12)} ${version.padEnd(9)} ${enabled ? "on " : "off"}  ${state}`;
}
/** @returns 0 when all that was wanted is there, 2 when a name is none */
async function install(
  asked: readonly string[],
  home: string | null,
  world: CodingClisWorld,
  context: CliContext,
): Promise<number> {
  const { terminal, json, signal } = context;
  const names = asked.length > 0 ? asked : world.list(home).flatMap(({ name, enabled }) => (enabled ? [name] : []));
  const known = names.flatMap((name) => CODING_CLIS.filter((each) => each === name));
  const unknown = names.find((name) => !CODING_CLIS.some((each) => each === name));
  if (unknown !== undefined) {
    const near = nearestName(unknown, CODING_CLIS);
    terminal.error(
      `There is no coding CLI ${unknown}.${near === null ? "" : ` Did you mean ${near}?`} There are: ${CODING_CLIS.join(", ")}.`,
    );
    return EXIT.usage;
  }
  if (known.length === 0) {
    terminal.error("None is switched on. Name those you want: sparks coding-clis install claude_code");
    return EXIT.usage;
  }
  let exit: number = EXIT.ok;
  for (const name of known) {
    if (!json) terminal.error(`Fetching ${CODING_CLI_TITLES[name]} …`);
    const done = await world.install(home, name, signal);
    if (done.kind === "failed") exit = EXIT.failed;
    terminal.write(json ? `${JSON.stringify({ name, ...done })}\n` : `${installedText(name, done)}\n`);
  }
  return exit;
}
function installedText(name: CodingCliName, done: Installed): string {
  const title = CODING_CLI_TITLES[name];
  switch (done.kind) {
    case "installed":
      return `${title} is in ${done.folder}. Switch it on with coding_clis.${name}.enabled = true in config.toml.`;
    case "there":
      return `${title} is there already, in ${done.folder}.`;
    case "failed":
      return `${title} was not installed: ${done.why}. Nothing was left behind; try again.`;
  }
}
