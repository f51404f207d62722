import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/folder.ts";

const MAIN = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), "src/main.js");

/** Runs one command as a process of its own. */
async function sparks(home: string, argv: readonly string[], input = ""): Promise<{ code: unknown; said: string }> {
  const env = { PATH: process.env["PATH"], HOME: home, SPARKS_NO_DISCOVERY: "1" };
  const child = spawn(process.execPath, [MAIN, "--home", home, ...argv], { env, timeout: 30_000 });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stdin.end(input);
  const code = await new Promise((resolve) => child.once("close", (exit, signal) => resolve(exit ?? signal)));
  return { code, said };
}
test.each([
  { wrong: "a home that cannot be made", home: "/proc/nope", argv: ["config", "check"] },
  { wrong: "a home that is a file", file: "home", argv: ["mcp", "list"] },
  { wrong: "settings that are a folder", folder: "home/config.toml", argv: ["config", "check"] },
  { wrong: "a .env that is a folder", folder: "home/.env", argv: ["repo", "list"] },
  { wrong: "logs that are a file", file: "home/logs", argv: ["repo", "list"] },
  { wrong: "secrets that are a file, for the list", file: "home/secrets", argv: ["secrets", "list"] },
  { wrong: "secrets that are a file, for a new one", file: "home/secrets", argv: ["secrets", "set", "A_KEY"] },
])("$wrong: told in a sentence, and no more", async ({ home, file, folder: asFolder, argv }) => {
  if (home !== undefined && process.platform !== "linux") return;
  using folder = temporaryFolder();
  const path = folder.at(file ?? asFolder ?? "home");
  mkdirSync(dirname(path), { recursive: true });
  if (file !== undefined) writeFileSync(path, "");
  if (asFolder !== undefined) mkdirSync(path, { recursive: true });
  const { code, said } = await sparks(home ?? folder.at("home"), argv, "hunter22\n");
  expect(said).toBe(
    home !== undefined
      ? `${home} cannot be used: no folder can be made there.\n`
      : `${path} is a ${file === undefined ? "folder, where a file" : "file, where a folder"} is needed.\n`,
  );
  expect(code).toBe(2);
});
