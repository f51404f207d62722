import { Command, CommanderError, InvalidArgumentError } from "commander";
import { createClient, ControlError, type Client } from "./client.ts";
import { chat } from "./chat.ts";
import { ci } from "./ci.ts";
import { addCodingCliCommands, type CodingClisWorld } from "./coding-clis.ts";
import type { CliContext } from "./context.ts";
import { tellFileTrouble } from "./file-trouble.ts";
import { EXIT, type Terminal } from "./terminal.ts";
import { doctor, listSparks, repositories, tasks } from "./lists.ts";
import { searchLog, showLog, verifyLog } from "./log.ts";
import { dispatch } from "./dispatch.ts";
import { addMcpCommands } from "./mcp.ts";
import { addPolicyCommands } from "./policy.ts";
import { type SandboxTemplate, showTemplate, validateBodies } from "./sandbox.ts";
import { nameUnknownCommands } from "./unknown-commands.ts";
import { addSecretCommands, type SecretsWorld } from "./secrets.ts";
import { showSecurity } from "./security.ts";

/** What the command line needs from the program around it. */
export type CliWorld = {
  readonly version: string;
  readonly terminal: Terminal;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Runs the daemon until `signal` is aborted. */
  up(options: { home: string | null; port: number | null }): Promise<void>;
  /** Gives a socket that answers: the running daemon's, or that of a minimal core opened for this one command. */
  connect(options: {
    home: string | null;
  }): Promise<AsyncDisposable & { readonly socketPath: string; readonly daemon: boolean }>;
  /** Problems of the configuration, each a line; empty when it is good. */
  checkConfig(options: { home: string | null }): Promise<{ file: string; problems: readonly string[] }>;
  /** The container in use with this home's configuration; asks no engine. */
  sandboxTemplate(options: { home: string | null }): SandboxTemplate;
  readonly secrets: SecretsWorld;
  readonly codingClis: CodingClisWorld;
};

/** Reads the arguments and runs one command. @returns the exit code */
export async function runCli(argv: readonly string[], world: CliWorld): Promise<number> {
  const { terminal } = world;
  let exit: number = EXIT.ok;
  const program = createProgram(world, (code) => {
    exit = code;
  });
  try {
    await program.parseAsync(argv, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    if (world.signal.aborted) return EXIT.interrupted;
    const ofFile = tellFileTrouble(error);
    if (ofFile === null && !(error instanceof ControlError)) throw error;
    const { code, message } = error instanceof ControlError ? error : { code: "file", message: ofFile ?? "" };
    if (program.opts<{ json?: boolean }>().json === true)
      terminal.write(`${JSON.stringify({ error: { code, message } })}\n`);
    else terminal.error(message);
    if (ofFile !== null) return EXIT.usage;
    return code.startsWith("model.") || code.startsWith("sandbox.") ? EXIT.unavailable : EXIT.failed;
  }
  return world.signal.aborted ? EXIT.interrupted : exit;
}
function createProgram(world: CliWorld, setExit: (code: number) => void): Command {
  const { terminal } = world;
  const program = new Command("sparks")
    .description("A self-hosted engineering agent that lives in Telegram")
    .option("--home <folder>", "where data lives", undefined)
    .option("--json", "print JSON instead of text")
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.write(text), writeErr: (text) => terminal.error(text.trimEnd()) });
  const home = () => program.opts<{ home?: string }>().home ?? null;
  const json = () => program.opts<{ json?: boolean }>().json === true;
  const withClient = async (work: (client: Client) => Promise<number>): Promise<void> => {
    await using connection = await world.connect({ home: home() });
    setExit(await work(createClient(connection.socketPath)));
  };
  const context = () => ({ terminal, json: json(), signal: world.signal });

  program
    .command("up")
    .description("run the daemon: bot, local chat, tasks")
    .option("--port <port>", "port of the local chat page", portNumber)
    .action(async (options: { port?: number }) => world.up({ home: home(), port: options.port ?? null }));
  program
    .command("chat")
    .description("the owner's conversation, in the terminal")
    .action(() => withClient((client) => chat(client, context())));
  program
    .command("ci [path]")
    .description("detect, build and test a repository in the sandbox")
    .action((path: string | undefined) => withClient((client) => ci(client, context(), path ?? ".")));
  program
    .command("dispatch")
    .description("start a task without an interview")
    .requiredOption("--goal <goal>")
    .option("--repo <name>")
    .option("--ghost, --spark <name>", "which spark does it")
    .option("--wait-secs <seconds>", "wait this long for its end", secondsNumber)
    .action((options: DispatchOptions) =>
      withClient((client) =>
        dispatch(client, context(), {
          goal: options.goal,
          repository: options.repo ?? null,
          spark: options.spark ?? null,
          waitMs: (options.waitSecs ?? 0) * 1000,
        }),
      ),
    );
  program
    .command("list")
    .alias("ghosts")
    .description("the sparks")
    .action(() => withClient((client) => listSparks(client, context())));
  program
    .command("doctor")
    .description("what works on this machine and what does not")
    .option("--security", "open a live sandbox and look at each of its guards")
    .option("--attack", "try to get out of it as well (about ten seconds)")
    .action((options: { security?: boolean; attack?: boolean }) =>
      withClient((client) =>
        options.security === true || options.attack === true
          ? showSecurity(client, context(), options.attack === true)
          : doctor(client, context()),
      ),
    );
  program
    .command("version")
    .description("print the version")
    .action(() => terminal.write(json() ? `${JSON.stringify({ version: world.version })}\n` : `${world.version}\n`));
  addTaskCommands(program, withClient, context);
  addLogCommands(program, withClient, context);
  addRepositoryCommands(program, withClient, context);
  addMcpCommands(program, withClient, context);
  addPolicyCommands(program, context, setExit);
  addSecretCommands(program, world.secrets, { home, context, setExit });
  addCodingCliCommands(program, world.codingClis, { home, context, setExit });
  addSandboxCommands(program, () => world.sandboxTemplate({ home: home() }), { context, setExit });
  const config = program.command("config").description("the configuration");
  config
    .command("check")
    .description("check config.toml")
    .action(async () => {
      const { file, problems } = await world.checkConfig({ home: home() });
      if (json()) terminal.write(`${JSON.stringify({ file, problems })}\n`);
      else terminal.write(problems.length === 0 ? `${file} is good.\n` : `${problems.join("\n")}\n`);
      setExit(problems.length === 0 ? EXIT.ok : EXIT.failed);
    });
  pointToOwnHelp(program, "sparks");
  nameUnknownCommands(program);
  return program;
}
/** Who errs is shown the help of what they tried. */
function pointToOwnHelp(command: Command, path: string): void {
  command.showHelpAfterError(`(${path} --help shows how)`);
  for (const below of command.commands) pointToOwnHelp(below, `${path} ${below.name()}`);
}
function addSandboxCommands(
  program: Command,
  template: () => SandboxTemplate,
  { context, setExit }: { context: () => CliContext; setExit: (code: number) => void },
): void {
  const sandbox = program.command("sandbox").description("what work is sealed in: template, validate");
  sandbox
    .command("template", { isDefault: true })
    .description("the container that is asked for; with --json as it is sent to the engine")
    .action(() => setExit(showTemplate(template(), context())));
  sandbox
    .command("validate <file>")
    .description("hold create bodies (JSON, or JSON Lines; - reads the input) against it")
    .action(async (file: string) => setExit(await validateBodies(template(), context(), file)));
}
type WithClient = (work: (client: Client) => Promise<number>) => Promise<void>;
type DispatchOptions = { goal: string; repo?: string; spark?: string; waitSecs?: number };
const DAY_MS = 24 * 60 * 60 * 1000;

function addLogCommands(program: Command, withClient: WithClient, context: () => CliContext): void {
  const log = program
    .command("log")
    .description("the record of everything that happened")
    .option("--limit <count>", "the newest so many", rowCount, 50)
    .option("--task <number>", "of one task", taskNumber)
    .option("--follow", "go on as it happens, until Ctrl-C")
    .action((options: { limit: number; task?: number; follow?: boolean }) =>
      withClient((client) =>
        showLog(client, context(), {
          limit: options.limit,
          task: options.task ?? null,
          words: null,
          follow: options.follow === true,
        }),
      ),
    );
  log
    .command("search <words...>")
    .description("the newest that hold all the words")
    .option("--limit <count>", "so many", rowCount, 50)
    .action((words: readonly string[], options: { limit: number }) =>
      withClient((client) => searchLog(client, context(), { limit: options.limit, words: words.join(" ") })),
    );
  log
    .command("verify")
    .description("find any change, removal or insertion in the record")
    .action(() => withClient((client) => verifyLog(client, context())));
}
function rowCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 10_000)
    throw new InvalidArgumentError("It is a whole number from 1 to 10000.");
  return count;
}
function addTaskCommands(program: Command, withClient: WithClient, context: () => CliContext): void {
  const task = program.command("task").description("tasks: run, list, show, stop, apply, discard, diff, resume");
  task
    .command("run <goal>")
    .description("start a task without an interview")
    .option("--repo <name>")
    .option("--spark <name>")
    .option("--wait", "wait for its end")
    .action((goal: string, options: { repo?: string; spark?: string; wait?: boolean }) =>
      withClient((client) =>
        dispatch(client, context(), {
          goal,
          repository: options.repo ?? null,
          spark: options.spark ?? null,
          waitMs: options.wait === true ? DAY_MS : 0,
        }),
      ),
    );
  task
    .command("list")
    .description("the newest tasks")
    .action(() => withClient((client) => tasks.list(client, context())));
  task
    .command("show")
    .description("one task")
    .argument("<number>", "its number", taskNumber)
    .action((id: number) => withClient((client) => tasks.show(client, context(), id)));
  task
    .command("diff")
    .description("the change it made")
    .argument("<number>", "its number", taskNumber)
    .action((id: number) => withClient((client) => tasks.diff(client, context(), id)));
  for (const verb of ["stop", "resume", "apply", "discard"] as const) {
    task
      .command(verb)
      .argument("<number>", "its number", taskNumber)
      .action((id: number) => withClient((client) => tasks.act(client, context(), id, verb)));
  }
}
function addRepositoryCommands(program: Command, withClient: WithClient, context: () => CliContext): void {
  const repo = program.command("repo").description("repositories: add, list, remove");
  repo
    .command("add <source> [name]")
    .description("register a path or git URL")
    .action((source: string, name: string | undefined) =>
      withClient((client) => repositories.add(client, context(), source, name ?? null)),
    );
  repo
    .command("list", { isDefault: true })
    .description("what is registered")
    .action(() => withClient((client) => repositories.list(client, context())));
  repo
    .command("remove <name>")
    .description("take one off the list; the repository itself stays")
    .action((name: string) => withClient((client) => repositories.remove(client, context(), name)));
}
function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError("a port is a whole number from 0 to 65535");
  return port;
}
function secondsNumber(text: string): number {
  const seconds = Number(text);
  if (!Number.isFinite(seconds) || seconds < 0) throw new InvalidArgumentError("seconds are a number from 0");
  return seconds;
}
function taskNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError("A task is named by its number, as 12.");
  return Number(text);
}
