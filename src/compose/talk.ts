import { createApprovers } from "../core/chat/approvals/approvers.ts";
import { createChatRoles } from "../core/chat/people/chat-roles.ts";
import { createLocales } from "../core/chat/settings/locales.ts";
import { withFeed } from "../core/chat/desk/message-feed.ts";
import { createPeople } from "../core/chat/people/people.ts";
import { createRichWishes } from "../core/chat/settings/rich-wishes.ts";
import { createTaskMessages } from "../core/chat/tasks/task-messages.ts";
import { NO_TOPICS } from "../core/ports/topics.ts";
import { createTopics } from "../telegram/topics.ts";
import type { Ground } from "./ground.ts";
import type { PaidModel } from "./paid-model.ts";
import { mute, openSender } from "./telegram.ts";
import type { Workplace } from "./workplace.ts";

/** Who is talked with, and how what is said reaches them. */
export type Talk = Awaited<ReturnType<typeof openTalk>>;

export async function openTalk(ground: Ground & Workplace & PaidModel) {
  const { config, world, clock, emit, store, leaving, zone, git, model, closers } = ground;
  const people = createPeople({
    users: store.users,
    chats: store.chats,
    invitations: store.invitations,
    chatRoles: createChatRoles({ users: store.users, chats: store.chats, chatRoles: store.chatRoles, clock, emit }),
    clock,
    emit,
    random: world.random,
    announce: world.announce,
  });
  const rich = createRichWishes(store.chats, config.telegram.rich);
  await rich.load();
  const locales = createLocales(store.chats, { locale: config.general.locale, zone });
  await locales.load();
  const sender = openSender(
    world,
    { outbox: store.outbox, redact: leaving, proxy: config.telegram.proxy, rich: rich.of, locale: locales.of },
    emit,
  );
  if (sender !== null) closers.use(sender);
  const { messenger, feed } = withFeed(sender?.messenger ?? mute(store.outbox, clock));
  const topics = sender !== null && config.telegram.topics === "auto" ? createTopics({ ...sender, emit }) : NO_TOPICS;
  const { repositories, tasks, pulls: pullStore, inbox } = store;
  /** What it takes to tell of a task. */
  const messages = { messenger, git, repositories, tasks, pullStore, inbox, topics, model, clock };
  return {
    people,
    rich,
    locales,
    sender,
    messenger,
    feed,
    topics,
    messages,
    teller: createTaskMessages(messages),
    approvers: createApprovers(config.approvals, people),
    nameOf: async (id: number) => (await store.users.get(id))?.name ?? null,
  };
}
