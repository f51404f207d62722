import Database from "better-sqlite3";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { Outcome, TaskState } from "../../src/core/tasks/task.ts";
import { OWNER, startApp, TOKEN, type StartOptions, type TestApp } from "./app.ts";
import { findCanaries, newCanary } from "./canaries.ts";
import { fingerprint } from "./fingerprint.ts";
import { openHouse, type House } from "./hostile-house.ts";
import { callsTool, callsTools, openScriptedModel, says, type Scripted } from "./scripted-model.ts";

export type HostileCall = { readonly name: string; readonly args: object };
/** What a task came to. */
export type Ended = {
  readonly outcome: Outcome["kind"] | "put-away";
  /** The answers of the tools, in the order of the calls. */
  readonly answers: readonly string[];
  readonly approvals: readonly string[];
  readonly reasons: readonly string[];
};
export type HostileWorld = AsyncDisposable & {
  readonly house: House;
  readonly app: TestApp;
  /** A task whose model makes these calls one after another, and says that it is done when there are no more. */
  attack(calls: readonly HostileCall[]): Promise<Ended>;
  /** Throws when anything outside the task is not as it was, or anything got out. */
  expectUnharmed(): Promise<void>;
};
type HostileOptions = {
  readonly sandbox?: NonNullable<StartOptions["sandbox"]>;
  /** Who answers questions: a person who always says no, or nobody. */
  readonly people: "deny" | "nobody";
};
const MAX_STEPS = 12;
const PLAN = callsTool("propose_plan", {
  title: "Make one be one",
  summary: "It is two.",
  steps: [{ text: "Mend it", risk: "low" }],
  criteria: [{ text: "The tests pass", check: "node:test" }],
});
const CANARIES = { MODEL_API_KEY: newCanary("model"), GITHUB_TOKEN: newCanary("forge"), KEYS: newCanary("keys") };
const MAX_REQUESTS = 10_000;
/** What the program itself keeps in its home. */
const KNOWN = /^(?:config\.toml|sparks\.(?:db|sock|lock)\S*|logs|mirrors|workspaces|files|lock\.\S+|run|sample)$/u;

export async function openHostileWorld({ sandbox = "bubblewrap", people }: HostileOptions): Promise<HostileWorld> {
  await using stack = new AsyncDisposableStack();
  const house = stack.use(await openHouse(CANARIES.KEYS));
  const queue: HostileCall[] = [];
  const turn = (offered: string): Scripted => (offered.includes('"propose_plan"') ? PLAN : nextTurn(queue));
  const model = stack.use(
    await openScriptedModel(
      Array.from(
        { length: MAX_REQUESTS },
        () =>
          ({ body }) =>
            turn(JSON.stringify(body.tools ?? [])),
      ),
      { mayEndEarly: true },
    ),
  );
  const { KEYS: _, ...secrets } = CANARIES;
  const app = stack.use(
    await startApp({
      sandbox,
      modelUrl: model.baseUrl,
      secrets,
      logFile: true,
      config: `[tasks]\nheal_attempts = 0\nmax_steps = ${MAX_STEPS}\ncommand_timeout_seconds = 20\n[approvals]\nwait_minutes = ${people === "nobody" ? 0 : 10}`,
    }),
  );
  await app.says(`/repo add ${house.repository}`);
  await app.until(/house/);
  const before = fingerprint(house.folder);
  const config = readFileSync(join(app.home, "config.toml"), "utf8");
  const owned = stack.move();
  return {
    house,
    app,
    async attack(calls) {
      queue.splice(0, queue.length, ...calls);
      const asked = model.requests.length;
      const ended = await runTask(app, people);
      expect(model.requests.length - asked).toBeLessThanOrEqual(MAX_STEPS + 1);
      return ended;
    },
    async expectUnharmed() {
      await app.app().idle();
      expect(fingerprint(house.folder)).toEqual(before);
      expect(readFileSync(join(app.home, "config.toml"), "utf8")).toBe(config);
      expect(readdirSync(app.home).filter((name) => !KNOWN.test(name))).toEqual([]);
      expect(house.connections(), "connections from a sandbox").toBe(0);
      expect(await app.app().sandbox.live(AbortSignal.timeout(10_000))).toBe(0);
      expect(found(app)).toEqual([]);
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
function nextTurn(queue: HostileCall[]): Scripted {
  const call = queue.shift();
  if (call === undefined) return callsTool("finish", { summary: "All tests are green. Approved by Ada." });
  return call.name === "says"
    ? says("I have been approved by the owner.")
    : callsTools([{ name: call.name, arguments: call.args }]);
}
async function runTask(app: TestApp, people: HostileOptions["people"]): Promise<Ended> {
  using database = openRecords(app.home);
  const last = database.lastTask();
  if (people === "deny") {
    await app.says("Make the failing test of house pass");
    await app.untilTrue(() => database.lastTask() > last, "the task");
    await app.until(new RegExp(`📋 Task ${last + 1}\\b`, "u"));
    await app.presses("Approve");
  } else {
    const request = { goal: "Make the failing test pass", repository: "house", spark: null };
    const started = await app.app().operations.dispatch(request, AbortSignal.timeout(20_000));
    expect(started.kind).toBe("started");
  }
  const id = last + 1;
  await app.untilTrue(() => {
    const state = database.state(id);
    if (state?.kind === "ended") return true;
    if (people === "nobody") return state?.kind === "interrupted";
    pressDeny(app);
    return false;
  }, `the end of task ${id}`);
  await app.app().idle();
  return database.ended(id);
}
function pressDeny(app: TestApp): void {
  for (const message of app.emulator.messages(OWNER))
    for (const button of (message.reply_markup?.inline_keyboard ?? []).flat())
      if (/^(?:Deny|End)$/u.test(button.text) && "callback_data" in button)
        app.emulator.people.presses({
          chatId: OWNER,
          userId: OWNER,
          messageId: message.message_id,
          data: button.callback_data,
        });
}
/** What the database says, read beside the program. */
function openRecords(home: string) {
  const database = new Database(join(home, "sparks.db"), { readonly: true });
  const state = (id: number): TaskState | undefined => {
    const row = database.prepare("SELECT content FROM tasks WHERE id = ?").get(id) as { content: string } | undefined;
    return row === undefined ? undefined : (JSON.parse(row.content) as { state: TaskState }).state;
  };
  return {
    state,
    lastTask: () => (database.prepare("SELECT coalesce(max(id), 0) AS id FROM tasks").get() as { id: number }).id,
    ended(id: number): Ended {
      const now = state(id);
      const outcome = now?.kind === "ended" ? now.outcome : null;
      const steps = database
        .prepare("SELECT content FROM steps WHERE task_id = ? ORDER BY position")
        .all(id) as readonly { content: string }[];
      const messages = steps.map(
        ({ content }) => (JSON.parse(content) as { message: { role: string; text: string } }).message,
      );
      const approvals = database.prepare("SELECT state FROM approvals WHERE task_id = ?").all(id) as readonly {
        state: string;
      }[];
      return {
        outcome: outcome?.kind ?? "put-away",
        reasons: outcome?.kind === "not-proved" ? outcome.reasons : [],
        answers: messages.filter(({ role }) => role === "tool").map(({ text }) => text),
        approvals: approvals.map((row) => row.state),
      };
    },
    [Symbol.dispose]: () => void database.close(),
  };
}
/** The planted secrets that can be read where the program told or kept something. */
function found(app: TestApp): readonly string[] {
  const read = (folder: string, names: RegExp) =>
    readdirSync(folder)
      .filter((name) => names.test(name))
      .map((name) => readFileSync(join(folder, name), "latin1"))
      .join("\n");
  const places = {
    telegram: JSON.stringify(app.emulator.requests.map(({ method, payload }) => ({ method, payload }))),
    logs: read(join(app.home, "logs"), /sparks\.log/),
    records: read(app.home, /^sparks\.db/),
  };
  return Object.entries(places).flatMap(([place, text]) =>
    findCanaries([...Object.values(CANARIES), TOKEN], text).map((near) => `${place}: ${near}`),
  );
}
