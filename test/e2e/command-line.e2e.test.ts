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
test("config check tells what a start refuses or does not use, and nothing of what it takes", async () => {
  using folder = temporaryFolder();
  const check = async (text: string) => {
    writeFileSync(folder.at("config.toml"), text);
    const { code, said } = await sparks(folder.path, ["config", "check"]);
    return `${String(code)} ${said}`;
  };
  const tool = (name: string) => `[[tools.custom]]\nname = "${name}"\nsummary = "s"\nargv = ["true"]\n`;
  expect(await check(tool("shell"))).toBe("1 tools.custom: there is a tool named shell already; choose another name\n");
  expect(await check("[budget.sparks]\nnobody = 1\n")).toMatch(
    /^1 budget\.sparks\.nobody is no spark; there are coder/,
  );
  expect(await check('[[mcp.servers]]\nname = "docs"\n')).toBe(
    "1 mcp.servers: docs is not used: its settings name neither a command nor a url\n",
  );
  const inline = await check('[[mcp.servers]]\nname = "docs"\ncommand = ["serve", "sk-0123456789abcdef0123"]\n');
  expect(inline).toMatch(/holds a secret at mcp\.servers\.0\.command\.1\.[^]*write it under mcp\.servers\.0\.env\./);
  expect(inline).not.toMatch(/sk-0123|OPENAI_API_KEY/);
  expect(await check(`${tool("mine")}[budget.sparks]\ncoder = 1\n`)).toMatch(/^0 .* is good\.\n$/);
});
test("what a server of tools is given is read by something, and what is missing can be kept in the keyring", async () => {
  if (process.platform === "darwin") return; // it would be kept in the keychain of whoever tests
  using folder = temporaryFolder();
  const server = 'name = "docs"\ncommand = ["true"]\ntrusted = true\nenv = ["DOCS_TOKEN"]\n';
  const other = 'name = "elsewhere"\nurl = "http://127.0.0.1:1/"\nheaders_env = { Authorization = "DOCS_TOKEN" }\n';
  const search = '[tools]\nsearch_url = "http://127.0.0.1:1/"\nsearch_key_variable = "SEARCH_API_KEY"\n';
  writeFileSync(folder.at("config.toml"), `${search}[[mcp.servers]]\n${server}[[mcp.servers]]\n${other}`);
  expect((await sparks(folder.path, ["mcp", "list"])).said).toContain(
    "docs: not used: the variable DOCS_TOKEN is not set in the environment, .env or the keyring (sparks secrets set DOCS_TOKEN).",
  );
  for (const name of ["DOCS_TOKEN", "SEARCH_API_KEY"])
    expect((await sparks(folder.path, ["secrets", "set", name], "hunter22\n")).said).toBe(
      `${name} is kept in an encrypted file.\n`,
    );
  const { said } = await sparks(folder.path, ["secrets"]);
  expect(said).toContain("for the server of tools docs; the server of tools elsewhere");
});
test("log search looks at fields as the chat does, and says when there is nothing", async () => {
  using folder = temporaryFolder();
  await sparks(folder.path, ["repo", "list"]); // the first start brings the sample
  const found = await sparks(folder.path, ["log", "search", "kind:repository.added"]);
  expect(found.said).toMatch(/^[^\n]* repository sample from [^\n]*\n$/);
  expect(await sparks(folder.path, ["log", "search", "kind:repository.added", "port>1"])).toEqual({
    code: 0,
    said: "Nothing was found.\n",
  });
  expect(await sparks(folder.path, ["log", "--task", "7"])).toEqual({ code: 0, said: "Nothing was found.\n" });
  expect((await sparks(folder.path, ["--json", "log", "--task", "7"])).said).toBe("");
});
