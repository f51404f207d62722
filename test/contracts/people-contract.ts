import { describe, expect, test } from "vitest";
import type { Store } from "../../src/core/ports/store.ts";
import { instant } from "../../src/lib/time.ts";
import { AT, incoming, LATER } from "./store-samples.ts";

/** What every store promises of people, chats, their repositories and their conversations. */
export function describePeople(
  name: string,
  open: () => Promise<
    Pick<Store, "users" | "chatRoles" | "chats" | "repositories" | "conversations" | "inbox" | "outbox"> &
      AsyncDisposable
  >,
): void {
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
    test("what a chat says of a person is kept, replaced, and taken away where it is named", async () => {
      await using store = await open();
      const here = { chatId: -5, userId: 7, name: "A", role: "viewer", since: LATER } as const;
      await store.chatRoles.put({ ...here, chatId: -6 });
      await store.chatRoles.put({ ...here, userId: 8, since: AT });
      await store.chatRoles.put(here);
      await store.chatRoles.put({ ...here, role: "nobody" });
      expect(await store.chatRoles.list()).toEqual([
        { ...here, userId: 8, since: AT },
        { ...here, chatId: -6 },
        { ...here, role: "nobody" },
      ]);
      await store.chatRoles.remove(7, [-5]);
      expect((await store.chatRoles.list()).map(({ chatId, userId }) => [chatId, userId])).toEqual([
        [-5, 8],
        [-6, 7],
      ]);
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
      await store.chatRoles.put({ chatId: -7, userId: 1, name: "A", role: "viewer", since: instant(1) });
      expect(await store.chatRoles.list()).toHaveLength(1);
      await store.chats.move(-7, -1007);
      expect(await store.chatRoles.list()).toMatchObject([{ chatId: -1007, userId: 1, role: "viewer" }]);
      expect(await store.chats.get(-7)).toBeNull();
      expect(await store.chats.get(-1007)).toMatchObject(settings);
      expect(await store.conversations.get(-1007, 1)).toEqual({ version: 1 });
      expect((await store.outbox.get("a"))?.message.chat.chatId).toBe(-1007);
      await store.chats.put({ chatId: -7, ...settings, title: "Old" });
      await store.chats.move(-7, -1007);
      expect((await store.chats.get(-1007))?.title).toBe("Team");
    });
  });
}
