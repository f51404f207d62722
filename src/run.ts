import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { runCli, type CliWorld } from "./cli/program.ts";
import { isListening } from "./cli/client.ts";
import { readSecret } from "./cli/read-secret.ts";
import type { Terminal } from "./cli/terminal.ts";
import { EXIT } from "./cli/terminal.ts";
import type { App } from "./compose/compose.ts";
import type { World } from "./compose/world.ts";
import { codingCliRows } from "./compose/coding-clis.ts";
import { openTemplate, programRoot } from "./compose/sandbox.ts";
import { installCodingCli } from "./coding-clis/install.ts";
import { openSecrets, openSecretSources } from "./compose/secrets.ts";
import { loadConfig, type Config } from "./config/config.ts";
import { faultBlocks } from "./core/chat/render-fault.ts";
import { Fault } from "./core/fault.ts";
import { plainText } from "./lib/blocks-text.ts";
import { giveBackMemory } from "./lib/give-back.ts";
import { makeFolder } from "./lib/make-folder.ts";
import { readIfThere } from "./lib/read-if-there.ts";
import { createRedactor } from "./lib/redact.ts";
import { Secret } from "./lib/secret.ts";
import { LEAVING_SHAPES } from "./lib/secret-shapes.ts";
import { systemClock } from "./lib/system-clock.ts";
import { createLog } from "./observe/log.ts";
import type { Secrets } from "./secrets/secrets.ts";
import { lockHome } from "./store/home-lock.ts";

const packageFolder = dirname(dirname(fileURLToPath(import.meta.url)));
const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as { version: string };
const interrupted = new AbortController();

// --- the home folder: settings, secrets, the local chat's keys
function homeFolder(given: string | null): string {
  const home = resolve(given ?? process.env["SPARKS_HOME"] ?? join(homedir(), ".sparks"));
  makeFolder(home);
  return home;
}
function configOf(home: string): Config {
  const file = join(home, "config.toml");
  return loadConfig(readIfThere(file) ?? "", file);
}
type LocalKeys = { readonly token: string; readonly pageKey: string };
/** Made once, so that the page's address stays the same over restarts. */
function localKeys(home: string): LocalKeys {
  const file = join(home, "local-chat.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as LocalKeys;
  const keys = {
    token: `1000000001:${randomBytes(26).toString("base64url")}`,
    pageKey: randomBytes(18).toString("base64url"),
  };
  writeFileSync(file, `${JSON.stringify(keys)}\n`, { mode: 0o600 });
  return keys;
}
type WorldParts = {
  readonly home: string;
  readonly chat: World["chat"];
  readonly secrets: Secrets;
  readonly config: Config;
  readonly quiet: boolean;
};
function worldOf({ home, chat, secrets, config, quiet }: WorldParts): World {
  return {
    version,
    home,
    packageFolder,
    chat,
    secrets,
    clock: systemClock,
    random: () => randomBytes(4).readUInt32BE() / 2 ** 32,
    newId: () => randomUUID().replaceAll("-", ""),
    log: createLog({
      level: config.log.level,
      file: join(home, "logs", "sparks.log"),
      terminal: quiet ? { write: () => true } : process.stderr,
      secrets: secrets.all(),
    }),
    announce: (line) => process.stdout.write(`${line}\n`),
    environment: process.env,
    discoverModels: process.env["SPARKS_NO_DISCOVERY"] !== "1",
  };
}
function secretsOf(home: string): Promise<Secrets> {
  return openSecrets({ home, environment: process.env, clock: systemClock }, (line) =>
    process.stderr.write(`${line}\n`),
  );
}
const secretsWorld: CliWorld["secrets"] = {
  async open(given) {
    const home = homeFolder(given);
    return openSecretSources(
      { home, environment: process.env, clock: systemClock },
      { config: configOf(home), daemonRuns: () => isListening(join(home, "sparks.sock")) },
    );
  },
  read: (prompt) =>
    readSecret(process.stdin, prompt, {
      signal: interrupted.signal,
      write: (text) => process.stderr.write(text),
    }),
};

/** After the start, until its memory is given back. */
const QUIET_MS = 1000;

// --- commands
async function up(options: { home: string | null; port: number | null }): Promise<void> {
  const home = homeFolder(options.home);
  await using closers = new AsyncDisposableStack();
  closers.use(await lockHome(home, process.pid));
  const config = configOf(home);
  const secrets = await secretsOf(home);
  const token = secrets.get("TELEGRAM_BOT_TOKEN");
  const chat =
    token === undefined
      ? await openLocalChat(home, options.port ?? config.localChat.port, closers)
      : { apiRoot: config.telegram.apiRoot, token, local: null };
  const app = closers.use(await openApp(config, worldOf({ home, chat, secrets, config, quiet: false })));
  process.stdout.write(
    chat.local === null ? "Sparks is up on Telegram. Ctrl-C ends it.\n" : `Sparks is up. Open ${chat.local.address}\n`,
  );
  flushCompileCache();
  // The first message most often comes later than that; of what is at work by then nothing is lost but a moment.
  const quiet = setTimeout(giveBackMemory, QUIET_MS);
  closers.defer(() => clearTimeout(quiet));
  await Promise.race([app.running, untilAborted(interrupted.signal)]);
}
/** Most of the program, and read only by who runs it: a command that asks the daemon, or nobody, is up in half the time. */
async function openApp(config: Config, world: World): Promise<App> {
  const { compose } = await import("./compose/compose.ts");
  return compose(config, world);
}
const USUAL_PORT = 7878;
async function openLocalChat(
  home: string,
  wished: number,
  closers: AsyncDisposableStack,
): Promise<NonNullable<World["chat"]>> {
  const { openEmulator } = await import("./emulator/emulator.ts"); // not with a bot at Telegram's
  const { token, pageKey } = localKeys(home);
  const owner = { id: 1001, name: "You" };
  const open = (port: number) =>
    openEmulator({
      port,
      token,
      pageKey,
      stateFolder: join(home, "local-chat"),
      users: [{ id: owner.id, firstName: owner.name }],
      botName: "Sparks",
    });
  const emulator = closers.use(wished !== 0 ? await open(wished) : await open(USUAL_PORT).catch(() => open(0)));
  return { apiRoot: emulator.apiRoot, token: new Secret(token), local: { address: emulator.pageUrl, owner } };
}
function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    signal.addEventListener("abort", () => done(), { once: true });
  });
}
/** The daemon's socket where one runs; else a core of this process's own, without bot, for one command. */
const connect: CliWorld["connect"] = async ({ home: given }) => {
  const home = homeFolder(given);
  const socketPath = join(home, "sparks.sock");
  if (await isListening(socketPath)) return { socketPath, daemon: true, async [Symbol.asyncDispose]() {} };
  await using closers = new AsyncDisposableStack();
  closers.use(await lockHome(home, process.pid));
  const config = configOf(home);
  const app = await openApp(config, worldOf({ home, chat: null, secrets: await secretsOf(home), config, quiet: true }));
  closers.use(app);
  const owned = closers.move();
  return { socketPath, daemon: false, [Symbol.asyncDispose]: () => owned.disposeAsync() };
};
const checkConfig: CliWorld["checkConfig"] = async ({ home }) => {
  const file = join(homeFolder(home), "config.toml");
  try {
    const config = configOf(dirname(file));
    const { settingsProblems } = await import("./compose/settings-problems.ts");
    return { file, problems: await settingsProblems(config, { packageFolder }) };
  } catch (error) {
    if (error instanceof Fault && error.code === "config.invalid")
      return { file, problems: (error.data as { problems: readonly string[] }).problems };
    if (error instanceof Fault) return { file, problems: [plainText(faultBlocks(error, "terminal"))] };
    throw error;
  }
};
const sandboxTemplate: CliWorld["sandboxTemplate"] = ({ home: given }) => {
  const home = homeFolder(given);
  return openTemplate(configOf(home), home, systemClock.now());
};
const codingClisWorld: CliWorld["codingClis"] = {
  list(given) {
    const home = homeFolder(given);
    return codingCliRows(configOf(home), home);
  },
  install: (given, name, signal) =>
    installCodingCli(name, {
      root: programRoot(homeFolder(given)),
      architecture: process.arch,
      environment: process.env,
      signal,
    }),
};

// --- the terminal
function createTerminal(): Terminal {
  const interactive = process.stdout.isTTY;
  let isLive = false;
  // Whoever reads has seen enough, as `head` has.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
  return {
    interactive,
    write: (text) => process.stdout.write(text),
    error: (line) => process.stderr.write(`${line}\n`),
    live(line) {
      if (!interactive) return;
      if (isLive || line !== "")
        process.stdout.write(`\r\u001B[2K${line.slice(0, Math.max(20, process.stdout.columns - 1))}`);
      isLive = line !== "";
    },
    async *lines(signal) {
      const input = createInterface({ input: process.stdin });
      signal.addEventListener("abort", () => input.close(), { once: true });
      yield* input;
    },
  };
}
function stopOn(signal: NodeJS.Signals): void {
  process.once(signal, () => {
    interrupted.abort();
    // A second one does not wait for anything to be put away.
    process.once(signal, () => process.exit(EXIT.interrupted));
  });
}
/** Reads the process's arguments and runs one command to its end. */
export async function run(): Promise<void> {
  // Node warns that serving the page strips types; a person who starts the program can do nothing about it.
  process.removeAllListeners("warning");
  stopOn("SIGINT");
  stopOn("SIGTERM");
  try {
    const world = {
      version,
      terminal: createTerminal(),
      signal: interrupted.signal,
      up,
      connect,
      checkConfig,
      sandboxTemplate,
      secrets: secretsWorld,
      codingClis: codingClisWorld,
    };
    process.exitCode = await runCli(process.argv.slice(2), world);
  } catch (error) {
    const text =
      error instanceof Fault
        ? plainText(faultBlocks(error, "terminal"))
        : error instanceof Error
          ? (error.stack ?? error.message)
          : String(error);
    // No secret may be known yet: what has the look of one goes.
    process.stderr.write(`${createRedactor([], LEAVING_SHAPES)(text)}\n`);
    process.exitCode = error instanceof Fault ? EXIT.unavailable : EXIT.failed;
  }
}
