import { splitScript } from "./script.ts";

/** One program that a command line would run, after `sh -c`, `env`, `sudo` and the like are taken off. */
export type Program = { readonly name: string; readonly args: readonly string[] };
export type CommandTrait =
  | { readonly kind: "publish"; readonly what: string }
  | { readonly kind: "install"; readonly what: string }
  | { readonly kind: "network"; readonly what: string }
  | { readonly kind: "privilege"; readonly what: string }
  | { readonly kind: "delete"; readonly what: string }
  /** It cannot be told from its text what it will run. */
  | { readonly kind: "opaque"; readonly what: string };

/**
 * What a command is up to, told from its text so that a person is asked before it is tried. It is not the guard: a sandbox without
 * network holds whatever is disguised well enough to pass here.
 */
export function classifyCommand(argv: readonly string[]): readonly CommandTrait[] {
  return programsOf(argv).flatMap(traitsOf);
}

const MAX_DEPTH = 8;
/** All programs a command line names, wrappers first: `sudo env A=1 sh -c "x | y"` gives sudo, x and y. */
export function programsOf(argv: readonly string[], depth = 0): readonly Program[] {
  const [first, ...args] = argv;
  if (first === undefined) return [];
  if (depth > MAX_DEPTH) return [{ name: "eval", args: argv }];
  const name = first.slice(first.lastIndexOf("/") + 1);
  if (SHELLS.has(name)) {
    const script = shellScript(args);
    if (script === null) return [{ name, args }];
    return splitScript(script).flatMap((words) => programsOf(words, depth + 1));
  }
  if (name === "find") return [{ name, args }, ...findExecutes(args).flatMap((inner) => programsOf(inner, depth + 1))];
  const inner = unwrap(name, args);
  if (inner === null) return [{ name, args }];
  const own = name === "sudo" || name === "doas" || name === "su" ? [{ name, args }] : [];
  return [...own, ...programsOf(inner, depth + 1)];
}

const SHELLS = new Set(["sh", "bash", "dash", "zsh", "ash", "ksh", "busybox"]);
function shellScript(args: readonly string[]): string | null {
  const flags = args.findIndex((arg) => /^-[a-z]*c[a-z]*$/i.test(arg));
  return flags === -1 ? null : (args.slice(flags + 1).find((arg) => !arg.startsWith("-")) ?? null);
}
function findExecutes(args: readonly string[]): readonly (readonly string[])[] {
  return args.flatMap((arg, at) => {
    if (!/^-(exec|execdir|ok|okdir)$/.test(arg)) return [];
    const end = args.findIndex((word, index) => index > at && (word === ";" || word === "+"));
    return [args.slice(at + 1, end === -1 ? undefined : end)];
  });
}

/** Programs whose arguments are a command, with their options that take a value of their own. */
const WRAPPERS: Readonly<Record<string, readonly string[]>> = {
  env: ["-u", "-C", "-S", "--unset", "--chdir"],
  sudo: ["-u", "-g", "-h", "-p", "-C", "-D"],
  doas: ["-u", "-C"],
  nice: ["-n"],
  ionice: ["-c", "-n"],
  nohup: [],
  setsid: [],
  time: ["-f", "-o"],
  timeout: ["-k", "-s", "--signal", "--kill-after"],
  xargs: ["-I", "-n", "-P", "-L", "-d", "-a", "-s", "-E"],
  stdbuf: ["-i", "-o", "-e"],
  command: [],
  exec: ["-a"],
  builtin: [],
  unbuffer: [],
  watch: ["-n"],
};
function unwrap(name: string, args: readonly string[]): readonly string[] | null {
  const withValue = Object.hasOwn(WRAPPERS, name) ? WRAPPERS[name] : undefined;
  if (withValue === undefined) return null;
  let at = 0;
  while (at < args.length) {
    const arg = args[at] ?? "";
    if (name === "env" && (arg === "-S" || arg === "--split-string")) return (args[at + 1] ?? "").split(/\s+/);
    if (arg === "--") return args.slice(at + 1);
    if (withValue.includes(arg)) at += 2;
    else if (arg.startsWith("-") || (name === "env" && /^[A-Za-z_]\w*=/.test(arg))) at += 1;
    else break;
  }
  return name === "timeout" ? args.slice(at + 1) : args.slice(at);
}

/** [program, words that must follow it in this order (options between them are passed over), trait] */
const RULES: readonly (readonly [program: RegExp, subcommand: RegExp | null, kind: CommandTrait["kind"]])[] = [
  [/^git$/, /^(push|send-email|request-pull|send-pack)$/, "publish"],
  [/^(npm|pnpm|yarn|bun|cargo|poetry|uv|hatch|flit|lerna)$/, /^publish$/, "publish"],
  [
    /^(twine|gh|glab|hub|heroku|vercel|netlify|fly|flyctl|kubectl|helm|terraform|aws|gcloud|az|goreleaser)$/,
    null,
    "publish",
  ],
  [/^docker|podman$/, null, "publish"],
  [/^git$/, /^(fetch|pull|clone|ls-remote|fetch-pack)$/, "network"],
  [/^git$/, /^(submodule|remote)$/, "network"],
  [
    /^(curl|wget|nc|ncat|netcat|telnet|ssh|scp|sftp|rsync|ftp|socat|dig|nslookup|host|ping|traceroute|aria2c|httpie|http)$/,
    null,
    "network",
  ],
  [
    /^(npm|pnpm|yarn|bun)$/,
    /^(install|i|ci|add|update|upgrade|up|dlx|create|init|exec|x|outdated|audit|login|global)$/,
    "install",
  ],
  [/^(npx|bunx|pnpx|uvx|pipx)$/, null, "install"],
  [/^(pip|pip3|pip\d\.\d+|conda|mamba)$/, /^(install|download|wheel|create|update)$/, "install"],
  [/^(poetry|uv|pdm|pipenv|rye)$/, /^(install|add|sync|update|lock|self|tool|pip)$/, "install"],
  [/^cargo$/, /^(install|add|fetch|update|search)$/, "install"],
  [/^go$/, /^(get|install|mod)$/, "install"],
  [/^(apt|apt-get|apk|dnf|yum|pacman|brew|gem|composer|bundle|snap)$/, null, "install"],
  [/^(sudo|doas|su|chroot|mount|umount|unshare|nsenter|setcap|insmod)$/, null, "privilege"],
  [/^(rm|unlink|shred|rmdir)$/, null, "delete"],
  [/^git$/, /^(clean|filter-branch|update-ref|gc|prune|reflog)$/, "delete"],
  [/^(eval|source|\.)$/, null, "opaque"],
];
function traitsOf({ name, args }: Program): readonly CommandTrait[] {
  const words = args.filter((arg) => !arg.startsWith("-"));
  const what = [name, ...args].join(" ").slice(0, 200);
  const found = RULES.filter(
    ([program, subcommand]) =>
      program.test(name) && (subcommand === null || words.slice(0, 3).some((word) => subcommand.test(word))),
  );
  const traits: CommandTrait[] = found.map(([, , kind]) => ({ kind, what }));
  if (
    /^python[\d.]*$/.test(name) &&
    args[0] === "-m" &&
    /^(pip|venv|ensurepip)$/.test(args[1] ?? "") &&
    args.includes("install")
  )
    traits.push({ kind: "install", what });
  if (name === "find" && args.includes("-delete")) traits.push({ kind: "delete", what });
  if (name.includes("$") || name.includes("`")) traits.push({ kind: "opaque", what });
  if (SHELLS.has(name) && !args.some((arg) => !arg.startsWith("-")))
    traits.push({ kind: "opaque", what: `${name} reading its commands from a pipe` });
  return traits;
}
