import { expect, test } from "vitest";
import { runCli, type CliWorld } from "./program.ts";
import type { SecretRow, SecretsWorld } from "./secrets.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const ROW: SecretRow = {
  name: "MODEL_API_KEY",
  source: "keyring",
  where: "an encrypted file",
  length: 8,
  ageMs: 3 * DAY_MS,
  used: true,
  trouble: null,
};
type Given = { readonly rows?: readonly SecretRow[]; readonly trouble?: string; readonly daemon?: boolean };

async function cli(argv: readonly string[], { rows = [], trouble, daemon = false }: Given = {}) {
  const written: string[] = [];
  const kept = new Map<string, string>();
  const never = () => Promise.reject(new Error("not asked for"));
  const secrets: SecretsWorld = {
    open: async () => ({
      known: new Map([["MODEL_API_KEY", "the model"]]),
      list: async () => rows,
      daemonRuns: async () => daemon,
      async set(name, value) {
        if (trouble !== undefined) return { trouble };
        kept.set(name, value);
        return { done: { where: "an encrypted file", replaced: false } };
      },
      remove: async (name) => ({ done: rows.some((row) => row.name === name) ? { where: "an encrypted file" } : null }),
    }),
    read: async () => ({ kind: "value", value: "hunter22" }),
  };
  const world: CliWorld = {
    version: "test",
    terminal: {
      interactive: false,
      write: (text) => void written.push(text),
      error: (line) => void written.push(`${line}\n`),
      live: () => undefined,
      async *lines() {},
    },
    signal: new AbortController().signal,
    up: never,
    connect: never,
    checkConfig: never,
    codingClis: { list: () => [], install: never },
    sandboxTemplate: () => {
      throw new Error("not asked for");
    },
    secrets,
  };
  const exit = await runCli(["secrets", ...argv], world);
  return { exit, text: written.join(""), kept };
}

test("a value that is read is kept and never written", async () => {
  const { exit, text, kept } = await cli(["set", "MODEL_API_KEY"], { daemon: true });
  expect(exit).toBe(0);
  expect([...kept]).toEqual([["MODEL_API_KEY", "hunter22"]]);
  expect(text).toMatch(/kept in an encrypted file[^]*next start/);
  expect(text).not.toContain("hunter22");
});
test("a value among the arguments is refused, and not repeated", async () => {
  for (const argv of [
    ["set", "MODEL_API_KEY", "hunter22"],
    ["set", "hunter22"],
    ["rm", "hunter22"],
  ]) {
    const { exit, text, kept } = await cli(argv);
    expect(exit).toBe(2);
    expect(kept.size).toBe(0);
    expect(text).not.toContain("hunter22");
  }
});
test("a name that nothing reads is kept, with the one that was meant", async () => {
  expect((await cli(["set", "MODEL_API_KEI"])).text).toContain("Did you mean MODEL_API_KEY?");
});
test("a keyring in trouble changes nothing and says so", async () => {
  const { exit, text } = await cli(["set", "MODEL_API_KEY"], { trouble: "the keyring is locked" });
  expect(exit).toBe(1);
  expect(text).toBe("MODEL_API_KEY was not changed: the keyring is locked.\n");
});
test("the list says where, how long, since when, and what is not set or not used", async () => {
  const shadow: SecretRow = { ...ROW, source: "environment", where: "the environment", ageMs: null };
  expect((await cli(["list"], { rows: [shadow, { ...ROW, used: false }] })).text).toBe(
    [
      "MODEL_API_KEY             the environment, 8 characters, for the model\n",
      "MODEL_API_KEY             an encrypted file, 8 characters, set 3 days ago, not used: an earlier source has it too, for the model\n",
    ].join(""),
  );
  expect((await cli([])).text).toBe("No secret is set.\nMODEL_API_KEY             not set (the model)\n");
});
test("rm says what was removed, or that there was nothing", async () => {
  const some = await cli(["rm", "MODEL_API_KEY"], { rows: [ROW] });
  expect(some.exit).toBe(0);
  expect(some.text).toContain("MODEL_API_KEY is removed from an encrypted file.");
  const none = await cli(["rm", "OTHER_KEY"]);
  expect(none.exit).toBe(1);
  expect(none.text).toBe("No keyring has a OTHER_KEY; nothing was removed.\n");
});
