import { existsSync, realpathSync, statSync } from "node:fs";
import path from "node:path";

/** Programs whose folder tells where a toolchain is, and how far above the program its root lies. */
const PROGRAMS = [
  { name: "cargo", up: 2 },
  { name: "rustc", up: 2 },
  { name: "go", up: 2 },
  { name: "java", up: 2 },
  { name: "python3", up: 2 },
  { name: "deno", up: 1 },
  { name: "bun", up: 1 },
];
/** A root is shown only when it looks like a toolchain: never a home folder, never what holds somebody's keys. */
const SECRETS = [
  ".ssh",
  ".gnupg",
  ".aws",
  ".netrc",
  ".git-credentials",
  ".npmrc",
  ".docker",
  ".config",
  "credentials.toml",
];

/**
 * Folders of language toolchains outside /usr that programs on `pathVariable` come from, such as a Go root or a Rust
 * toolchain of rustup. Of rustup the toolchains are shown and not its own programs; scripts that pick a version (pyenv's shims) are left out.
 */
export function findToolchains(pathVariable: string): string[] {
  const found = new Set<string>();
  const folders = pathVariable.split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  for (const { name, up } of PROGRAMS) {
    const program = folders.map((folder) => path.join(folder, name)).find((file) => isProgram(file));
    if (program === undefined || path.basename(path.dirname(program)) === "shims") continue;
    for (const root of rootsOf(program, up)) if (mayBeShown(root)) found.add(root);
  }
  return [...found];
}
function isProgram(file: string): boolean {
  try {
    const stat = statSync(file);
    return stat.isFile() && (stat.mode & 0o111) !== 0;
  } catch {
    return false; // missing, or in a folder of PATH that is closed to us
  }
}
function rootsOf(program: string, up: number): string[] {
  const real = realpathSync(program);
  // rustup's cargo is one program under many names that runs another: its toolchains lie beside its home
  if (path.basename(real) === "rustup") return rustupToolchains(path.dirname(path.dirname(program)));
  return [path.resolve(real, ...Array.from({ length: up }, () => ".."))];
}
function rustupToolchains(cargoHome: string): string[] {
  const home = path.join(path.dirname(cargoHome), ".rustup");
  const settings = path.join(home, "settings.toml");
  if (!existsSync(settings)) return [];
  const toolchains = path.join(home, "toolchains");
  return existsSync(toolchains) ? [toolchains] : [];
}
function mayBeShown(root: string): boolean {
  if (!path.isAbsolute(root) || root.split(path.sep).length < 3) return false; // not `/` or `/opt` as a whole
  if (/^\/(usr|bin|lib|lib64|sbin|proc|sys|dev|etc|var|run|tmp|boot)(\/|$)/.test(root)) return false;
  if (/^\/home\/[^/]+$/.test(root) || root === "/root") return false;
  return !SECRETS.some((name) => existsSync(path.join(root, name)));
}
