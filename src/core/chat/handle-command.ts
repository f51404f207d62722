import { bold, bullets, code, paragraph, type Block, type Inline } from "../../lib/blocks.ts";
import type { Repository } from "../ports/store.ts";
import type { Task } from "../tasks/task.ts";
import type { ChatDependencies } from "./dependencies.ts";
import { usageBlocks } from "./usage.ts";
import { runCiCommand } from "./ci-command.ts";
import { COMMANDS, findCommand, nearestCommand, type CommandName } from "./commands.ts";
import type { Turn } from "./desk.ts";
import { leaveOpen } from "./goal.ts";
import { showDiff, taskBlocks } from "./task-messages.ts";
import { stateLine } from "./task-view.ts";
import { startBlocks } from "./view-start.ts";

type Handler = (deps: ChatDependencies, turn: Turn, rest: string) => Promise<void>;
const HANDLERS: Readonly<Record<CommandName, Handler>> = {
  start: async (deps, turn) =>
    turn.reply(startBlocks({ sandbox: deps.sandbox, model: deps.model.about, repositories: await deps.book.list() })),
  help: async (_deps, turn, rest) => turn.reply(helpBlocks(rest)),
  repo: repo,
  ci: runCiCommand,
  tasks: listTasks,
  task: async (deps, turn, rest) =>
    withTask(deps, turn, "task", rest, async (task) => turn.reply(await taskBlocks(deps, task))),
  diff: async (deps, turn, rest) => withTask(deps, turn, "diff", rest, (task) => showDiff(deps, task)),
  stop: stop,
  approvals: listApprovals,
  cancel: leaveOpen,
  async reset(deps, turn) {
    await deps.conversations.forget(turn.incoming.chat.chatId, turn.incoming.from.userId);
    await turn.reply([
      paragraph("Forgotten: what was said here is no longer given to the model. Tasks and repositories stay."),
    ]);
  },
  health: async (deps, turn) => turn.reply(await deps.health()),
  async whoami(deps, turn) {
    const { from } = turn.incoming;
    const known = await deps.people.get(from.userId);
    await turn.reply([
      paragraph(bold(from.name), ", number ", code(String(from.userId)), `, ${known?.role ?? "not paired"}.`),
    ]);
  },
};

export async function handleCommand(deps: ChatDependencies, turn: Turn, name: string, rest: string): Promise<void> {
  const command = findCommand(name);
  if (command !== null) return HANDLERS[command](deps, turn, rest);
  const near = nearestCommand(name);
  await turn.reply([
    paragraph(
      "There is no command ",
      code(`/${name.slice(0, 40)}`),
      ".",
      ...(near === null ? [] : [" Did you mean ", code(`/${near}`), "?"]),
      " ",
      code("/help"),
      " lists them all.",
    ),
  ]);
}
function helpBlocks(rest: string): Block[] {
  const asked = findCommand(rest.replace(/^\//, "").toLowerCase());
  if (asked !== null) return usageBlocks(asked);
  return [
    paragraph(bold("Commands")),
    bullets(...COMMANDS.map((command): Inline[] => [code(`/${command.name}`), ` ${command.summary}`])),
    paragraph("Anything else you write is a goal or talk. ", code("/help <command>"), " shows how to use one."),
  ];
}
// --- /repo
async function repo(deps: ChatDependencies, turn: Turn, rest: string): Promise<void> {
  const [verb = "", ...words] = splitWords(rest);
  switch (verb) {
    case "":
    case "list":
      return turn.reply(
        repositoryBlocks(
          await deps.book.list(),
          (await deps.chats.get(turn.incoming.chat.chatId))?.repositoryId ?? null,
        ),
      );
    case "add":
      return addRepository(deps, turn, words);
    case "use":
      return withRepository(deps, turn, words[0], async (repository) => {
        const { chat, chatKind, from } = turn.incoming;
        await deps.chats.put({
          chatId: chat.chatId,
          kind: chatKind,
          ownerId: from.userId,
          title: from.name,
          repositoryId: repository.id,
        });
        await turn.reply([
          paragraph("Goals in this chat now mean ", code(repository.name), " unless they name another."),
        ]);
      });
    case "remove":
      return withRepository(deps, turn, words[0], async (repository) => {
        await deps.book.remove(repository);
        await turn.reply([
          paragraph("Removed ", code(repository.name), " from my list. The repository itself was not touched."),
        ]);
      });
    default:
      return turn.reply(usageBlocks("repo", `I do not know "${verb.slice(0, 40)}" here.`));
  }
}
async function addRepository(deps: ChatDependencies, turn: Turn, words: readonly string[]): Promise<void> {
  const [given, name] = words;
  if (given === undefined) return turn.reply(usageBlocks("repo", "Which one?"));
  deps.messenger.typing(turn.incoming.chat);
  const { repository, state, known } = await deps.book.add(
    deps.resolvePath(given),
    name?.toLowerCase() ?? null,
    turn.signal,
  );
  await turn.reply([
    paragraph(
      known ? "Known already as " : "Registered as ",
      code(repository.name),
      state.branch === null ? ", detached at " : `, branch ${state.branch} at `,
      code(state.head.slice(0, 10)),
      ".",
    ),
    ...(state.notes.length === 0 ? [] : [bullets(...state.notes)]),
    paragraph("Try ", code(`/ci ${repository.name}`), "."),
  ]);
}
async function withRepository(
  deps: ChatDependencies,
  turn: Turn,
  name: string | undefined,
  act: (repository: Repository) => Promise<void>,
): Promise<void> {
  const repository = name === undefined ? null : await deps.book.find(name);
  if (repository !== null) return act(repository);
  const names = (await deps.book.list()).map((known) => known.name).join(", ");
  await turn.reply([
    paragraph(
      name === undefined ? "Which repository?" : `There is no repository "${name.slice(0, 60)}".`,
      names === "" ? " None is registered." : ` Registered: ${names}.`,
    ),
  ]);
}
function repositoryBlocks(all: readonly Repository[], chosen: number | null): Block[] {
  if (all.length === 0)
    return [paragraph("No repository is registered. ", code("/repo add <path or git URL>"), " registers one.")];
  return [
    paragraph(bold("Repositories")),
    bullets(
      ...all.map((repository): Inline[] => [
        code(repository.name),
        ` ${repository.source}`,
        repository.id === chosen ? " (this chat's)" : "",
      ]),
    ),
  ];
}
/** Words apart by blanks; quotes keep blanks inside a word. */
function splitWords(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
}

// --- tasks
async function listTasks(deps: ChatDependencies, turn: Turn): Promise<void> {
  const tasks = await deps.tasks.list({ limit: 15, chatId: turn.incoming.chat.chatId });
  if (tasks.length === 0) return turn.reply([paragraph("No tasks yet. Say what you want done.")]);
  await turn.reply([
    paragraph(bold("Tasks")),
    bullets(...tasks.map((task): Inline[] => [bold(`${task.id}`), ` ${task.plan.title}: ${stateLine(task)}`])),
    paragraph(code("/task <number>"), " shows one."),
  ]);
}
async function withTask(
  deps: ChatDependencies,
  turn: Turn,
  command: CommandName,
  rest: string,
  act: (task: Task) => Promise<void>,
): Promise<void> {
  const id = /^#?(\d{1,9})$/.exec(rest)?.[1];
  if (id === undefined) return turn.reply(usageBlocks(command, "Which task?"));
  const task = await deps.tasks.get(Number(id));
  if (task === null || task.chat?.chatId !== turn.incoming.chat.chatId)
    return turn.reply([paragraph(`There is no task ${id} in this chat. `, code("/tasks"), " lists them.")]);
  await act(task);
}
async function stop(deps: ChatDependencies, turn: Turn, rest: string): Promise<void> {
  const { chat, from } = turn.incoming;
  if (rest !== "") {
    return withTask(deps, turn, "stop", rest, async (task) => {
      const stopped = await deps.runner.stop(task.id, from.name);
      await turn.reply([paragraph(stopped ? `⏹ Stopping task ${task.id}.` : `Task ${task.id} is not running.`)]);
    });
  }
  const active = await deps.tasks.list({
    limit: 50,
    states: ["queued", "running", "interrupted"],
    chatId: chat.chatId,
  });
  const stopped: number[] = [];
  for (const task of active) if (await deps.runner.stop(task.id, from.name)) stopped.push(task.id);
  await turn.reply([
    paragraph(
      stopped.length === 0
        ? "⏹ No task was running. Anything else under way in this chat was stopped."
        : `⏹ Stopping task ${stopped.join(", ")}.`,
    ),
  ]);
}
async function listApprovals(deps: ChatDependencies, turn: Turn): Promise<void> {
  const lines: Inline[][] = [];
  for (const approval of await deps.approvalStore.pending()) {
    const task = await deps.tasks.get(approval.taskId);
    if (task?.chat?.chatId === turn.incoming.chat.chatId)
      lines.push([
        `Task ${task.id}: `,
        code([approval.subject.tool, ...approval.subject.command].join(" ").slice(0, 200)),
      ]);
  }
  const planned = await deps.tasks.list({ limit: 20, states: ["planned"], chatId: turn.incoming.chat.chatId });
  for (const task of planned) lines.push([`Plan of task ${task.id}: ${task.plan.title}`]);
  await turn.reply(
    lines.length === 0
      ? [paragraph("Nothing waits for a decision.")]
      : [paragraph(bold("Waiting for a decision")), bullets(...lines)],
  );
}
