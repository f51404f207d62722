import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installCodingCli } from "../../src/coding-clis/install.ts";
import { isInstalled, placeOf } from "../../src/coding-clis/installed.ts";
import type { CodingCliName } from "../../src/core/ports/coding-clis.ts";
import type { Answer } from "./coding-provider.ts";

/** Where the tests look for coding CLIs; the first that may fetch them (SPARKS_TEST_INTERNET=1) puts them there. */
export const PROGRAMS = process.env["SPARKS_TEST_PROGRAMS"] ?? join(tmpdir(), "sparks-programs");
const FETCH_MS = 60_000;
/** How each is told to run a command: by the tool it has for that. */
export const TOOLS: Readonly<Record<CodingCliName, (command: string) => Answer>> = {
  claude_code: (command) => ({ kind: "call", tool: "Bash", input: { command, description: "does it" } }),
  codex: (command) => ({ kind: "call", tool: "exec_command", input: { cmd: command } }),
  opencode: (command) => ({ kind: "call", tool: "bash", input: { command, description: "does it" } }),
};

/**
 * Why this one cannot be run here; null when it can.
 * @throws Error with SPARKS_REQUIRE_CODING_CLIS=1 when it is not there and could not be fetched
 */
export async function missingProgram(name: CodingCliName): Promise<string | null> {
  const place = placeOf(PROGRAMS, name, process.arch);
  if (place === null) return `there is no ${name} for ${process.arch} processors`;
  if (isInstalled(place)) return null;
  const why = await fetchedProblem(name);
  if (why !== null && process.env["SPARKS_REQUIRE_CODING_CLIS"] === "1") throw new Error(why);
  return why;
}
async function fetchedProblem(name: CodingCliName): Promise<string | null> {
  if (process.env["SPARKS_TEST_INTERNET"] !== "1")
    return `${name} is not at ${PROGRAMS}; SPARKS_TEST_INTERNET=1 fetches it`;
  const signal = AbortSignal.timeout(FETCH_MS);
  const options = { root: PROGRAMS, architecture: process.arch, environment: process.env, signal };
  const done = await installCodingCli(name, options).catch(() => ({
    kind: "failed" as const,
    why: "the registry is slow",
  }));
  return done.kind === "failed" ? `${name} could not be fetched: ${done.why}` : null;
}
/** Links what was fetched once into a home that a test made; what is not there is left out. */
export function linkPrograms(home: string, names: readonly CodingCliName[]): void {
  mkdirSync(join(home, "programs"), { recursive: true });
  for (const name of names) {
    const place = placeOf(PROGRAMS, name, process.arch);
    if (place === null || !isInstalled(place)) continue;
    execFileSync("cp", ["-al", place.folder, join(home, "programs")]);
  }
}
/** A request for a title or the like, with no tools: it is not part of the work. */
export function isAside(body: Readonly<Record<string, unknown>>): boolean {
  return !Array.isArray(body["tools"]) || body["tools"].length === 0;
}
