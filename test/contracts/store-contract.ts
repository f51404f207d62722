import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SpendingWish } from "../../src/core/ports/spending.ts";
import type { Event } from "../../src/core/events.ts";
import type { Store } from "../../src/core/ports/store.ts";
import type { TaskState } from "../../src/core/tasks/task.ts";
import { instant } from "../../src/lib/time.ts";
import { describeAttachments } from "./attachments-contract.ts";
import { describeMemories } from "./memories-contract.ts";
import { describeOutbox } from "./outbox-contract.ts";
import { approval, AT, incoming, REPORT, STATES, task } from "./store-samples.ts";

const LATER = instant(AT + 1000);
const LAST = instant(AT + 2000);

/** What every store promises. `open` gives an empty one, closed at the end of each test. */
export function describeStore(name: string, open: () => Promise<Store & AsyncDisposable>): void {
  describeMemories(name, open);
  describe(`inbox of ${name}`, () => {
    test("keeps an update once, whoever delivers it again", async () => {
      await using store = await open();
      const [first] = await store.inbox.add(incoming("1"));
      expect(first?.incoming).toEqual(incoming("1"));
      expect(await store.inbox.add(incoming("1", "again"), incoming("2"), incoming("2"))).toEqual([
        null,
        expect.objectContaining({ incoming: incoming("2") }),
        null,
      ]);
      expect(await store.inbox.add({ ...incoming("1"), source: "terminal" })).not.toContain(null);
      expect(await store.inbox.pending()).toHaveLength(3);
    });
    test("gives what is not done, oldest first, and knows a done one still", async () => {
      await using store = await open();
      const rows = [];
      for (const id of ["9", "8", "7"]) rows.push(...(await store.inbox.add(incoming(id))));
      await store.inbox.done(rows[1]?.id ?? 0, AT);
      await store.inbox.done(rows[1]?.id ?? 0, LATER);
      expect((await store.inbox.pending()).map((row) => row.incoming.sourceId)).toEqual(["9", "7"]);
      expect(await store.inbox.add(incoming("8"))).toEqual([null]);
    });
    test("keeps every kind of content as it was", async () => {
      await using store = await open();
      const {
        kind: _,
        text: __,
        replyTo: ___,
        messageId,
        ...origin
      } = { ...incoming("0"), kind: "text", text: "", replyTo: null, messageId: 1 };
      const all = [
        { ...origin, sourceId: "a", kind: "command", messageId, name: "stop", rest: "", replyTo: 2 },
        { ...origin, sourceId: "b", kind: "press", callbackId: "c", messageId, data: "v1:x" },
        { ...origin, sourceId: "c", kind: "draft-stopped", draftId: 5 },
        { ...origin, sourceId: "g", kind: "edited", messageId, text: "t" },
        { ...origin, sourceId: "h", kind: "reaction", messageId, emoji: ["👎"] },
        { ...origin, sourceId: "i", kind: "membership", member: true },
        {
          ...origin,
          sourceId: "j",
          kind: "text",
          messageId,
          text: "t",
          replyTo: 2,
          quoted: { text: "q", by: "other" },
          answered: { messageId: 2, file: { fileId: "f", name: "a.log", bytes: 3, forwarded: true } },
        },
        { ...origin, sourceId: "f", kind: "forwarded", messageId, text: "t" },
        { ...origin, sourceId: "e", kind: "voice", messageId, fileId: "f", name: "voice.ogg", seconds: 3 },
        {
          ...origin,
          sourceId: "k",
          kind: "file",
          messageId,
          file: { fileId: "f", name: "a.log", bytes: null, forwarded: true },
          said: { kind: "command", name: "plan", rest: "x" },
          replyTo: 4,
          album: "9",
          addressed: false,
        },
        { ...origin, sourceId: "d", kind: "unsupported", messageId, what: "a sticker" },
      ] as const;
      for (const one of all) await store.inbox.add(one);
      expect((await store.inbox.pending()).map((row) => row.incoming)).toEqual(all);
    });
  });

  describeOutbox(name, open);
  describeAttachments(name, open);

  describe(`people and chats of ${name}`, () => {
    test("a user is kept, replaced and listed", async () => {
      await using store = await open();
      await store.users.put({ userId: 8, name: "B", role: "member", since: LATER });
      await store.users.put({ userId: 7, name: "A", role: "owner", since: AT });
      await store.users.put({ userId: 8, name: "C", role: "member", since: LATER });
      expect((await store.users.list()).map((user) => user.name)).toEqual(["A", "C"]);
      expect(await store.users.get(7)).toEqual({ userId: 7, name: "A", role: "owner", since: AT });
      expect(await store.users.get(1)).toBeNull();
    });
    test("a stranger is refused once", async () => {
      await using store = await open();
      expect(await store.users.refuseOnce(1, AT)).toBe(true);
      expect(await store.users.refuseOnce(1, LATER)).toBe(false);
      expect(await store.users.refuseOnce(2, LATER)).toBe(true);
    });
    test("a chat is kept and a person's private chat is found", async () => {
      await using store = await open();
      const group = { chatId: -5, kind: "group", ownerId: 7, title: "Team", repositoryId: null } as const;
      await store.chats.put(group);
      expect(await store.chats.privateChatOf(7)).toBeNull();
      await store.chats.put({ ...group, chatId: 7, kind: "private" });
      await store.chats.put({ ...group, title: "Crew", model: "large" });
      await store.chats.put({ ...group, title: "Crew" });
      expect(await store.chats.get(-5)).toEqual({
        ...group,
        title: "Crew",
        model: "large",
        everyone: null,
        rich: null,
        locale: null,
        zone: null,
        language: null,
        level: null,
        coding: null,
      });
      const coding = { use: "codex", models: { codex: "m-1" } } as const;
      await store.chats.put({ ...group, coding });
      await store.chats.put({ ...group, title: "Crew" });
      expect((await store.chats.get(-5))?.coding).toEqual(coding);
      await store.chats.put({ ...group, coding: null });
      expect((await store.chats.get(-5))?.coding).toBeNull();
      await store.chats.put({ ...group, level: 2 });
      await store.chats.put({ ...group, title: "Crew" });
      expect((await store.chats.get(-5))?.level).toBe(2);
      expect(await store.chats.privateChatOf(7)).toEqual({ chatId: 7, threadId: null });
      expect(await store.chats.get(1)).toBeNull();
    });
    test("a removed repository is no chat's any more, and its id is not given again", async () => {
      await using store = await open();
      const sample = { name: "sample", source: "/srv/sample", mirrorId: "m1", addedAt: AT };
      const repository = await store.repositories.add(sample);
      expect(await store.repositories.get(repository.id)).toEqual({ id: repository.id, ...sample, level: null });
      await store.repositories.setLevel(repository.id, 2);
      expect((await store.repositories.get(repository.id))?.level).toBe(2);
      await store.repositories.setLevel(repository.id, null);
      expect((await store.repositories.list())[0]?.level).toBeNull();
      const other = await store.repositories.add({ ...sample, name: "a", mirrorId: "m2" });
      expect((await store.repositories.list()).map((row) => row.name)).toEqual(["a", "sample"]);
      await store.chats.put({ chatId: 7, kind: "private", ownerId: 7, title: "", repositoryId: other.id });
      await store.repositories.remove(other.id);
      expect((await store.chats.get(7))?.repositoryId).toBeNull();
      expect(await store.repositories.get(other.id)).toBeNull();
      expect((await store.repositories.add({ ...sample, name: "b", mirrorId: "m3" })).id).toBeGreaterThan(other.id);
    });
    test("two repositories of one name are refused", async () => {
      await using store = await open();
      await store.repositories.add({ name: "a", source: "/a", mirrorId: "m1", addedAt: AT });
      await expect(store.repositories.add({ name: "a", source: "/b", mirrorId: "m2", addedAt: AT })).rejects.toThrow(
        /name/u,
      );
    });
    test("a conversation is any JSON value, replaced and removed", async () => {
      await using store = await open();
      expect(await store.conversations.get(1, 2)).toBeNull();
      await store.conversations.put(1, 2, { version: 1, open: [null, "é"] }, AT);
      await store.conversations.put(1, 3, "other", AT);
      await store.conversations.put(1, 2, { version: 2 }, LATER);
      expect(await store.conversations.get(1, 2)).toEqual({ version: 2 });
      await store.conversations.remove(1, 2);
      expect(await store.conversations.get(1, 2)).toBeNull();
      expect(await store.conversations.get(1, 3)).toBe("other");
    });
  });

  describe(`what is found by a message of ${name}`, () => {
    test("a message is found as it came last, in its own chat only", async () => {
      await using store = await open();
      const [first] = await store.inbox.add(incoming("1"));
      await store.inbox.add({ ...incoming("2"), chat: { chatId: 6, threadId: null } });
      expect((await store.inbox.byMessage(-100_123, 12))?.id).toBe(first?.id);
      expect(await store.inbox.byMessage(-100_123, 13)).toBeNull();
    });
    test("a chat that became another takes everything of it along, and what the other had stays", async () => {
      await using store = await open();
      const settings = { kind: "group" as const, ownerId: 1, title: "Team", repositoryId: null };
      await store.chats.put({ chatId: -7, ...settings });
      await store.conversations.put(-7, 1, { version: 1 }, instant(1));
      await store.outbox.put({ key: "a", chat: { chatId: -7, threadId: null }, anchor: "a", blocks: [] }, instant(1));
      await store.chats.move(-7, -1007);
      expect(await store.chats.get(-7)).toBeNull();
      expect(await store.chats.get(-1007)).toMatchObject(settings);
      expect(await store.conversations.get(-1007, 1)).toEqual({ version: 1 });
      expect((await store.outbox.get("a"))?.message.chat.chatId).toBe(-1007);
      await store.chats.put({ chatId: -7, ...settings, title: "Old" });
      await store.chats.move(-7, -1007);
      expect((await store.chats.get(-1007))?.title).toBe("Team");
    });
  });

  describe(`tasks of ${name}`, () => {
    test("nobody's tasks take more places than one person may have; begun work goes on all the same", async () => {
      await using store = await open();
      const queued = (origin: string, requestedBy: number | null, at: number) =>
        store.tasks.add({ ...task(origin), requestedBy, state: { kind: "queued", at: instant(AT + at) } });
      for (const [index, by] of [7, 7, 7, 8, null].entries()) await queued(`t${index}`, by, index);
      const options = { until: LAST, perPerson: 2 };
      const origins: (string | undefined)[] = [];
      for (let turn = 0; turn < 5; turn += 1) {
        const claim = await store.tasks.claim("w", AT, options);
        origins.push(claim?.task.origin);
        if (claim === null) continue;
        const state = { kind: "running" as const, phase: "preparing" as const, startedAt: AT, red: [] };
        await store.tasks.move({ ...claim.task, state }, "queued", claim.fence);
      }
      expect(origins).toEqual(["t0", "t1", "t3", "t4", undefined]);
      await store.tasks.releaseOthers("next");
      expect((await store.tasks.claim("next", AT, options))?.task.origin).toBe("t0");
    });
    test("every state comes back as it was put", async () => {
      await using store = await open();
      for (const state of Object.values<TaskState>(STATES)) {
        const added = await store.tasks.add(task(state.kind, state));
        expect(await store.tasks.get(added.id)).toEqual({ id: added.id, ...task(state.kind, state) });
      }
      expect(await store.tasks.get(99)).toBeNull();
    });
    test("the same origin makes one task", async () => {
      await using store = await open();
      const first = await store.tasks.add(task("update:1"));
      expect(await store.tasks.add({ ...task("update:1"), goal: "other" })).toEqual(first);
      expect(await store.tasks.list({ limit: 9 })).toEqual([first]);
    });
    test("lists newest first, by state and by chat", async () => {
      await using store = await open();
      await store.tasks.add(task("a", STATES.queued));
      await store.tasks.add({ ...task("b"), chat: null });
      await store.tasks.add(task("c"));
      const origins = async (options: Parameters<typeof store.tasks.list>[0]) =>
        (await store.tasks.list(options)).map((row) => row.origin);
      expect(await origins({ limit: 2 })).toEqual(["c", "b"]);
      expect(await origins({ limit: 9, states: ["planned"] })).toEqual(["c", "b"]);
      expect(await origins({ limit: 9, states: [] })).toEqual([]);
      expect(await origins({ limit: 9, chatId: 5 })).toEqual(["c", "a"]);
    });
    test("a move happens once", async () => {
      await using store = await open();
      const added = await store.tasks.add(task("a"));
      expect(await store.tasks.move({ ...added, goal: "new", state: STATES.queued }, "planned")).toBe(true);
      expect(await store.tasks.move({ ...added, state: STATES.cancelled }, "planned")).toBe(false);
      expect(await store.tasks.get(added.id)).toMatchObject({ goal: "new", state: { kind: "queued" } });
    });
    test("the queue is claimed in order, each task once", async () => {
      await using store = await open();
      await store.tasks.add(task("late", { kind: "queued", at: LATER }));
      await store.tasks.add(task("early", { kind: "queued", at: AT }));
      await store.tasks.add(task("planned"));
      const claims = [];
      for (let turn = 0; turn < 3; turn += 1) claims.push(await store.tasks.claim("w", AT, { until: LAST }));
      expect(claims.map((claim) => claim?.task.origin)).toEqual(["early", "late", undefined]);
    });
    test("a lease that is over is claimed by another, and the old fence changes nothing", async () => {
      await using store = await open();
      const added = await store.tasks.add(task("a", STATES.queued));
      const old = await store.tasks.claim("w1", AT, { until: LATER });
      expect(await store.tasks.move({ ...added, state: STATES.running }, "queued", old?.fence)).toBe(true);
      const fresh = await store.tasks.claim("w2", LATER, { until: LAST });
      expect(fresh?.task.state.kind).toBe("running");
      if (old === null || fresh === null) throw new Error("both claims must succeed");
      expect(await store.tasks.heartbeat(old.fence, LAST)).toBe(false);
      expect(await store.tasks.move({ ...added, state: STATES.ended }, "running", old.fence)).toBe(false);
      expect(await store.tasks.heartbeat(fresh.fence, LAST)).toBe(true);
      expect(await store.tasks.move({ ...added, state: STATES.ended }, "running", fresh.fence)).toBe(true);
      expect(await store.tasks.heartbeat(fresh.fence, LAST)).toBe(false);
    });
    test("the same holder's older claim is old too", async () => {
      await using store = await open();
      await store.tasks.add(task("a", STATES.queued));
      const old = await store.tasks.claim("w", AT, { until: LATER });
      await store.tasks.claim("w", LATER, { until: LAST });
      if (old === null) throw new Error("the claim must succeed");
      expect(await store.tasks.heartbeat(old.fence, LAST)).toBe(false);
    });
    test("a person who ends a running task voids the worker's claim", async () => {
      await using store = await open();
      const added = await store.tasks.add(task("a", STATES.queued));
      const claim = await store.tasks.claim("w", AT, { until: LAST });
      if (claim === null) throw new Error("the claim must succeed");
      await store.tasks.move({ ...added, state: STATES.running }, "queued", claim.fence);
      await store.tasks.move({ ...added, state: STATES.interrupted }, "running");
      await store.tasks.move({ ...added, state: STATES.queued }, "interrupted");
      expect(await store.tasks.move({ ...added, state: STATES.running }, "queued", claim.fence)).toBe(false);
      expect((await store.tasks.claim("w", AT, { until: LAST }))?.task.id).toBe(added.id);
    });
    test("a heartbeat keeps a claim", async () => {
      await using store = await open();
      await store.tasks.add(task("a", STATES.queued));
      const claim = await store.tasks.claim("w", AT, { until: LATER });
      if (claim === null) throw new Error("the claim must succeed");
      expect(await store.tasks.heartbeat(claim.fence, LAST)).toBe(true);
      expect(await store.tasks.claim("w2", LATER, { until: LAST })).toBeNull();
    });
    test("the leases of the dead are released, one's own are kept", async () => {
      await using store = await open();
      await store.tasks.add(task("a", STATES.queued));
      await store.tasks.add(task("b", STATES.queued));
      await store.tasks.claim("dead", AT, { until: LAST });
      await store.tasks.claim("me", AT, { until: LAST });
      expect(await store.tasks.releaseOthers("me")).toBe(1);
      expect(await store.tasks.releaseOthers("me")).toBe(0);
      expect((await store.tasks.claim("me", AT, { until: LAST }))?.task.origin).toBe("a");
      expect(await store.tasks.claim("me", AT, { until: LAST })).toBeNull();
    });
  });

  describe(`records of ${name}`, () => {
    test("steps are written in order, without gaps, once", async () => {
      await using store = await open();
      const { id: taskId } = await store.tasks.add(task("a"));
      const asked = {
        taskId,
        index: 0,
        at: AT,
        message: {
          role: "assistant",
          text: "",
          calls: [
            { id: "1", name: "shell", kind: "parsed", arguments: { command: ["ls"], deep: { a: null } } },
            { id: "2", name: "shell", kind: "invalid", raw: "{", problem: "no JSON" },
          ],
        },
        usage: { inputTokens: 1, outputTokens: 2, costUsd: null },
        snapshot: null,
      } as const;
      const answered = {
        taskId,
        index: 1,
        at: LATER,
        message: { role: "tool", callId: "1", name: "shell", text: "ok" },
        usage: null,
        snapshot: "f".repeat(40),
      } as const;
      await store.steps.append(asked);
      await expect(store.steps.append({ ...asked, index: 2 })).rejects.toThrow(/step 1 is next/u);
      await store.steps.append(answered);
      await expect(store.steps.append(answered)).rejects.toThrow(/step 2 is next/u);
      expect(await store.steps.list(taskId)).toEqual([asked, answered]);
      await store.steps.clear(taskId);
      expect(await store.steps.list(taskId)).toEqual([]);
      await store.steps.append(asked);
    });
    test("the same question is asked once until it is used or refused", async () => {
      await using store = await open();
      const { id: taskId } = await store.tasks.add(task("a"));
      const changed = { at: LATER, why: "changed" };
      const ask = async (hash: string, cause: string) =>
        store.approvals.ask({ ...approval(taskId, hash), cause }, changed);
      const { approval: first, voided } = await ask("h1", "call:1");
      expect(first).toEqual({ id: first.id, ...approval(taskId, "h1"), cause: "call:1", state: { kind: "pending" } });
      expect(voided).toEqual([]);
      expect((await ask("h1", "call:1")).approval.id).toBe(first.id);
      const { approval: other } = await ask("h1", "call:2");
      expect((await store.approvals.pending()).map((row) => row.id)).toEqual([first.id, other.id]);
      const person = { by: 7, byName: "Zoë", at: AT };
      const yes = { kind: "approved" as const, scope: "once" as const, ...person };
      const used = { kind: "used" as const, scope: "once" as const, usedAt: LATER, ...person };
      expect(await store.approvals.move(first.id, "pending", yes)).toBe(true);
      expect(await store.approvals.move(first.id, "pending", { kind: "denied", words: null, ...person })).toBe(false);
      expect((await ask("h1", "call:1")).approval.state).toEqual(yes);
      expect(await store.approvals.move(first.id, "approved", used)).toBe(true);
      expect(await store.approvals.move(first.id, "approved", used)).toBe(false);
      const { approval: anew } = await ask("h1", "call:1");
      expect(anew.id).toBeGreaterThan(other.id);
      expect((await store.approvals.get(first.id))?.state).toEqual(used);
      const drifted = await ask("h2", "call:1");
      expect(drifted.voided).toEqual([{ ...anew, state: { kind: "void", ...changed } }]);
      expect(
        await store.approvals.move(drifted.approval.id, "pending", { kind: "denied", words: "no", ...person }),
      ).toBe(true);
      expect((await ask("h2", "call:1")).approval.id).toBe(drifted.approval.id);
      expect((await store.approvals.list({ taskId, limit: 2 })).map((row) => row.id)).toEqual([
        drifted.approval.id,
        anew.id,
      ]);
      expect((await store.approvals.list({ states: ["used"], limit: 9 })).map((row) => row.id)).toEqual([first.id]);
      expect(await store.approvals.list({ taskId: taskId + 1, limit: 9 })).toEqual([]);
      expect(await store.approvals.get(99)).toBeNull();
    });
    test("money is set aside within the cap, settled once, and what is never settled is spent whole", async () => {
      await using store = await open();
      const { id: taskId } = await store.tasks.add(task("t", STATES.planned));
      const reserve = async (usd: number, capUsd: number | null = 1) => {
        const done = await store.spending.reserve(wishOf(taskId, { usd, caps: { ...NO_CAPS, task: capUsd } }));
        return done.kind === "reserved" ? done.id : null;
      };
      const first = await reserve(0.6);
      expect(first).not.toBeNull();
      expect(await reserve(0.5)).toBeNull();
      expect(await reserve(0.5, null)).not.toBeNull();
      await store.spending.settle(first ?? 0, 0.1);
      await store.spending.settle(first ?? 0, 0.9);
      expect(await store.spending.spent(taskId)).toBeCloseTo(0.6);
      expect(await reserve(0.4)).not.toBeNull();
      expect(await reserve(0)).toBeNull();
      expect(await store.spending.spent(taskId + 1)).toBe(0);
    });
    test("a coding CLI's purse is a task's own, for as long as the task lives", async () => {
      await using store = await open();
      const { id: taskId } = await store.tasks.add(task("t", STATES.planned));
      const kindOf = async (usd: number, wish: Partial<SpendingWish> = {}) => {
        const caps = { ...NO_CAPS, cli: 1 };
        const done = await store.spending.reserve(wishOf(taskId, { usd, purpose: "codex", caps, ...wish }));
        return done.kind === "empty" ? done.purse : done.kind;
      };
      expect(await kindOf(0.7, { at: instant(AT - 9e9), since: AT })).toBe("reserved");
      expect(await kindOf(0.4)).toBe("cli");
      expect(await kindOf(0.4, { purpose: "opencode" })).toBe("reserved");
      expect(await kindOf(0.3)).toBe("reserved");
      expect(await store.spending.spent(taskId)).toBeCloseTo(1.4);
    });
    test("each purse counts its own: a task's for ever, the others from the day on, and the empty one is named", async () => {
      await using store = await open();
      const { id: taskId } = await store.tasks.add(task("t", STATES.planned));
      const kindOf = async (wish: Partial<SpendingWish>) => {
        const done = await store.spending.reserve(wishOf(taskId, wish));
        return done.kind === "empty" ? done.purse : done.kind;
      };
      const yesterday = { at: instant(AT - 1), since: instant(AT - 1000) };
      expect(await kindOf({ usd: 3, ...yesterday })).toBe("reserved");
      expect(await kindOf({ usd: 1, spark: "scout", taskId: null })).toBe("reserved");
      expect(await kindOf({ usd: 0.5, purpose: "talk", spark: null, taskId: null })).toBe("reserved");
      expect(await kindOf({ usd: 0.6, caps: { ...NO_CAPS, day: 2 } })).toBe("day");
      expect(await kindOf({ usd: 0.6, purpose: "talk", caps: { ...NO_CAPS, purpose: 1 } })).toBe("purpose");
      expect(await kindOf({ usd: 0.6, spark: "scout", caps: { ...NO_CAPS, spark: 1.5 } })).toBe("spark");
      expect(await kindOf({ usd: 0.6, caps: { task: 3.5, day: 9, spark: 1, purpose: 9 } })).toBe("task");
      expect(await kindOf({ usd: 0.6, caps: { task: 1, day: 2, spark: 0, purpose: 0.5 } })).toBe("day");
      expect(await kindOf({ usd: 0.5, caps: { task: 3.5, day: 2, spark: 0.5, purpose: 1.5 } })).toBe("reserved");
      expect(await store.spending.spentSince(AT)).toEqual({
        day: 2,
        sparks: new Map([
          ["coder", 0.5],
          ["scout", 1],
        ]),
        purposes: new Map([
          ["talk", 0.5],
          ["work", 1.5],
        ]),
      });
    });
    test("no purse is ever passed, however many ask at once for whatever", async () => {
      const part = fc.record({
        spark: fc.constantFrom("coder", "scout", null),
        purpose: fc.constantFrom("talk", "work"),
        usd: fc.double({ min: 0, max: 2, noNaN: true }),
        settledAt: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      });
      const cap = fc.double({ min: 0.01, max: 6, noNaN: true });
      const capped = fc.record({ day: cap, spark: cap, purpose: cap, task: cap });
      await fc.assert(
        fc.asyncProperty(fc.array(part, { minLength: 10, maxLength: 60 }), capped, async (parts, caps) => {
          await using store = await open();
          const { id: taskId } = await store.tasks.add(task("t", STATES.planned));
          await Promise.all(
            parts.map(async ({ settledAt, ...wish }) => {
              const own = { ...caps, spark: wish.spark === null ? null : caps.spark };
              const done = await store.spending.reserve(wishOf(taskId, { ...wish, caps: own }));
              if (done.kind === "reserved" && settledAt !== null)
                await store.spending.settle(done.id, wish.usd * settledAt);
            }),
          );
          const spent = await store.spending.spentSince(AT);
          expect(spent.day).toBeLessThanOrEqual(caps.day + 1e-9);
          expect(await store.spending.spent(taskId)).toBeLessThanOrEqual(caps.task + 1e-9);
          for (const usd of spent.sparks.values()) expect(usd).toBeLessThanOrEqual(caps.spark + 1e-9);
          for (const usd of spent.purposes.values()) expect(usd).toBeLessThanOrEqual(caps.purpose + 1e-9);
        }),
        { numRuns: 25 },
      );
    });
    test("spending never passes the cap, whoever asks at the same time and wherever it breaks off", async () => {
      const want = fc.record({
        usd: fc.double({ min: 0, max: 2, noNaN: true }),
        part: fc.double({ min: 0, max: 1, noNaN: true }),
        settles: fc.boolean(),
      });
      await fc.assert(
        fc.asyncProperty(
          fc.array(want, { maxLength: 25 }),
          fc.double({ min: 0, max: 5, noNaN: true }),
          async (wants, capUsd) => {
            await using store = await open();
            const { id: taskId } = await store.tasks.add(task("t", STATES.planned));
            let [really, most] = [0, 0];
            await Promise.all(
              wants.map(async ({ usd, part, settles }) => {
                const caps = { ...NO_CAPS, task: capUsd };
                const done = await store.spending.reserve(wishOf(taskId, { usd, caps }));
                if (done.kind === "empty") return;
                really += usd * part;
                if (settles) await store.spending.settle(done.id, usd * part);
                most = Math.max(most, await store.spending.spent(taskId));
              }),
            );
            expect(really).toBeLessThanOrEqual(capUsd + 1e-9);
            expect(most).toBeLessThanOrEqual(capUsd + 1e-9);
          },
        ),
        { numRuns: 60 },
      );
    });
    test("a run has its report when it is finished", async () => {
      await using store = await open();
      const id = await store.runs.add({ repositoryId: 3, commit: "a".repeat(40), at: AT });
      expect(await store.runs.get(id)).toEqual({ id, repositoryId: 3, commit: "a".repeat(40), report: null });
      await store.runs.finish(id, REPORT, LATER);
      expect((await store.runs.get(id))?.report).toEqual(REPORT);
      expect(await store.runs.get(id + 1)).toBeNull();
      await expect(store.runs.finish(id + 1, REPORT, LATER)).rejects.toThrow(/never added/u);
    });
    test("activity is read from a place on, or its newest, in order, by task, chat and kind", async () => {
      await using store = await open();
      const { id: taskId } = await store.tasks.add(task("a"));
      const events: Event[] = [
        { kind: "task.started", taskId },
        { kind: "app.stopped" },
        { kind: "task.phase", taskId, phase: "working" },
        { kind: "stranger.refused", userId: 3, chatId: 8 },
      ];
      await store.activity.append(events.slice(0, 3).map((event) => ({ event, at: AT })));
      await store.activity.append([{ event: { kind: "stranger.refused", userId: 3, chatId: 8 }, at: LATER }]);
      const all = await store.activity.read({ limit: 9 });
      expect(all.map((row) => row.event)).toEqual(events);
      expect(all.map((row) => row.id)).toEqual([1, 2, 3, 4]);
      expect(all[0]?.about).toMatchObject({ taskId, chatId: task("a").chat?.chatId, spark: task("a").spark });
      expect(await store.activity.read({ limit: 2 })).toEqual(all.slice(-2));
      expect(await store.activity.read({ limit: 2, after: 1 })).toEqual(all.slice(1, 3));
      expect(await store.activity.read({ limit: 2, before: 4 })).toEqual(all.slice(1, 3));
      expect(await store.activity.read({ limit: 9, taskId })).toEqual([all[0], all[2]]);
      expect(await store.activity.read({ limit: 9, chatId: 8 })).toEqual([all[3]]);
      expect(await store.activity.read({ limit: 9, kinds: ["app.stopped"] })).toEqual([all[1]]);
      expect(await store.activity.read({ limit: 9, since: LATER })).toEqual([all[3]]);
    });
    test("activity is found by its words, newest first, page by page, whatever is typed", async () => {
      await using store = await open();
      const fault = (detail: string): Event => ({ kind: "fault", doing: "saying", code: "x", detail });
      const said = ["the cart is Größe 12", "the wagon", "a cart again", "carton"].map(fault);
      await store.activity.append(said.map((event) => ({ event, at: AT })));
      const ids = async (text: string) => (await store.activity.search(text, { limit: 9 })).rows.map((row) => row.id);
      expect(await ids("cart")).toEqual([3, 1]);
      expect(await ids("CART*")).toEqual([4, 3, 1]);
      expect(await ids("grosse")).toEqual([]);
      expect(await ids("größe cart")).toEqual([1]);
      expect(await ids('"cart again"')).toEqual([3]);
      expect(await store.activity.search("cart*", { limit: 1, before: 4 })).toMatchObject({
        total: 3,
        rows: [{ id: 3 }],
      });
      await fc.assert(
        fc.asyncProperty(fc.oneof(fc.string({ unit: "binary" }), fc.string()), async (text) => {
          const { rows, total } = await store.activity.search(text, { limit: 9 });
          expect(rows.length).toBe(total);
        }),
      );
      expect(await ids('NEAR(cart, "again") OR cart NOT x AND ^cart col:cart')).toEqual([]);
    });
    test("activity that is pruned leaves the rest whole", async () => {
      await using store = await open();
      const at = (index: number) => instant(AT + index);
      const entries = Array.from({ length: 50 }, (_, index) => ({
        event: { kind: "task.started", taskId: index } as const,
        at: at(index),
      }));
      await store.activity.append(entries);
      expect(await store.activity.prune({ before: at(10), maxBytes: 1e9 })).toBe(10);
      expect(await store.activity.verify()).toMatchObject({ kind: "whole", rows: 40, from: 11 });
      expect((await store.activity.search("task", { limit: 99 })).total).toBe(40);
      await store.activity.prune({ before: AT, maxBytes: 400 });
      const left = await store.activity.read({ limit: 99 });
      expect(left.length).toBeLessThan(10);
      expect(left.length).toBeGreaterThan(2);
      await store.activity.append(entries.slice(0, 1));
      expect(await store.activity.verify()).toMatchObject({ kind: "whole", rows: left.length + 1 });
    });
  });
}
const NO_CAPS = { task: null, day: null, spark: null, purpose: null };
function wishOf(taskId: number, wish: Partial<SpendingWish>): SpendingWish {
  return { taskId, spark: "coder", purpose: "work", usd: 1, at: AT, since: AT, caps: NO_CAPS, ...wish };
}
