import type { Config } from "../config/config.ts";
import { createOperations, type Operations } from "../core/chat/desk/operations.ts";
import type { Sandbox } from "../core/ports/sandbox.ts";
import { createAttestation } from "../sandbox/inspect/attest.ts";
import type { Bot } from "../telegram/bot.ts";
import { begin, listen } from "./begin.ts";
import { openChat } from "./chat.ts";
import { openGround } from "./ground.ts";
import { openPaidModel } from "./paid-model.ts";
import { workspaceRoot } from "./sandbox.ts";
import { securitySettings } from "./security.ts";
import { openTalk } from "./talk.ts";
import { openTasks } from "./tasks.ts";
import { openWorkplace } from "./workplace.ts";
import type { World } from "./world.ts";

/** The running program. Closing it stops taking work in, gives up leases, removes sandboxes, and closes the store last. */
export interface App extends AsyncDisposable {
  readonly operations: Operations;
  readonly sandbox: Sandbox;
  /** Resolves when nothing received is being handled, no task is at work and everything said is delivered. */
  idle(): Promise<void>;
  /** Rejects when the bot can no longer receive; never resolves before the end. */
  readonly running: Promise<void>;
}

/** Each wing is given what stands before it. What was opened last is closed first. */
export async function compose(file: Config, world: World): Promise<App> {
  await using closers = new AsyncDisposableStack();
  let bot: Bot | null = null;
  const ground = await openGround(file, world, closers);
  const placed = { ...ground, ...(await openWorkplace(ground)) };
  const thinking = { ...placed, ...(await openPaidModel(placed)) };
  const talking = { ...thinking, ...(await openTalk(thinking)) };
  const house = { ...talking, ...(await openTasks(talking)) };
  const { chat, desk, alerts, doctor } = openChat(house, () => bot);
  const { sandbox, sender, runner, pulls, personas, emit } = house;
  const operations = createOperations({
    ...chat,
    ...house,
    activity: house.store.activity,
    desk,
    doctor,
    newId: world.newId,
    security: createAttestation(sandbox, {
      limits: house.limits,
      workspaceRoot: workspaceRoot(world.home),
      settings: securitySettings(file, personas),
    }),
    tasks: house.store.tasks,
  });
  await begin({ ...house, chat, desk, alerts, operations });
  bot = await listen({ ...house, desk, operations });
  const { model, clock, began } = house;
  emit({
    kind: "app.started",
    home: world.home,
    sandbox: sandbox.kind,
    model: model.about.kind === "none" ? "none" : model.about.name,
    readyMs: clock.now() - began,
  });
  // Reading its client takes longer than anything else here, and nobody waits for it. A single command of the terminal is over before.
  if (world.chat !== null) house.pool?.start();
  const owned = closers.move();
  return {
    operations,
    sandbox,
    running: bot?.polling ?? new Promise<void>(() => undefined),
    async idle() {
      await desk.idle();
      await runner.idle();
      await pulls?.idle();
      await sender?.idle();
    },
    async [Symbol.asyncDispose]() {
      emit({ kind: "app.stopped" });
      await owned.disposeAsync();
    },
  };
}
