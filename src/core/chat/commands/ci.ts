import { paragraph } from "../../../lib/blocks.ts";
import type { Repository } from "../../ports/store.ts";
import { progressBlocks, runBlocks } from "../../pipelines/render-run.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { CiProgress } from "../tasks/ci.ts";
import type { Turn } from "../desk/desk.ts";
import type { CommandSpec } from "../../ports/commands.ts";
import { anyText, defineCommand } from "../desk/command.ts";
import { usageBlocks } from "../desk/usage.ts";

const SPEC: CommandSpec = {
  name: "ci",
  summary: "Detect, build and test a repository in the sandbox",
  usage: "[repository]",
  examples: ["/ci sample"],
  role: "member",
};
export const ciCommand = defineCommand({ ...SPEC, arguments: anyText }, runCi);

/** `/ci [repository]`: one message, live while it runs, the report at the end. Taken up again it begins anew in the same message. */
async function runCi(deps: ChatDependencies, turn: Turn, rest: string): Promise<void> {
  const repository = await pick(deps, turn, rest);
  if (repository === null) return;
  const anchor = `🔧 CI of ${repository.name}`;
  await turn.reply([paragraph(`${anchor}: looking at it…`)], { anchor });
  const result = await deps.ci.run(repository, {
    chatId: turn.incoming.chat.chatId,
    signal: turn.signal,
    onProgress: (progress) => void turn.reply(liveBlocks(repository, progress), { anchor }),
  });
  await turn.reply(runBlocks({ ...result, repository: repository.name }), { anchor });
}
function liveBlocks(repository: Repository, progress: CiProgress) {
  return progressBlocks({ ...progress, repository: repository.name });
}
async function pick(deps: ChatDependencies, turn: Turn, rest: string): Promise<Repository | null> {
  const all = await deps.book.list();
  const name = rest.trim();
  const settings = await deps.chats.get(turn.incoming.chat.chatId);
  const chosen =
    name === ""
      ? (all.find((repository) => repository.id === settings?.repositoryId) ?? (all.length === 1 ? all[0] : undefined))
      : await deps.book.find(name);
  if (chosen !== undefined && chosen !== null) return chosen;
  const names = all.map((repository) => repository.name).join(", ");
  await turn.reply(
    usageBlocks(
      SPEC,
      all.length === 0
        ? "No repository is registered yet: /repo add <path or git URL>."
        : name === ""
          ? `Which one? Registered: ${names}.`
          : `There is no repository "${name.slice(0, 60)}". Registered: ${names}.`,
    ),
  );
  return null;
}
