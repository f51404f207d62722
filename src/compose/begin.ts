import { join } from "node:path";
import type { Alerts } from "../core/chat/record/alerts.ts";
import { COMMANDS } from "../core/chat/desk/commands.ts";
import type { ChatDependencies } from "../core/chat/desk/dependencies.ts";
import type { Desk } from "../core/chat/desk/desk.ts";
import type { Operations } from "../core/chat/desk/operations.ts";
import { recoverPlans } from "../core/chat/desk/recover.ts";
import { openControl } from "../http/control.ts";
import { type Bot, openBot } from "../telegram/bot.ts";
import { registerSample, welcomeOwner } from "./first-start.ts";
import type { Ground } from "./ground.ts";
import type { Talk } from "./talk.ts";
import type { Tasks } from "./tasks.ts";
import { openHook, webhookOf } from "./telegram.ts";
import type { Workplace } from "./workplace.ts";

type Beginning = Ground &
  Workplace &
  Talk &
  Tasks & {
    readonly chat: ChatDependencies;
    readonly desk: Desk;
    readonly alerts: Alerts;
    readonly operations: Operations;
  };
/** Clears away what a dead process left, then takes up what it had begun. */
export async function begin(house: Beginning): Promise<void> {
  const { world, store, clock, emit, sandbox, chat } = house;
  const removed = await sandbox.reap(new Set(), AbortSignal.timeout(20_000)).catch(() => 0);
  await house.workspaces.sweep();
  await registerSample(world, house.operations);
  const local = world.chat?.local ?? null;
  if (local !== null) await welcomeOwner(local.owner, store, clock);
  await house.sender?.start(); // what was said before the last end goes out before anything new
  await recoverPlans({ ...chat, outbox: store.outbox });
  await chat.watches.start();
  await house.alerts.start();
  await house.mcp.start();
  const tasks = await house.runner.start();
  house.pulls?.start();
  await house.approvals.start();
  const inbox = await house.desk.start();
  if (removed + tasks + inbox > 0) emit({ kind: "app.recovered", tasks, inbox, removedSandboxes: removed });
}
/** Opens the ways in: the machine's own socket, then the chat. Null: there is no chat. */
export async function listen(house: Omit<Beginning, "chat" | "alerts">): Promise<Bot | null> {
  const { file, world, sender, store, people, leaving, closers } = house;
  closers.use(
    await openControl({
      socketPath: join(world.home, "sparks.sock"),
      version: world.version,
      operations: house.operations,
      redact: leaving,
    }),
  );
  if (sender === null || world.chat === null) return null;
  const webhook = webhookOf(file, world);
  const bot = closers.use(
    await openBot({
      ...house,
      api: sender.api,
      chats: store.chats,
      commands: COMMANDS,
      redact: sender.redact,
      ...(webhook === null ? {} : { webhook }),
    }),
  );
  if (webhook !== null) closers.use(await openHook(file, webhook, bot));
  if (world.chat.local === null) await people.offerPairing();
  return bot;
}
