import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { CHOKE_POINTS, lookAt } from "../../scripts/choke-points.ts";
import { temporaryFolder } from "../support/folder.ts";

const FILES = {
  "src/core/ports/sandbox.ts": `export interface SandboxSession {
  run(command: string): string; locate(path: string): string; read(path: string): string; write(path: string): string;
}
export interface Pipelines { run(command: string): string }
`,
  "src/core/ports/store.ts": `export interface ApprovalStore { move(id: number): boolean; ask(id: number): boolean }
export interface TaskStore { move(id: number): boolean }
`,
  "src/lib/secret.ts": `export class Secret { reveal(): string { return ""; } }\n`,
  "src/plain.ts": `import type { Pipelines } from "./core/ports/sandbox.ts";
import type { TaskStore } from "./core/ports/store.ts";
import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
export const fine = (pipelines: Pipelines, tasks: TaskStore, child: ChildProcess, curtain: { reveal(): string }) =>
  [pipelines.run("ls"), tasks.move(1), child, readFileSync, curtain.reveal(), "session.run(secret.reveal())"];
`,
} as const;
const PLANTED = {
  "a call": [`session.run("ls");`],
  "a call by a name in brackets": [`session["run"]("ls");`],
  "a member taken out": [`const { run } = session; run("ls");`],
  "a member taken out under another name": [`const { run: go } = session; go("ls");`],
  "a member that is passed on": [`[session.run];`],
  "a session under another name and type": [
    `const box: { run(command: string): string } & SandboxSession = session; box.run("ls");`,
  ],
  "a file of the workspace": [`session.write("x");`],
  "an approval that is decided": [`approvals.move(1);`],
  "a secret that is opened": [`secret?.reveal();`],
  "a program of the host": [``, `import { spawn } from "node:child_process";`],
  "a program of the host, all of the module": [``, `import * as programs from "child_process";`],
  "a program of the host, loaded when it is needed": [`void import("node:child_process");`],
  "a program of the host, handed on": [``, `export { spawn } from "node:child_process";`],
  "a link that is resolved": [``, `import { realpathSync } from "node:fs";`],
  "a link that is resolved, of all the module": [``, `import fs from "node:fs/promises";`],
  "a link that is resolved, of all the module beside a name": [``, `import fs, { readFileSync } from "node:fs";`],
  "a link that is resolved, of all the module by a name": [``, `import { default as fs } from "node:fs";`],
  "a link that is resolved, of the half of the module that waits": [``, `import { promises } from "node:fs";`],
} as const;

function lookAtPlanted(body: string, head = "") {
  using folder = temporaryFolder();
  const planted = `import type { SandboxSession } from "./core/ports/sandbox.ts";
import type { ApprovalStore } from "./core/ports/store.ts";
import type { Secret } from "./lib/secret.ts";
${head}
export function planted(session: SandboxSession, approvals: ApprovalStore, secret: Secret | undefined): void {
  ${body}
  void [session, approvals, secret];
}
`;
  const files = { ...FILES, "src/planted.ts": planted, "tsconfig.json": TSCONFIG };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder.path, path)), { recursive: true });
    writeFileSync(join(folder.path, path), text);
  }
  return lookAt(join(folder.path, "tsconfig.json"), CHOKE_POINTS);
}
const TSCONFIG = JSON.stringify({
  compilerOptions: {
    module: "nodenext",
    target: "esnext",
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    types: [],
  },
  include: ["src"],
});

test.each(Object.entries(PLANTED))("%s is caught where it may not be", (_name, [body, head]) => {
  const { breaches } = lookAtPlanted(body, head);
  expect(breaches.map(({ file }) => file)).toEqual(["src/planted.ts"]);
});
test("what only has the same name is let be", () => {
  expect(lookAtPlanted("").breaches).toEqual([]);
});
test("a permission that nobody uses is told", () => {
  expect(lookAtPlanted("").unused).toContain("starts programs on the host: src/git/git.ts");
});
