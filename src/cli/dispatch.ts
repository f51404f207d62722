import type { Dispatched } from "../core/chat/desk/operations.ts";
import type { Repository } from "../core/ports/store.ts";
import type { Task } from "../core/tasks/task.ts";
import { stateLine } from "../core/chat/tasks/task-view.ts";
import type { Client } from "./client.ts";
import { showTask } from "./lists.ts";
import type { CliContext } from "./context.ts";
import { EXIT } from "./terminal.ts";

export type DispatchRequest = {
  readonly goal: string;
  readonly repository: string | null;
  readonly spark: string | null;
  readonly waitMs: number;
};
const POLL_MS = 300;

/** Starts a task; with `waitMs` waits for its end. Exit codes: 0 proved or started, 1 not proved, 2 no such repository, 3 a person is needed. */
export async function dispatch(client: Client, context: CliContext, request: DispatchRequest): Promise<number> {
  const repository = request.repository ?? (await onlyRepository(client));
  if (repository === null) {
    context.terminal.error("Which repository? Name one with --repo; `sparks repo list` shows them.");
    return EXIT.usage;
  }
  const dispatched = await client.call<Dispatched>("POST", "/v1/dispatch", {
    goal: request.goal,
    repository,
    spark: request.spark,
  });
  if (dispatched.kind === "started") return follow(client, context, dispatched.task, request.waitMs);
  if (context.json) context.terminal.write(`${JSON.stringify(dispatched)}\n`);
  else
    context.terminal.error(
      dispatched.kind === "unclear"
        ? `That is unclear: ${dispatched.questions.join(" ")}`
        : dispatched.kind === "talk"
          ? dispatched.text
          : dispatched.reason,
    );
  return dispatched.kind === "refused" ? EXIT.usage : EXIT.person;
}
async function onlyRepository(client: Client): Promise<string | null> {
  const all = await client.call<readonly Repository[]>("GET", "/v1/repositories");
  return all.length === 1 ? (all[0]?.name ?? null) : null;
}
async function follow(client: Client, context: CliContext, started: Task, waitMs: number): Promise<number> {
  const { terminal, json, signal } = context;
  if (waitMs === 0) {
    terminal.write(
      json ? `${JSON.stringify({ taskId: started.id })}\n` : `Task ${started.id} started: ${started.plan.title}\n`,
    );
    return EXIT.ok;
  }
  const until = Date.now() + waitMs;
  let task = started;
  let said = "";
  while (!isAtRest(task) && Date.now() < until && !signal.aborted) {
    const line = `Task ${task.id}: ${stateLine(task)}`;
    if (!json && line !== said) {
      if (terminal.interactive) terminal.live(line);
      else terminal.write(`${line}\n`);
    }
    said = line;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    task = await client.call<Task>("GET", `/v1/tasks/${task.id}`);
  }
  terminal.live("");
  if (json) terminal.write(`${JSON.stringify(task)}\n`);
  else showTask(task, context);
  if (!isAtRest(task)) return EXIT.person;
  return task.state.kind === "ended" && task.state.outcome.kind === "done" ? EXIT.ok : EXIT.failed;
}
function isAtRest({ state }: Task): boolean {
  return state.kind === "ended" || state.kind === "interrupted" || state.kind === "cancelled";
}
