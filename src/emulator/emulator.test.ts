import { describe, expect, test } from "vitest";
import { createHandClock } from "./hand-clock.ts";
import { YOU, NOON, open, connect, refusal, reason, says } from "../../test/support/bot-emulator.ts";

test("commands have scopes and languages, and rules for their names", async () => {
  const { api } = connect(await open());
  const list = [{ command: "start", description: "Begin" }];
  await api.setMyCommands(list);
  await api.setMyCommands([{ command: "los", description: "Los" }], {
    language_code: "de",
    scope: { type: "chat", chat_id: YOU },
  });
  expect(await api.getMyCommands()).toEqual(list);
  expect(await api.getMyCommands({ language_code: "de", scope: { type: "chat", chat_id: YOU } })).toEqual([
    { command: "los", description: "Los" },
  ]);
  expect(await api.getMyCommands({ language_code: "de" })).toEqual([]);
  await api.deleteMyCommands();
  expect(await api.getMyCommands()).toEqual([]);
  expect(await reason(api.setMyCommands([{ command: "Start", description: "x" }]))).toBe(
    "Bad Request: BOT_COMMAND_INVALID",
  );
  expect(await reason(api.setMyCommands([{ command: "a", description: "x".repeat(257) }]))).toBe(
    "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID",
  );
  expect(
    await reason(api.setMyCommands(Array.from({ length: 101 }, (_, i) => ({ command: `c${i}`, description: "x" })))),
  ).toBe("Bad Request: BOT_COMMANDS_TOO_MUCH");
  await api.setMyDescription("What it does");
  expect(await api.getMyDescription()).toEqual({ description: "What it does" });
});

describe("faults", () => {
  test("each strikes once, where it says", async () => {
    const emulator = await open();
    const { api } = connect(emulator);
    const { faults } = emulator;
    faults.next("sendMessage", { kind: "too-many-requests", retryAfter: 7 });
    expect(await refusal(api.sendMessage(YOU, "a"))).toMatchObject({ error_code: 429, parameters: { retry_after: 7 } });
    faults.next("sendMessage", { kind: "server-error", code: 500 });
    expect((await refusal(api.sendMessage(YOU, "b"))).error_code).toBe(500);
    const lost = [
      { kind: "break", when: "before" },
      { kind: "server-error", code: 502 },
    ] as const;
    for (const fault of lost) {
      faults.next("sendMessage", fault);
      await expect(api.sendMessage(YOU, "c")).rejects.toThrow("Network request");
    }
    expect(emulator.messages(YOU)).toEqual([]);
    const done = [{ kind: "break", when: "after" }, { kind: "malformed" }, { kind: "duplicate-answer" }] as const;
    for (const fault of done) {
      faults.next("sendMessage", fault);
      await expect(api.sendMessage(YOU, "d")).rejects.toThrow("Network request");
    }
    expect(emulator.messages(YOU)).toHaveLength(3);
    says(emulator, "twice");
    faults.next("getUpdates", { kind: "duplicate-update" });
    const updates = await api.getUpdates();
    expect(updates.map(({ update_id }) => update_id)).toEqual([updates[0]?.update_id, updates[0]?.update_id]);
    expect(faults.pending).toBe(0);
  });

  test("a delay waits by the clock", async () => {
    const clock = createHandClock(NOON);
    const emulator = await open({ clock });
    emulator.faults.next("getMe", { kind: "delay", ms: 5_000 });
    let answered = false;
    const call = connect(emulator)
      .api.getMe()
      .then(() => (answered = true));
    await connect(emulator).api.getMyName();
    expect(answered).toBe(false);
    clock.advance(5_000);
    await call;
  });

  test("chance is the same for the same seed", async () => {
    const run = async (seed: number): Promise<string[]> => {
      const emulator = await open();
      emulator.faults.random(seed, { "break-after": 0.2, "too-many-requests": 0.2, malformed: 0.1 }, "sendMessage");
      const { api } = connect(emulator);
      const outcomes: string[] = [];
      for (let i = 0; i < 25; i++)
        outcomes.push(
          await api.sendMessage(YOU, `m${i}`).then(
            () => "ok",
            (cause: unknown) => String(cause).slice(0, 60),
          ),
        );
      return outcomes;
    };
    const first = await run(1);
    expect(await run(1)).toEqual(first);
    expect(await run(2)).not.toEqual(first);
    expect(new Set(first).size).toBeGreaterThan(2);
  });
});
