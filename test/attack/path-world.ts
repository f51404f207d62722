import { execFileSync } from "node:child_process";
import { linkSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const FILES = [
  "src/a.ts",
  "README.md",
  "deep/deeper/x.txt",
  ".env",
  ".ssh/id_rsa",
  ".ssh/config",
  "with/.env",
  ".git/config",
  ".git/HEAD",
  ".git/hooks/pre-commit",
  "twin",
];
/** Name and target; `{root}` and `{outside}` are the folders' paths. */
const LINKS = [
  // out of the folder
  ["out", "{outside}/secret.txt"],
  ["out-folder", "{outside}"],
  ["out-relative", "../outside/secret.txt"],
  ["deep/out", "../../outside"],
  ["chain-1", "chain-2"],
  ["chain-2", "deep/out/secret.txt"],
  ["chain-folder", "deep/out"],
  ["src/back-out", "../out-folder"],
  ["src/up", "../../outside"],
  ["parent", ".."],
  ["to-root", "/"],
  ["twice", "out-folder/../outside"],
  ["half", "deep"],
  ["deep/inner", "../out-folder"],
  ["dangling-out", "{outside}/nothing.txt"],
  ["dangling-far", "/nothing/at/all"],
  ["dangling-chain", "dangling-out"],
  // nowhere
  ["loop", "loop"],
  ["loop-a", "loop-b"],
  ["loop-b", "loop-a"],
  ["self", "self/self"],
  // to doors of the kernel
  ["to-proc", "/proc/self/fd"],
  ["to-environ", "/proc/self/environ"],
  ["to-null", "/dev/null"],
  ["to-dev", "/dev"],
  ["to-stdin", "/dev/stdin"],
  ["to-cwd", "/proc/self/cwd"],
  ["to-root-door", "/proc/self/root"],
  // to secrets and to git
  ["innocent.txt", ".env"],
  ["deep/innocent.md", "../.ssh/id_rsa"],
  ["keys", ".ssh"],
  ["to-folder-with-secret", "with"],
  ["name-chain", "innocent.txt"],
  ["to-git", ".git"],
  ["to-config", ".git/config"],
  ["hooks-link", ".git/hooks"],
  // to what is neither file nor folder
  ["to-pipe", "pipe"],
  ["to-twin", "twin"],
  // harmless
  ["in", "src"],
  ["folder-link", "./src/"],
  ["to-a", "src/a.ts"],
  ["deep/to-a", "../src/a.ts"],
  ["chain-in", "to-a"],
  ["chain-in-folder", "folder-link"],
  ["absolute-in", "{root}/src/a.ts"],
  ["absolute-folder", "{root}/src"],
  ["dangling-in", "not-yet.txt"],
  ["up-and-in", "deep/../src"],
  ["deep/up", ".."],
  ["deep-link", "deep/deeper"],
  ["broken", "not-yet-a-folder"],
] as const;

export type PathWorld = AsyncDisposable & { readonly root: string; readonly outside: string };
/** A folder with everything in it that `paths.jsonl` names, and another beside it that nobody may get into. */
export async function openPathWorld(): Promise<PathWorld> {
  const base = realpathSync(mkdtempSync(join(tmpdir(), "sparks-paths-")));
  const root = join(base, "work");
  const outside = join(base, "outside");
  for (const file of FILES) put(join(root, file), `${file}\n`);
  put(join(outside, "secret.txt"), "SECRET\n");
  for (const [name, target] of [...LINKS, ...chainOf("ten", 10), ...chainOf("many", 60)]) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    symlinkSync(target.replace("{root}", root).replace("{outside}", outside), join(root, name));
  }
  linkSync(join(root, "twin"), join(root, "deep/twin-too"));
  linkSync(join(outside, "secret.txt"), join(root, "outside-twin"));
  execFileSync("mkfifo", [join(root, "pipe"), join(root, "deep/pipe")]);
  const server = createServer();
  await new Promise<void>((done) => server.listen(join(root, "socket"), done));
  return {
    root,
    outside,
    async [Symbol.asyncDispose]() {
      await new Promise<void>((done) => server.close(() => done()));
      rmSync(base, { recursive: true });
    },
  };
}
/** Links one after the other; more of them than anybody follows are as good as a loop. */
function chainOf(name: string, length: number): readonly (readonly [string, string])[] {
  return Array.from({ length }, (_, at) => [`${name}-${at + 1}`, at + 1 === length ? "src/a.ts" : `${name}-${at + 2}`]);
}
function put(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
