import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { readSecret, typeKeys } from "./read-secret.ts";

const world = { signal: new AbortController().signal, write: () => undefined };
async function piped(text: string) {
  const input = Object.assign(new PassThrough(), { isTTY: false });
  input.end(text);
  return readSecret(input as unknown as NodeJS.ReadStream, "Value: ", world);
}
/** A terminal that hands over keys and notes what was asked of it. */
function terminal() {
  const modes: boolean[] = [];
  const input = Object.assign(new PassThrough(), {
    isTTY: true,
    modes,
    setRawMode: (mode: boolean) => modes.push(mode),
  });
  return input;
}

test("what is piped in is taken whole, without its last end of line", async () => {
  expect(await piped("hunter22\n")).toEqual({ kind: "value", value: "hunter22" });
  expect(await piped("a\nb\r\n")).toEqual({ kind: "value", value: "a\nb" });
});
test("nothing, a binary and a file that is no secret are refused", async () => {
  for (const text of ["", "\n", "a\0b", "x".repeat(70_000)]) expect((await piped(text)).kind).toBe("none");
});
test("on a terminal nothing of the value is shown, and the mode it had comes back", async () => {
  const input = terminal();
  const shown: string[] = [];
  const reading = readSecret(input as unknown as NodeJS.ReadStream, "Value: ", {
    ...world,
    write: (text) => shown.push(text),
  });
  input.write("hunt\u007Fter22\r");
  expect(await reading).toEqual({ kind: "value", value: "hunter22" });
  expect(shown.join("")).toBe("Value: \n");
  expect(input.modes).toEqual([true, false]);
});
test("Ctrl-C and an aborted signal leave without a value", async () => {
  const input = terminal();
  const reading = readSecret(input as unknown as NodeJS.ReadStream, "", world);
  input.write("hunter\u0003");
  expect((await reading).kind).toBe("none");
  const abort = new AbortController();
  const other = readSecret(terminal() as unknown as NodeJS.ReadStream, "", { ...world, signal: abort.signal });
  abort.abort();
  expect((await other).kind).toBe("none");
});
test("keys are what a person expects of a line", () => {
  expect(typeKeys("ab", "\u0015c\u001B[200~d e\u001B[201~")).toEqual({ line: "cd e", end: null });
  expect(typeKeys("", "\u0004")).toEqual({ line: "", end: "left" });
  expect(typeKeys("a👍", "\u007F\n")).toEqual({ line: "a", end: "entered" });
});
