import Database from "better-sqlite3";
import { join } from "node:path";
import type { Outcome, TaskState } from "../../../src/core/tasks/task.ts";

/** One call of the model, with what the program says that became of it. */
export type Called = {
  readonly tool: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** `allowed`, `approved by …`, `denied by …`, `invalid`, `repeated`, `after-finish`. */
  readonly decision: string;
  readonly answer: string;
};
/** What a task came to. */
export type Ended = {
  readonly outcome: Outcome["kind"] | "put-away";
  readonly calls: readonly Called[];
  readonly approvals: readonly string[];
  readonly reasons: readonly string[];
  readonly modelSteps: number;
  readonly spentUsd: number;
};
type Step = {
  readonly role: string;
  readonly text: string;
  readonly callId?: string;
  readonly calls?: readonly { readonly id: string; readonly name: string; readonly arguments: unknown }[];
};

/** What the database says, read beside the program. */
export function openRecords(home: string) {
  const database = new Database(join(home, "sparks.db"), { readonly: true });
  const state = (id: number): TaskState | undefined => {
    const row = database.prepare("SELECT content FROM tasks WHERE id = ?").get(id) as { content: string } | undefined;
    return row === undefined ? undefined : (JSON.parse(row.content) as { state: TaskState }).state;
  };
  const column = <Value>(sql: string, id: number): Value[] => database.prepare(sql).pluck().all(id) as Value[];
  const steps = (id: number): Step[] =>
    column<string>("SELECT content FROM steps WHERE task_id = ? ORDER BY position", id).map(
      (content) => (JSON.parse(content) as { message: Step }).message,
    );
  const events = <Kept>(kind: string): Kept[] =>
    (database.prepare("SELECT content FROM activity ORDER BY id").pluck().all() as string[])
      .map((content) => JSON.parse(content) as { kind: string } & Kept)
      .filter((event) => event.kind === kind);
  return {
    state,
    events,
    lastTask: () => (database.prepare("SELECT coalesce(max(id), 0) AS id FROM tasks").get() as { id: number }).id,
    ended(id: number): Ended {
      const now = state(id);
      const outcome = now?.kind === "ended" ? now.outcome : null;
      const told = steps(id);
      const decisions = events<{ taskId: number; decision: string }>("tool.called").filter(
        ({ taskId }) => taskId === id,
      );
      const asked = new Map(told.flatMap(({ calls = [] }) => calls.map((call) => [call.id, call] as const)));
      const calls = told
        .filter(({ role }) => role === "tool")
        .map(({ text, callId = "" }, at) => ({
          tool: asked.get(callId)?.name ?? "",
          args: argumentsOf(asked.get(callId)?.arguments),
          decision: decisions[at]?.decision ?? "unknown",
          answer: text,
        }));
      return {
        outcome: outcome?.kind ?? "put-away",
        reasons: outcome?.kind === "not-proved" ? outcome.reasons : [],
        calls,
        approvals: column<string>("SELECT state FROM approvals WHERE task_id = ?", id),
        modelSteps: told.filter(({ role }) => role === "assistant").length,
        spentUsd:
          (column<number | null>(
            "SELECT sum(coalesce(spent_micro_usd, reserved_micro_usd)) FROM spending WHERE task_id = ?",
            id,
          )[0] ?? 0) / 1e6,
      };
    },
    [Symbol.dispose]: () => void database.close(),
  };
}
function argumentsOf(given: unknown): Readonly<Record<string, unknown>> {
  const value: unknown = typeof given === "string" ? parsed(given) : given;
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The model sent no JSON, so it has no arguments.
    return {};
  }
}
