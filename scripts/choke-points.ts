import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Node, SourceFile } from "typescript/unstable/ast";
import {
  isBindingElement,
  isCallExpression,
  isClassDeclaration,
  isElementAccessExpression,
  isExportDeclaration,
  isIdentifier,
  isImportDeclaration,
  isInterfaceDeclaration,
  isPropertyAccessExpression,
  isStringLiteral,
} from "typescript/unstable/ast/is";
import { API, type Checker, type Project } from "typescript/unstable/sync";

// node scripts/choke-points.ts: what is dangerous to do is done in one place each, and by type, not by name. Part of `npm run check:lint`.

/** A member of a type of ours, or a module of Node's, and the files that may use it, each with what for. */
export type ChokePoint = {
  readonly what: string;
  readonly use:
    | { readonly member: readonly [declaredIn: string, type: string, ...names: string[]] }
    | { readonly module: RegExp; readonly names?: RegExp };
  readonly may: Readonly<Record<string, string>>;
};
export type Breach = { readonly what: string; readonly file: string; readonly line: number; readonly text: string };
/** What was looked at, what is wrong, and which permission nobody uses. */
export type Looked = {
  readonly files: number;
  readonly uses: number;
  readonly breaches: readonly Breach[];
  readonly unused: readonly string[];
};
const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** @param config a tsconfig.json; files below `src/` of its folder are looked at, tests not */
export function lookAt(config: string, points: readonly ChokePoint[]): Looked {
  const api = new API({ cwd: dirname(config) });
  try {
    const project = api.updateSnapshot({ openProjects: [config] }).getProject(config);
    if (project === undefined) throw new Error(`no project at ${config}`);
    return lookThrough(project, dirname(config), points);
  } finally {
    api.close();
  }
}
function lookThrough(project: Project, root: string, points: readonly ChokePoint[]): Looked {
  const uses: (Breach & { readonly point: ChokePoint })[] = [];
  const names = project.program
    .getSourceFileNames()
    .filter((name) => relative(root, name).startsWith("src/") && !name.endsWith(".test.ts"));
  for (const name of names) {
    const source = project.program.getSourceFile(name);
    if (source === undefined) continue;
    const file = relative(root, name);
    for (const { point, at } of usesIn(source, { checker: project.checker, root, points })) {
      const line = source.getLineAndCharacterOfPosition(at).line;
      uses.push({ point, what: point.what, file, line: line + 1, text: source.text.split("\n")[line]?.trim() ?? "" });
    }
  }
  const unused = points.flatMap((point) =>
    Object.keys(point.may)
      .filter((file) => !uses.some((use) => use.point === point && use.file === file))
      .map((file) => `${point.what}: ${file}`),
  );
  const breaches = uses.filter(({ point, file }) => !(file in point.may));
  return { files: names.length, uses: uses.length, breaches, unused };
}
type Use = { readonly point: ChokePoint; readonly at: number };
type Around = { readonly checker: Checker; readonly root: string; readonly points: readonly ChokePoint[] };
function usesIn(source: SourceFile, around: Around): readonly Use[] {
  const found: Use[] = [];
  const visit = (node: Node): void => {
    for (const point of around.points) if (uses(node, point, around)) found.push({ point, at: node.end - 1 });
    node.forEachChild((child) => {
      visit(child);
      return undefined;
    });
  };
  visit(source);
  return found;
}
function uses(node: Node, { use }: ChokePoint, { checker, root }: Around): boolean {
  if ("module" in use) return loads(node, use);
  const [declaredIn, type, ...names] = use.member;
  const symbol = memberOf(node, names, checker);
  // By where it is declared: a member of the same name of something else is another member.
  return (
    symbol?.declarations.some(
      (declared) => relative(root, declared.path) === declaredIn && ownerOf(declared.resolve()) === type,
    ) ?? false
  );
}
function ownerOf(member: Node | undefined): string | null {
  const owner = member?.parent;
  return owner !== undefined && (isInterfaceDeclaration(owner) || isClassDeclaration(owner))
    ? (owner.name?.text ?? null)
    : null;
}
/** The member that a node takes, when it has one of the names: `a.run`, `a["run"]`, `const { run } = a`. */
function memberOf(node: Node, names: readonly string[], checker: Checker) {
  if (isPropertyAccessExpression(node))
    return names.includes(node.name.text) ? checker.getSymbolAtLocation(node.name) : undefined;
  if (isElementAccessExpression(node) && isStringLiteral(node.argumentExpression)) {
    const key = node.argumentExpression;
    return names.includes(key.text) ? checker.getSymbolAtLocation(key) : undefined;
  }
  if (!isBindingElement(node)) return undefined;
  const taken = node.propertyName ?? node.name;
  if (taken === undefined || !isIdentifier(taken) || !names.includes(taken.text)) return undefined;
  const whole = checker.getTypeAtLocation(node.parent);
  return whole === undefined ? undefined : checker.getPropertyOfType(whole, taken.text);
}
function loads(node: Node, { module, names }: { readonly module: RegExp; readonly names?: RegExp }): boolean {
  if (isCallExpression(node)) {
    const [first] = node.arguments;
    const loader = /^(?:import|require|process\.getBuiltinModule)$/u.test(node.expression.getText());
    return loader && first !== undefined && isStringLiteral(first) && module.test(first.text);
  }
  if (!isImportDeclaration(node) && !isExportDeclaration(node)) return false;
  const from = node.moduleSpecifier;
  if (from === undefined || !isStringLiteral(from) || !module.test(from.text)) return false;
  const clause = node.getText();
  if (/^(?:import|export) type\b/u.test(clause)) return false;
  const [taken = ""] = clause.split(/\bfrom\b\s*["']/u);
  return names === undefined || names.test(taken) || takesAll(taken);
}
/** All of a module: by `*`, as its default under whatever name, also beside names in braces, or for what it does alone. */
function takesAll(taken: string): boolean {
  const outside = taken.replace(/\{[^}]*\}/u, "").replace(/^(?:import|export)\b/u, "");
  return /[^\s,]/u.test(outside) || /\bdefault\b/u.test(taken);
}

const SESSION = "src/core/ports/sandbox.ts";
export const CHOKE_POINTS: readonly ChokePoint[] = [
  {
    what: "starts programs on the host",
    use: { module: /^(?:node:)?child_process$/u },
    may: {
      "src/git/git.ts": "git on the program's own bare mirrors, hooks and foreign settings off",
      "src/git/blobs.ts": "the same, a stream of blobs",
      "src/git/masked-history.ts": "git, a history without what is secret in it",
      "src/git/sample-repository.ts": "git, to make the sample repository",
      "src/sandbox/bubblewrap/bubblewrap.ts": "bubblewrap itself",
      "src/sandbox/workspace.ts": "du and chown, over a workspace, run by their full names",
      "src/sandbox/workspace-watch.ts": "du, to see how much a workspace holds",
      "src/lib/remove-tree.ts": "rm and chmod, over a folder that is being removed",
      "src/secrets/run-program.ts": "the keyring's own program",
      "src/mcp/host-program.ts": "a server that the owner calls trusted",
      "src/coding-clis/install.ts": "npm, into a folder of the program's own",
      "src/compose/health.ts": "versions of programs, for the doctor",
    },
  },
  {
    what: "runs programs in a sandbox",
    use: { member: [SESSION, "SandboxSession", "run"] },
    may: {
      "src/core/tools/shell.ts": "a tool, behind the gate",
      "src/core/tools/custom.ts": "a tool, behind the gate",
      "src/core/tools/coding-cli.ts": "a tool, behind the gate: a coding CLI, in a sandbox of its own",
      "src/core/tools/git.ts": "a tool, behind the gate",
      "src/core/tools/search.ts": "a tool, behind the gate",
      "src/core/tools/codebase-map.ts": "a tool, behind the gate",
      "src/core/tools/repository-files.ts": "lists files for tools",
      "src/core/tools/patch/write-all.ts": "a tool, behind the gate: removes what a patch removes",
      "src/core/pipelines/run/run-step.ts": "checks and pipelines, as they were fixed before the work",
      "src/core/tasks/change.ts": "what a task changed, taken out as a patch",
      "src/core/tasks/task-files.ts": "a person's files, put into the workspace",
      "src/mcp/sandbox-program.ts": "a server of tools",
      "src/sandbox/inspect/attest.ts": "sparks doctor --security",
      "src/sandbox/inspect/attack.ts": "sparks doctor --attack",
      "src/sandbox/inspect/attack-proxy.ts": "sparks doctor --attack",
      "src/compose/health.ts": "the doctor: does a sandbox open?",
    },
  },
  {
    what: "reaches files of a workspace",
    use: { member: [SESSION, "SandboxSession", "locate", "read", "write"] },
    may: {
      "src/core/tools/reach.ts": "resolves a path, and judges where it leads",
      "src/core/tools/text-file.ts": "reads what reach.ts resolved",
      "src/core/tools/edit-file.ts": "writes what reach.ts resolved",
      "src/core/tools/write-file.ts": "writes what reach.ts resolved",
      "src/core/tools/patch.ts": "resolves the paths of a patch, and judges where they lead",
      "src/core/tools/patch/write-all.ts": "writes what patch.ts resolved",
      "src/core/pipelines/run/run-step.ts": "results, by names of the program's own",
      "src/core/tasks/change.ts": "the patch, by a name of the program's own",
      "src/core/tasks/task-files.ts": "a person's files, by checked names",
      "src/sandbox/inspect/attack.ts": "sparks doctor --attack",
    },
  },
  {
    what: "resolves links on the host",
    use: {
      module: /^(?:node:)?fs(?:\/promises)?$/u,
      names: /\b(?:realpath|realpathSync|readlink|readlinkSync|promises)\b/u,
    },
    may: {
      "src/lib/real-path.ts": "by descriptors, for what a model or a repository may have named",
      "src/git/source.ts": "the repository that a person registers",
      "src/sandbox/workspace.ts": "a workspace, before it is mounted",
      "src/sandbox/egress/door.ts": "the folder of a socket, before it is mounted",
      "src/sandbox/toolchains.ts": "toolchains of the machine, before they are mounted",
      "src/sandbox/inspect/attest.ts": "the namespaces of this process",
      "src/sandbox/bubblewrap/bubblewrap-guards.ts": "the namespaces of a sandbox",
      "src/secrets/open-keyrings.ts": "the keyring's program",
    },
  },
  {
    what: "writes what was decided about an approval",
    use: { member: ["src/core/ports/store.ts", "ApprovalStore", "move", "ask"] },
    may: { "src/core/policy/approvals/approvals.ts": "the one place where an approval changes" },
  },
  {
    what: "opens a secret",
    use: { member: ["src/lib/secret.ts", "Secret", "reveal"] },
    may: {
      "src/compose/telegram.ts": "the token, to the Bot API",
      "src/compose/secrets.ts": "all of them, to hide them in what goes out",
      "src/telegram/message-files.ts": "the token, to the Bot API's files",
      "src/observe/log.ts": "all of them, to hide them in the log",
      "src/llm/client.ts": "a key, to its provider",
      "src/llm/model.ts": "a key, to hide it in what a provider says",
      "src/llm/cassette/recorder.ts": "a key, to its provider, and to hide it in a recording",
      "src/coding-clis/gateway/gateway.ts": "a key, to its provider",
      "src/speech/transcriber.ts": "a key, to the service for speech",
      "src/http/searxng.ts": "a key, to the search engine",
      "src/http/post-hook.ts": "a secret, to sign a hook with",
      "src/forges/github-client.ts": "the token, to GitHub's API and to nowhere it sends on to",
      "src/git/git.ts": "the token, to one git that talks to its own origin",
      "src/mcp/guarded-fetch.ts": "a header, to the server it belongs to and to no other",
      "src/mcp/servers.ts": "a variable, to the program it belongs to",
    },
  },
];
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { files, uses, breaches, unused } = lookAt(join(ROOT, "tsconfig.json"), CHOKE_POINTS);
  for (const { what, file, line, text } of breaches)
    console.error(`${file}:${line}: ${what}, and is not in CHOKE_POINTS (scripts/choke-points.ts): ${text}`);
  for (const one of unused) console.error(`nobody uses this permission any more: ${one}`);
  console.log(`${files} files, ${uses} uses of choke points, ${breaches.length} where they may not be`);
  process.exitCode = breaches.length + unused.length === 0 ? 0 : 1;
}
