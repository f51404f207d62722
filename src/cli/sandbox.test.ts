import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { showTemplate, validateBodies, type SandboxTemplate } from "./sandbox.ts";

const folder = mkdtempSync(join(tmpdir(), "sparks-cli-"));
afterAll(() => rmSync(folder, { recursive: true }));
const template: SandboxTemplate = {
  body: {
    User: "10001:10001",
    Volumes: {},
    HostConfig: { Memory: 5, MaskedPaths: Array.from({ length: 29 }, String) },
  },
  problemsOf: (body) =>
    (body as { good?: boolean }).good === true ? [] : [{ field: "User", why: "must be a number" }],
};
async function judge(input: string, json = false): Promise<{ code: number; out: string; errors: string }> {
  let out = "";
  let errors = "";
  const file = join(folder, "bodies");
  writeFileSync(file, input);
  const terminal = {
    interactive: false,
    write: (text: string) => void (out += text),
    error: (line: string) => void (errors += line),
    live: () => undefined,
    async *lines() {
      yield* input.split("\n");
    },
  };
  const context = { terminal, json, signal: new AbortController().signal };
  const code = await validateBodies(template, context, file);
  const first = { code, out, errors };
  out = errors = "";
  expect({ code: await validateBodies(template, context, "-"), out, errors }).toEqual(first);
  return first;
}

test("one body, over several lines or one", async () => {
  expect(await judge('{\n  "good": true\n}')).toEqual({ code: 0, out: "accepted\n", errors: "" });
  expect(await judge('{"good": false}')).toEqual({ code: 1, out: "refused: User: must be a number\n", errors: "" });
});
test("lines of bodies, with ids and without; one refused is enough", async () => {
  const { code, out } = await judge('{"id":"a","body":{"good":true}}\n\n{"id":7,"body":{}}\n{"good":true}\n');
  expect([code, out]).toEqual([1, "a: accepted\n7: refused: User: must be a number\nline 4: accepted\n"]);
});
test("as JSON, a verdict a line", async () => {
  const good = await judge('{"id":"a","body":{"good":true}}\n{"good":false}', true);
  expect(
    good.out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown),
  ).toEqual([
    { id: "a", verdict: "allow", problems: [] },
    { line: 2, verdict: "deny", problems: [{ field: "User", why: "must be a number" }] },
  ]);
});
test("a key that stands twice is refused, since an engine may take the other one", async () => {
  expect(await judge('{"good":false,"good":true}')).toMatchObject({
    code: 1,
    out: "refused: good: stands twice in one object\n",
  });
});
test("a line that cannot be read is neither accepted nor refused, and keeps no other from its answer", async () => {
  expect(await judge('{"good":true}\n{"good":\n{"good":false}')).toEqual({
    code: 2,
    out: "line 1: accepted\nline 3: refused: User: must be a number\n",
    errors: "Line 2 is not JSON; it was not validated.",
  });
  expect((await judge('{"good":\r\n{"good":true}\r\n', true)).out).toBe(
    '{"line":1,"verdict":"error","reason":"the line is no JSON"}\n{"line":2,"verdict":"allow","problems":[]}\n',
  );
  expect((await judge('\uFEFF{"good":true}')).code).toBe(0);
  expect((await judge("\n")).code).toBe(2);
});
test("of many lines that cannot be read ten are told and the others counted, and what can be read is judged", async () => {
  const input = `${"{\n".repeat(2000)}{"good":false}`;
  const { code, out, errors } = await judge(input);
  expect([code, out]).toEqual([2, "line 2001: refused: User: must be a number\n"]);
  expect(errors.match(/is not JSON/g)).toHaveLength(10);
  expect(errors).toContain("1990 more lines are not JSON; they were not validated.");
  const rows = (await judge(input, true)).out.trim().split("\n");
  expect(rows).toHaveLength(12);
  expect(rows.at(-1)).toBe('{"verdict":"error","reason":"1990 more lines are not JSON; they were not validated"}');
});
test("what cannot be read at all is told in words, and with --json as JSON", async () => {
  const tell = async (file: string, json: boolean) => {
    let [out, errors] = ["", ""];
    const terminal = { write: (text: string) => void (out += text), error: (text: string) => void (errors += text) };
    const context = { terminal, json, signal: new AbortController().signal } as never;
    return { code: await validateBodies(template, context, file), out, errors };
  };
  const missing = join(folder, "missing");
  expect(await tell(missing, false)).toEqual({ code: 2, out: "", errors: `${missing} is not there.` });
  expect(await tell(folder, false)).toEqual({ code: 2, out: "", errors: `${folder} is a folder.` });
  const told = await tell(missing, true);
  expect(told).toMatchObject({ code: 2, errors: "" });
  expect(JSON.parse(told.out)).toEqual({ verdict: "error", reason: `${missing} is not there` });
});
test("the template is told in lines, and whole as JSON", () => {
  const show = (json: boolean): string => {
    let out = "";
    const terminal = { write: (text: string) => void (out += text) };
    showTemplate(template, { terminal, json, signal: new AbortController().signal } as never);
    return out;
  };
  expect(show(false)).toBe(
    "User               10001:10001\nVolumes            none\nMemory             5\nMaskedPaths        29 entries\n",
  );
  expect(JSON.parse(show(true))).toEqual(template.body);
});
