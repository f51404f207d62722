import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Bot, InputFile } from "grammy";
import { expect, onTestFinished, test } from "vitest";
import { openEmulator } from "./emulator.ts";

const YOU = 1001;
const SERVE = `
  const { openEmulator } = await import(process.argv[1]);
  const emulator = await openEmulator({ token: "42:local", pageKey: "k", stateFolder: process.argv[2] });
  emulator.faults.rateLimits = false;
  console.log(emulator.apiRoot);
`;

/** The server in a process of its own, so that it can be killed as a crash would. */
async function serve(folder: string): Promise<{ apiRoot: string; kill(): Promise<void> }> {
  const child = spawn(
    process.execPath,
    ["--input-type=module", "-e", SERVE, join(import.meta.dirname, "emulator.ts"), folder],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  onTestFinished(() => void child.kill("SIGKILL"));
  const [apiRoot] = (await once(createInterface(child.stdout), "line")) as [string];
  return {
    apiRoot,
    async kill() {
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
}

test("after kill -9 in the middle of work, everything that was answered is there, and ids go on", async () => {
  const folder = mkdtempSync(join(tmpdir(), "emulator-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const server = await serve(folder);
  const { api } = new Bot("42:local", { client: { apiRoot: server.apiRoot } });
  const says = async (text: string): Promise<void> => {
    const headers = { authorization: "Bearer k", "content-type": "application/json" };
    const response = await fetch(`${server.apiRoot}/local/messages`, {
      method: "POST",
      headers,
      body: JSON.stringify({ chatId: YOU, userId: YOU, text }),
    });
    expect(response.status).toBe(200);
  };
  await says("first");
  await says("second");
  const [first, second] = await api.getUpdates({ limit: 2 });
  await api.getUpdates({ offset: second?.update_id ?? 0, allowed_updates: ["message", "message_reaction"] });
  await api.setMyCommands([{ command: "start", description: "Begin" }]);
  const { document } = await api.sendDocument(YOU, new InputFile(Buffer.from("bytes"), "a.txt"));
  const gone = await api.sendMessage(YOU, "to be deleted");
  await api.deleteMessage(YOU, gone.message_id);
  const answered: string[] = [];
  const burst = Array.from({ length: 200 }, async (_, i) => {
    const text = `burst ${i}`;
    const sent = await api.sendMessage(YOU, text).catch(() => undefined);
    if (sent !== undefined) answered.push(text);
    if (answered.length === 60) await server.kill();
  });
  await Promise.all(burst);

  await using again = await openEmulator({ token: "42:local", pageKey: "k", stateFolder: folder });
  const fresh = new Bot("42:local", { client: { apiRoot: again.apiRoot } }).api;
  const texts = again.messages(YOU).map(({ text }) => text);
  expect(answered.length).toBeGreaterThanOrEqual(60);
  expect(answered.filter((text) => !texts.includes(text))).toEqual([]);
  expect(texts).not.toContain("to be deleted");
  expect((await fresh.getUpdates()).map(({ update_id }) => update_id)).toEqual([second?.update_id]);
  expect(first?.update_id).toBeLessThan(second?.update_id ?? 0);
  expect(await fresh.getMyCommands()).toHaveLength(1);
  const { file_path: path } = await fresh.getFile(document.file_id);
  expect(await (await fetch(`${again.apiRoot}/file/bot42:local/${path}`)).text()).toBe("bytes");
  const next = again.people.says({ chatId: YOU, userId: YOU, text: "third" });
  expect(next.message_id).toBeGreaterThan(
    Math.max(
      gone.message_id,
      ...again
        .messages(YOU)
        .slice(0, -1)
        .map(({ message_id }) => message_id),
    ),
  );
  const updates = await fresh.getUpdates({ offset: (second?.update_id ?? 0) + 1 });
  expect(updates.map(({ update_id }) => update_id)).toEqual([(second?.update_id ?? 0) + 1]);
});

test("events of a restarted server have higher numbers than any before", async () => {
  const folder = mkdtempSync(join(tmpdir(), "emulator-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const options = { token: "42:local", pageKey: "k", stateFolder: folder };
  const seqAfterOne = async (): Promise<number> => {
    await using emulator = await openEmulator(options);
    const events = emulator.events();
    emulator.people.says({ chatId: YOU, userId: YOU, text: "x" });
    const { value } = (await events.next()) as { value: { seq: number } };
    return value.seq;
  };
  const before = await seqAfterOne();
  expect(await seqAfterOne()).toBeGreaterThan(before);
});
