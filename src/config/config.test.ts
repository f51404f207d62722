import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isFault } from "../core/fault.ts";
import { DEFAULT_CONFIG, loadConfig } from "./config.ts";
import { renderExample } from "./example.ts";

function problems(text: string): readonly string[] {
  try {
    loadConfig(text, "config.toml");
  } catch (error) {
    if (isFault(error, "config.invalid")) return error.data.problems;
    throw error;
  }
  return [];
}
function secret(text: string): unknown {
  try {
    return loadConfig(text, "config.toml");
  } catch (error) {
    if (isFault(error, "secret.inline")) return error.data;
    throw error;
  }
}

test("the committed example is what the schema says (scripts/config-example.ts writes it)", () => {
  expect(readFileSync(new URL("../../config.example.toml", import.meta.url), "utf8")).toBe(renderExample());
});
test("the example is all defaults, and loads as well with every optional line made active", () => {
  expect(loadConfig(renderExample(), "example")).toEqual(DEFAULT_CONFIG);
  const active = renderExample().replaceAll(/^# ([a-z_]+ = |\[\[)/gmu, "$1");
  const config = loadConfig(active, "example");
  expect(config.model.fallbacks).toEqual([
    expect.objectContaining({
      provider: "openai",
      name: "qwen3:8b",
      price: { inputUsd: 1, cachedInputUsd: 0.1, outputUsd: 4 },
    }),
  ]);
  expect(config.sandbox.extraCaFile).toBe("/etc/ssl/certs/house.pem");
});
test("what is set counts and the rest stays at its default", () => {
  const config = loadConfig(
    '[tasks]\nmax_steps = 7\n[sandbox]\nallowed_private_cidrs = ["10.0.0.0/8", "fd00::/8"]\n',
    "config.toml",
  );
  expect(config).toEqual({
    ...DEFAULT_CONFIG,
    tasks: { ...DEFAULT_CONFIG.tasks, maxSteps: 7 },
    sandbox: { ...DEFAULT_CONFIG.sandbox, allowedPrivateCidrs: ["10.0.0.0/8", "fd00::/8"] },
  });
});
test("all problems are told at once, each with its line and key, in the file's order", () => {
  const text = `# top
[tasks]
max_steps = 0 # too few
max_stepps = 3
"max_parallel" = "two"
[model]
provider = "opnai"
fallbacks = [
  { provider = "openai", name = "x" },
]
[sandbx]
memory_mib = 1
[log]
level = """
[tasks]
max_tokens = 1"""
[sandbox]
registries = ["http://x"]
memory_mib = 1.5
`;
  expect(problems(text)).toEqual([
    "line 3: tasks.max_steps must be at least 1, not 0",
    "line 4: tasks.max_stepps is not a known key (did you mean max_steps?)",
    'line 5: tasks.max_parallel must be a number, not "two"',
    'line 7: model.provider must be "auto" or "openai" or "ollama" or "openrouter" or "compatible" or "none", not "opnai"',
    "line 11: sandbx is not a known key (did you mean sandbox?)",
    expect.stringMatching(/^line 14: log\.level must be "debug" or/u),
    'line 18: sandbox.registries.0 must be a host\'s name, such as registry.npmjs.org, not "http://x"',
    "line 19: sandbox.memory_mib must be a whole number, not 1.5",
  ]);
});
test("keys in arrays of tables and dotted keys have their lines too", () => {
  const text = `tasks.max_steps = 0
[[model.fallbacks]]
provider = "ollama"
name = "a"
[[model.fallbacks]]
provider = "ollama"
nme = "b"
`;
  expect(problems(text)).toEqual([
    "line 1: tasks.max_steps must be at least 1, not 0",
    "line 5: model.fallbacks.1.name is missing",
    "line 7: model.fallbacks.1.nme is not a known key (did you mean name?)",
  ]);
});
test("a compatible server needs its address and a model", () => {
  expect(problems('[model]\nprovider = "compatible"\n')).toEqual([
    'line 1: model.base_url is needed for the provider "compatible"',
    'line 1: model.name is needed for the provider "compatible"',
  ]);
});
test("broken TOML is told with line and column", () => {
  expect(problems("[tasks]\nmax_steps = = 2\n")).toEqual(["line 2, column 13: invalid value"]);
});
test("a secret is refused with the variable it belongs in, and never repeated", () => {
  const cases = [
    ['[telegram]\ntoken = "abc"', "telegram.token", "TELEGRAM_BOT_TOKEN"],
    [
      '[telegram]\napi_root = "123456789:AAabcdefghijklmnopqrstuvwxyz0123456"',
      "telegram.api_root",
      "TELEGRAM_BOT_TOKEN",
    ],
    ['[model]\napi_key = "abc"', "model.api_key", "MODEL_API_KEY"],
    ['[model]\nname = "sk-or-v1-0123456789abcdef0123"', "model.name", "OPENROUTER_API_KEY"],
    ['[[model.fallbacks]]\nname = "sk-0123456789abcdef0123"', "model.fallbacks.0.name", "OPENAI_API_KEY"],
    ['[tools]\nsearch_url = "https://search.example.org/?q=&apiKey=abc"', "tools.search_url", "MODEL_API_KEY"],
    ['[sandbox]\nupstream_proxy = "http://me:pass@proxy:1"', "sandbox.upstream_proxy", "HTTPS_PROXY"],
  ] as const;
  for (const [text, key, variable] of cases) expect(secret(text)).toEqual({ file: "config.toml", key, variable });
  expect(secret('[model]\napi_key_variable = "GROQ_API_KEY"\nmax_output_tokens = 1000')).toHaveProperty(
    "model.apiKeyVariable",
    "GROQ_API_KEY",
  );
});
test("a secret of a server of tools belongs in a variable of any name, which the server's own list names", () => {
  const server = (line: string) => secret(`[[mcp.servers]]\nname = "docs"\n${line}\n`);
  const at = (key: string, namedBy: string) => ({
    file: "config.toml",
    key: `mcp.servers.0.${key}`,
    namedBy: `mcp.servers.0.${namedBy}`,
  });
  expect(server('command = ["serve", "sk-0123456789abcdef0123"]')).toEqual(at("command.1", "env"));
  expect(server('url = "https://me:pass@docs.example.org/mcp"')).toEqual(at("url", "headers_env"));
  expect(server('url = "https://docs.example.org/mcp?token=abc"')).toEqual(at("url", "headers_env"));
  expect(server('headers_env = { "X-Api-Key" = "ghp_0123456789abcdefghij" }')).toEqual(
    at("headers_env.X-Api-Key", "headers_env"),
  );
  expect(server('url = "https://docs.example.org/mcp"\nheaders_env = { "X-Api-Key" = "DOCS_KEY" }')).toHaveProperty(
    "mcp.servers.0.headersEnv",
    { "X-Api-Key": "DOCS_KEY" },
  );
});
test("an address whose parameters only sound like a secret is none", () => {
  for (const query of ["monkey=1", "keyboard=de", "token=", "sort=key"])
    expect(secret(`[tools]\nsearch_url = "https://h.example.org/?${query}"`)).toHaveProperty("tools");
});
test("names that are not there, or twice there, are told", () => {
  const tool = '[[tools.custom]]\nname = "mine"\nsummary = "s"\nargv = ["a"]\n';
  expect(problems(tool + tool)[0]).toContain("tools.custom two tools must not have one name");
  expect(problems('[[scanner.overrides]]\nprovider = "githb"\nmode = "off"\n')[0]).toMatch(
    /line 2: scanner\.overrides\.0\.provider must be telegram or .*github.*, not "githb"/,
  );
  expect(problems('[[scanner.overrides]]\nprovider = "GitHub"\nmode = "off"\n')).toEqual([]);
});
test("any text is answered by a configuration or by a fault", () => {
  const line = fc.constantFrom(
    "[tasks]",
    "max_steps = 1",
    "[[model.fallbacks]]",
    "a.b.c = 1",
    'x = """',
    '"""',
    "[",
    "'''",
    "__proto__ = 1",
    "= 1",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(line, fc.string()), { maxLength: 8 }), (lines) => {
      for (const problem of problems(lines.join("\n"))) expect(problem.length).toBeGreaterThan(5);
    }),
  );
});
test("a tool's name is refused with all that one must be", () => {
  const tool = (name: string, parameter: string) =>
    problems(
      `[[tools.custom]]\nname = "${name}"\nsummary = "s"\nargv = ["a", "{${parameter}}"]\nparameters = [{ name = "${parameter}", summary = "s" }]\n`,
    );
  for (const name of ["x", "1a", "a".repeat(41), "a-b"])
    expect(tool(name, "p")[0]).toContain("name must be 2 to 40 small letters, digits and _, a letter first, not");
  expect(tool("ab", "P").join("\n")).toContain(
    "name must be at most 40 small letters, digits and _, a letter first, not",
  );
});
test("a tool of the file whose command cannot be right is refused, with what is wrong", () => {
  const tool = (argv: string, more = "") =>
    `[[tools.custom]]\nname = "mine"\nsummary = "s"\nargv = ${argv}\n${more}parameters = [{ name = "a", summary = "s" }]\n`;
  expect(loadConfig(tool('["npm", "run", "{a}"]'), "config.toml").tools.custom).toMatchObject([
    { risk: "medium", timeoutSeconds: 120 },
  ]);
  expect(problems(tool('["sh", "-c", "run {a}"]'))[0]).toMatch(
    /tools\.custom\.0\.argv gives what a model says to a shell/,
  );
  expect(problems(tool('["npm", "run"]'))[0]).toContain("never uses its parameter a");
});
