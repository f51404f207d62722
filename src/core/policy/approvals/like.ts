import type { ApprovalSubject } from "./approval.ts";
import { classifyCommand, isInterpreter } from "../commands/command.ts";
import { pinOf } from "./pin.ts";
import type { Origin } from "../taint.ts";
import type { CommandTrait } from "../commands/scene.ts";
import { placeOf } from "../paths/protected-paths.ts";

/**
 * What else runs without a new question once a person approved one thing "like this for this task". Always the same tool, directory,
 * sandbox, hosts, price ceiling and strangers read; only the workspace may have gone on, and besides it what the kind says.
 */
export type Grant = Pick<ApprovalSubject, "tool" | "directory" | "image" | "hosts" | "maxCostUsd"> & {
  readonly read: readonly Origin[];
} & Pattern;
type Pattern =
  /** The very same words. */
  | { readonly kind: "same-command"; readonly command: readonly string[] }
  /** The same package manager, subcommand and options; other packages by plain name. */
  | { readonly kind: "install"; readonly head: readonly string[]; readonly options: readonly string[] }
  /** Any ordinary file right in this folder. */
  | { readonly kind: "folder"; readonly folder: string }
  /** The same tool of a server as the owner approved it, with whatever arguments. */
  | { readonly kind: "server-tool"; readonly pin: string }
  /** The same coding CLI with the same model, whatever it is told. */
  | { readonly kind: "outsource"; readonly command: readonly string[] };

/** @returns null where only once makes sense: what protects others, what leaves, what cannot be told from its text, money */
export function grantOf(subject: ApprovalSubject): Grant | null {
  const pattern = patternOf(subject);
  if (pattern === null) return null;
  const { tool, directory, image, hosts, maxCostUsd, read = [] } = subject;
  // What the server said before is part of using it.
  const others = pattern.kind === "server-tool" ? read.filter((origin) => !tool.startsWith(`${origin}:`)) : read;
  return { tool, directory, image, hosts, maxCostUsd, read: others, ...pattern };
}

/** Does what a person granted cover this as well? */
export function isLike(subject: ApprovalSubject, grant: Grant): boolean {
  const own = grantOf(subject);
  if (own === null || own.kind !== grant.kind || !sameSurroundings(own, grant)) return false;
  if (own.kind === "same-command" && grant.kind === "same-command") return sameList(own.command, grant.command);
  if (own.kind === "outsource" && grant.kind === "outsource") return sameList(own.command, grant.command);
  if (own.kind === "folder" && grant.kind === "folder") return own.folder === grant.folder;
  if (own.kind === "install" && grant.kind === "install")
    return sameList(own.head, grant.head) && sameList(own.options, grant.options);
  if (own.kind === "server-tool" && grant.kind === "server-tool") return own.pin === grant.pin;
  return false;
}

/** The pattern as people read it, before and after they approve it. */
export function describeGrant(grant: Grant): string {
  const where = grant.directory === "" ? "" : ` in ${grant.directory}`;
  switch (grant.kind) {
    case "same-command":
      return `exactly \`${grant.command.join(" ")}\`${where}, as often as it is needed`;
    case "install":
      return `\`${[...grant.head, ...grant.options].join(" ")} <package names>\`${where}`;
    case "server-tool":
      return `any call of \`${grant.tool}\`, whatever it is given`;
    case "outsource":
      return `any work by \`${grant.command.slice(0, 2).join(" with ")}\`, within its limits`;
    case "folder":
      return `${grant.tool} of ordinary files right in ${grant.folder === "" ? "the workspace's root" : grant.folder}`;
  }
}

function sameSurroundings(a: Grant, b: Grant): boolean {
  return (
    a.tool === b.tool &&
    a.directory === b.directory &&
    a.image === b.image &&
    a.maxCostUsd === b.maxCostUsd &&
    sameList(a.hosts, b.hosts) &&
    sameList(a.read, b.read)
  );
}
function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, at) => word === b[at]);
}

function patternOf(subject: ApprovalSubject): Pattern | null {
  if (subject.kind === "edit") return folderPattern(subject);
  if (subject.kind === "outsource") return { kind: "outsource", command: subject.command };
  if (subject.kind === "call") return serverToolPattern(subject);
  if (subject.kind !== "run" || subject.command.length === 0 || subject.content !== "") return null;
  const traits = classifyCommand(subject.command, subject.directory).map(({ kind }) => kind);
  if (isInterpreter(subject.command) || traits.some((kind) => !REPEATABLE.has(kind))) return null;
  if (traits.length === 1 && traits[0] === "install") {
    const install = installPattern(subject.command);
    if (install !== null) return install;
  }
  return { kind: "same-command", command: subject.command };
}
function serverToolPattern({ content }: ApprovalSubject): Pattern | null {
  const pin = pinOf(content);
  return pin === null ? null : { kind: "server-tool", pin };
}
/** What may be done again without a new question. */
const REPEATABLE: ReadonlySet<CommandTrait["kind"]> = new Set(["install", "network", "delete", "protected file"]);
function folderPattern({ paths, directory }: ApprovalSubject): Pattern | null {
  const folders = new Set(paths.map((path) => path.slice(0, Math.max(0, path.lastIndexOf("/")))));
  const [folder] = folders;
  if (folder === undefined || folders.size > 1) return null;
  const ordinary = paths.every((path) => {
    const place = placeOf(path, directory);
    return place.kind === "inside" && place.protectedAs === null && !path.split("/").includes("..");
  });
  return ordinary ? { kind: "folder", folder } : null;
}
const MANAGERS = /^(npm|pnpm|yarn|pip|pip3|cargo|gem|poetry|uv|go)$/;
const ADDS = /^(install|i|add|get)$/;
/** A name in a registry, perhaps with a version: no path, no address, no glob, nothing another source could be named with. */
const PACKAGE =
  /^(@[a-z0-9][a-z0-9._-]{0,60}\/)?[A-Za-z0-9][A-Za-z0-9._-]{0,80}([@=]=?[\^~]?[0-9][0-9A-Za-z.+-]{0,30})?$/;
/** `npm install --save-dev vitest`: with at least one package. */
function installPattern(command: readonly string[]): Pattern | null {
  const [program = "", subcommand = "", ...rest] = command;
  if (!MANAGERS.test(program) || !ADDS.test(subcommand)) return null;
  const packages = rest.filter((word) => !word.startsWith("-"));
  // An option may take the next word for its value (`--registry x`): where that cannot be told, only the same words are alike.
  const options = rest.filter((word) => word.startsWith("-"));
  if (options.some((option) => !PLAIN_OPTION.test(option))) return null;
  if (packages.length === 0 || !packages.every((name) => PACKAGE.test(name) && !isFileName(name))) return null;
  return { kind: "install", head: [program, subcommand], options: options.toSorted() };
}
const PLAIN_OPTION = /^(-D|-E|--save-dev|--save-exact|--dev|--no-save|--ignore-scripts|--no-audit|--no-fund)$/;
function isFileName(name: string): boolean {
  return /\.(tgz|tar|gz|zip|whl|txt|toml|gem|git)$/i.test(name);
}
