import { Api } from "grammy";
import { expect, test } from "vitest";
import { openEmulator } from "../../src/emulator/emulator.ts";
import type { Fault as EmulatorFault } from "../../src/emulator/faults.ts";
import { Secret } from "../../src/lib/secret.ts";
import { createConnection } from "../../src/telegram/connection.ts";
import { createMessageFiles } from "../../src/telegram/message-files.ts";
import { createHandClock } from "../support/hand-clock.ts";

const TOKEN = "1000000001:abcdefghijklmnopqrstuvwxyz012345678";
const ADA = 7;
const CONTENT = Buffer.from("alpha beta gamma ".repeat(1000));

async function open() {
  const emulator = await openEmulator({ token: TOKEN, pageKey: "k", users: [{ id: ADA, firstName: "Ada" }] });
  const sent = emulator.people.sendsFile({ chatId: ADA, userId: ADA, name: "a.log", bytes: CONTENT });
  const slept: number[] = [];
  const clock = { ...createHandClock(), sleep: async (ms: number) => void slept.push(ms) };
  const api = new Api(TOKEN, { apiRoot: emulator.apiRoot });
  const files = createMessageFiles({
    api,
    apiRoot: emulator.apiRoot,
    token: new Secret(TOKEN),
    clock,
    random: () => 1,
    connection: createConnection(emulator.apiRoot, null),
  });
  const load = (fileId = sent.document?.file_id ?? "", maxBytes = 1_000_000) =>
    files.load(fileId, { maxBytes, signal: new AbortController().signal });
  return { emulator, load, slept, [Symbol.asyncDispose]: () => emulator[Symbol.asyncDispose]() };
}
const PASSING: readonly (readonly [string, string, EmulatorFault])[] = [
  ["a server in trouble", "getFile", { kind: "server-error", code: 502 }],
  ["a broken question", "getFile", { kind: "break", when: "before" }],
  ["a broken answer", "getFile", { kind: "malformed" }],
  ["a busy server", "getFile", { kind: "too-many-requests", retryAfter: 3 }],
  ["a cut download", "download", { kind: "break", when: "after" }],
  ["a refused download", "download", { kind: "server-error", code: 500 }],
  ["a busy download", "download", { kind: "too-many-requests", retryAfter: 3 }],
];

test.each(PASSING)("%s is got over, with the whole file in the end", async (_, method, fault) => {
  await using it = await open();
  it.emulator.faults.next(method, fault);
  it.emulator.faults.next(method, fault);
  expect(Buffer.from(await it.load()).equals(CONTENT)).toBe(true);
  expect(it.slept).toHaveLength(2);
  if (method === "getFile" && fault.kind === "too-many-requests") expect(it.slept).toEqual([3000, 3000]);
});
test.each(PASSING)("%s that stays is told without the token or the address", async (_, method, fault) => {
  await using it = await open();
  for (let count = 0; count < 4; count += 1) it.emulator.faults.next(method, fault);
  const failure: unknown = await it.load().catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: "file.unavailable" });
  const { message, stack, cause } = failure as Error;
  const told = [message, stack, String(cause), JSON.stringify(failure)].join();
  expect(told).not.toContain("abcdefghijklmnop");
  expect(told).not.toContain("127.0.0.1");
});
test("a server that wants to be left alone for long is not waited for", async () => {
  await using it = await open();
  it.emulator.faults.next("getFile", { kind: "too-many-requests", retryAfter: 600 });
  await expect(it.load()).rejects.toMatchObject({ data: { reason: "Telegram is asked too often just now" } });
  expect(it.slept).toEqual([]);
});
test("what is too large or gone is not asked for again", async () => {
  await using it = await open();
  await expect(it.load(undefined, 100)).rejects.toMatchObject({
    code: "file.too-large",
    data: { bytes: CONTENT.byteLength, mostBytes: 100 },
  });
  await expect(it.load("BQnothing")).rejects.toMatchObject({ data: { reason: "Telegram does not have it any more" } });
  const big = it.emulator.people.sendsFile({
    chatId: ADA,
    userId: ADA,
    name: "big.bin",
    bytes: new Uint8Array(21 * 1024 * 1024),
  });
  await expect(it.load(big.document?.file_id, 60_000_000)).rejects.toMatchObject({
    code: "file.too-large",
    data: { bytes: null, mostBytes: 20 * 1024 * 1024 },
  });
  expect(it.slept).toEqual([]);
  expect(it.emulator.requests.filter(({ method }) => method === "getFile")).toHaveLength(3);
});
