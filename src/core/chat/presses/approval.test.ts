import { expect, test } from "vitest";
import type { Open } from "../interview/conversation.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";
import { GONE } from "../desk/press.ts";
import { pressApproval } from "./approval.ts";

/** Ada, who may decide, presses on what waits. @returns what she was told, and what her next words would mean */
async function presses(action: string, kind: "ask" | "run") {
  const [told, opened]: [string[], (Open | null)[]] = [[], []];
  const approval = { id: 1, taskId: 1, risk: "high", state: { kind: "pending" }, subject: { kind, command: [] } };
  const deps = {
    approvalStore: { get: async () => approval },
    tasks: { get: async () => ({ id: 1 }) },
    approvers: { may: async () => true },
    clock: { now: () => 0 },
    conversations: { open: async (_chat: number, _user: number, open: Open | null) => void opened.push(open) },
  } as unknown as ChatDependencies;
  const chat = { chatId: 1001, threadId: null };
  const incoming = { kind: "press", chat, chatKind: "private", from: { userId: 1001, name: "Ada" } };
  const turn = { row: { id: 5 }, incoming, reply: async () => undefined } as unknown as Turn;
  await pressApproval(deps, {
    turn,
    data: { kind: "approval", id: 1, action, version: null },
    toast: async (text) => void told.push(text),
  });
  return { told, opened };
}

test("a press made up by a client never makes the next words the yes to a command", async () => {
  expect(await presses("own", "run")).toEqual({ told: [GONE], opened: [] });
});
test("a question of the work waits for the answer in own words", async () => {
  const { opened } = await presses("own", "ask");
  expect(opened).toEqual([{ kind: "answering", approvalId: 1, at: 0 }]);
});
