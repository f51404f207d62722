import { createAlertRules } from "../core/chat/record/alert-rules.ts";
import { createAlerts, startHooks } from "../core/chat/record/alerts.ts";
import { handleTurn } from "../core/chat/desk/chat.ts";
import { createChatLevels } from "../core/chat/settings/chat-levels.ts";
import { createCi } from "../core/chat/tasks/ci.ts";
import { createCodingChoices } from "../core/chat/settings/coding-choices.ts";
import { createConversations } from "../core/chat/interview/conversation.ts";
import type { ChatDependencies } from "../core/chat/desk/dependencies.ts";
import { createDesk } from "../core/chat/desk/desk.ts";
import { startExpiry } from "../core/chat/interview/expiry.ts";
import { createModelChoices } from "../core/chat/settings/model-choices.ts";
import { createPatience } from "../core/chat/people/patience.ts";
import { createRepositoryBook } from "../core/chat/repository-book.ts";
import { roleRefusal } from "../core/chat/people/role-refusal.ts";
import { createWatches } from "../core/chat/record/watches.ts";
import { doctorBlocks, judgeHealth } from "../core/health/doctor.ts";
import { createPlanner } from "../core/planning/planner.ts";
import { createHookPost } from "../http/post-hook.ts";
import { MINUTE_MS } from "../lib/time.ts";
import { createDialogues } from "../telegram/conversations/dialogues.ts";
import type { Bot } from "../telegram/bot.ts";
import type { Ground } from "./ground.ts";
import { measure } from "./health.ts";
import { fileLimits, patienceOptions } from "./limits.ts";
import { openMenus } from "./menus.ts";
import type { PaidModel } from "./paid-model.ts";
import { resolvePath } from "./paths.ts";
import type { Talk } from "./talk.ts";
import type { Tasks } from "./tasks.ts";
import { openFiles, openTranscriber } from "./telegram.ts";
import type { Workplace } from "./workplace.ts";
import { isLocal } from "./world.ts";

type House = Ground & Workplace & PaidModel & Talk & Tasks;

/** What answers people. `bot` gives null until it has begun to listen. */
export function openChat(house: House, bot: () => Bot | null) {
  const { config, live, world, clock, emit, store, git, model, personas, messenger, closers } = house;
  const chatLevels = createChatLevels({ chats: store.chats, repositories: store.repositories, emit });
  const models = createModelChoices({ model, chats: store.chats, clock, emit });
  const coding = createCodingChoices({ clis: house.codingClis, chats: store.chats, emit });
  const { alerts, rules } = openAlerts(house);
  const doctor = async () =>
    judgeHealth(await measure(world, { ...house, model: model.about, codingClis: house.codingClis.list() }, bot()));
  const chat: ChatDependencies = {
    ...house,
    ...house.messages,
    attachments: store.attachments,
    approvalStore: store.approvals,
    book: createRepositoryBook({ store: store.repositories, git, clock, emit, newId: world.newId }),
    botName: () => (isLocal(world) ? null : (bot()?.username ?? null)),
    chats: store.chats,
    chatLevels,
    ci: createCi({ ...house, runs: store.runs }),
    coding,
    conversations: createConversations(store.conversations, clock.now),
    dialogues: createDialogues(),
    fileLimits: () => fileLimits(live()),
    files: openFiles(world, house.sender),
    health: async () => doctorBlocks(await doctor()),
    menus: openMenus({ ...house, models, rules, levels: chatLevels, coding }),
    models,
    patience: createPatience(patienceOptions(config), clock.now),
    maxCostUsd: () => live().tasks.maxCostUsd,
    planner: createPlanner({ model, clock, emit, sparks: personas.map(({ name }) => name) }),
    planningAuto: () => live().planning.auto,
    spending: store.spending,
    questionExpiryMs: () => live().planning.expiryMinutes * MINUTE_MS,
    resolvePath,
    outbox: store.outbox,
    rules,
    steering: store.steering,
    steps: store.steps,
    sparks: personas,
    startedAt: house.began,
    transcriber: openTranscriber(config, world),
    watches: closers.use(createWatches({ ...house, store: store.watches })),
  };
  closers.use(startExpiry({ ...chat, expiryMs: chat.questionExpiryMs }));
  const desk = closers.use(
    createDesk({
      inbox: store.inbox,
      messenger,
      clock,
      emit,
      handle: (turn) => handleTurn(chat, turn),
      mayStop: async (incoming) => (await roleRefusal(chat, { incoming }, "member")) === null,
    }),
  );
  return { chat, desk, alerts, doctor };
}
/** Rules over all that happens, told to their chats and, where the settings name one, to a webhook. */
function openAlerts({ config, world, activity, store, messenger, clock, emit, people, closers }: House) {
  const { webhookUrl } = config.alerts;
  const alerts = closers.use(
    createAlerts({ activity, store: store.alerts, messenger, clock, emit, hooks: webhookUrl !== undefined }),
  );
  if (webhookUrl !== undefined) {
    const post = createHookPost({ url: webhookUrl, secret: world.secrets.get("ALERTS_WEBHOOK_SECRET") });
    closers.use(startHooks({ store: store.alerts, clock, emit, post }));
  }
  return { alerts, rules: createAlertRules(store.alerts, alerts, people) };
}
