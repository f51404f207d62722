import { resolve } from "node:path";
import { homedir } from "node:os";
import { taskSummaryBlocks, stateLine } from "../core/chat/tasks/task-view.ts";
import { doctorBlocks } from "../core/health/doctor.ts";
import type { DoctorReport } from "../core/ports/health.ts";
import type { Persona } from "../core/personas/persona.ts";
import type { Diff, MirrorState } from "../core/ports/repositories.ts";
import type { Repository } from "../core/ports/store.ts";
import type { Task } from "../core/tasks/task.ts";
import type { Client } from "./client.ts";
import type { CliContext } from "./context.ts";
import { renderTerminal } from "./render.ts";
import { EXIT } from "./terminal.ts";

function print({ terminal, json }: CliContext, value: unknown, text: () => string): void {
  terminal.write(json ? `${JSON.stringify(value)}\n` : `${text()}\n`);
}
export async function listSparks(client: Client, context: CliContext): Promise<number> {
  const sparks = await client.call<readonly Persona[]>("GET", "/v1/sparks");
  print(context, sparks, () => sparks.map((spark) => `${spark.name.padEnd(12)} ${spark.summary}`).join("\n"));
  return EXIT.ok;
}
export async function doctor(client: Client, context: CliContext): Promise<number> {
  const report = await client.call<DoctorReport>("GET", "/v1/doctor");
  print(context, report, () => renderTerminal(doctorBlocks(report), context.terminal.interactive));
  return report.ok ? EXIT.ok : EXIT.failed;
}
export const repositories = {
  async list(client: Client, context: CliContext): Promise<number> {
    const all = await client.call<readonly Repository[]>("GET", "/v1/repositories");
    print(context, all, () =>
      all.length === 0
        ? "No repository is registered: sparks repo add <path or git URL>"
        : all.map((repository) => `${repository.name.padEnd(20)} ${repository.source}`).join("\n"),
    );
    return EXIT.ok;
  },
  async add(client: Client, context: CliContext, given: string, name: string | null): Promise<number> {
    const added = await client.call<{ repository: Repository; state: MirrorState; known: boolean }>(
      "POST",
      "/v1/repositories",
      { source: resolveSource(given), name },
    );
    print(context, added, () =>
      [
        `${added.known ? "Known already as" : "Registered as"} ${added.repository.name}, at ${added.state.head.slice(0, 10)}.`,
        ...added.state.notes.map((note) => `- ${note}`),
      ].join("\n"),
    );
    return EXIT.ok;
  },
  async remove(client: Client, context: CliContext, name: string): Promise<number> {
    const { removed } = await client.call<{ removed: boolean }>(
      "DELETE",
      `/v1/repositories/${encodeURIComponent(name)}`,
    );
    print(context, { removed }, () =>
      removed
        ? `Removed ${name} from the list; the repository itself was not touched.`
        : `There is no repository "${name}".`,
    );
    return removed ? EXIT.ok : EXIT.usage;
  },
};
/** A git URL stays as it is; a path becomes absolute, `~/` expanded. */
function resolveSource(given: string): string {
  if (/^[a-z][a-z0-9+.-]*:\/\/|^[\w.-]+@[\w.-]+:/i.test(given)) return given;
  return resolve(given === "~" || given.startsWith("~/") ? homedir() + given.slice(1) : given);
}
export function showTask(task: Task, { terminal }: CliContext): void {
  terminal.write(`${renderTerminal(taskSummaryBlocks(task), terminal.interactive)}\n`);
}
type Verb = "stop" | "resume" | "apply" | "discard";
export const tasks = {
  async list(client: Client, context: CliContext): Promise<number> {
    const all = await client.call<readonly Task[]>("GET", "/v1/tasks");
    print(context, all, () =>
      all.length === 0
        ? "No tasks yet."
        : all.map((task) => `${String(task.id).padStart(4)}  ${task.plan.title}: ${stateLine(task)}`).join("\n"),
    );
    return EXIT.ok;
  },
  async show(client: Client, context: CliContext, id: number): Promise<number> {
    const task = await client.call<Task | null>("GET", `/v1/tasks/${id}`);
    if (task === null) return unknownTask(context, id);
    print(context, task, () => renderTerminal(taskSummaryBlocks(task), context.terminal.interactive));
    return EXIT.ok;
  },
  async diff(client: Client, context: CliContext, id: number): Promise<number> {
    const diff = await client.call<Diff | null>("GET", `/v1/tasks/${id}/diff`);
    if (diff === null) return unknownTask(context, id, `Task ${id} has no change to show.`);
    print(context, diff, () => diff.text);
    return EXIT.ok;
  },
  async act(client: Client, context: CliContext, id: number, verb: Verb): Promise<number> {
    const answer = await client.call<{ done?: boolean; kind?: string; branch?: string; reason?: string }>(
      "POST",
      `/v1/tasks/${id}/${verb}`,
    );
    const good = answer.done ?? (answer.kind === "applied" || answer.kind === "discarded");
    print(
      context,
      answer,
      () =>
        answer.reason ??
        (answer.branch === undefined
          ? good
            ? `Task ${id}: ${verb} done.`
            : `Task ${id} cannot ${verb} now.`
          : `Branch ${answer.branch} is in your repository.`),
    );
    return good ? EXIT.ok : EXIT.failed;
  },
};
function unknownTask({ terminal }: CliContext, id: number, text = `There is no task ${id}.`): number {
  terminal.error(text);
  return EXIT.usage;
}
