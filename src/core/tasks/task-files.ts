import { attachmentMessage, viewAttachments, type UserMessage } from "../attachments/views.ts";
import { ATTACHMENTS_FOLDER } from "../attachments/names.ts";
import type { TaskFile } from "../ports/attachments.ts";
import type { Origin } from "../policy/taint.ts";
import type { SandboxSession } from "../ports/sandbox.ts";
import type { TaskRunnerDependencies } from "./deps.ts";

type FilesDependencies = Pick<TaskRunnerDependencies, "shelf" | "emit"> & {
  readonly store: Pick<TaskRunnerDependencies["store"], "attachments">;
};

/** All files of a task, and those that came with one message to it; `null`: with its goal. */
export async function filesOf(
  taskId: number,
  givenBy: number | null | "any",
  { store }: Pick<FilesDependencies, "store">,
): Promise<readonly TaskFile[]> {
  const files = await store.attachments.ofTask(taskId);
  return givenBy === "any" ? files : files.filter((file) => file.givenBy === givenBy);
}
/** Puts files where the work finds them, in a folder that no commit includes. What cannot be put there is told, and the work goes on. */
export async function placeFiles(
  session: SandboxSession,
  files: readonly TaskFile[],
  { shelf, emit }: FilesDependencies,
  signal: AbortSignal,
): Promise<void> {
  if (files.length === 0) return;
  const refused = (detail: string) =>
    emit({ kind: "fault", doing: "putting files into a workspace", code: "files.not-placed", detail });
  if (!(await isOwnFolder(session, signal))) return refused(`${ATTACHMENTS_FOLDER} is a link in the repository`);
  for (const { name, attachment } of files) {
    const bytes = attachment.content === null ? null : await shelf.read(attachment.content.hash);
    if (bytes === null) {
      refused(`${name}: it is not kept any more`);
      continue;
    }
    const written = await session.write(`${ATTACHMENTS_FOLDER}/${name}`, bytes, { signal });
    if (written.kind === "refused") refused(`${name}: ${written.why}`);
  }
}
/** A repository that makes a link of it would have files of people written over its own. */
async function isOwnFolder(session: SandboxSession, signal: AbortSignal): Promise<boolean> {
  const [parent = ""] = ATTACHMENTS_FOLDER.split("/");
  const script = `[ ! -L ${parent} ] && [ ! -L ${ATTACHMENTS_FOLDER} ]`;
  const result = await session.run({ argv: ["sh", "-c", script] }, { timeoutMs: 10_000, outputBytes: 1000, signal });
  return result.kind === "exited" && result.code === 0;
}
/** What the model is told of files that are in its workspace; null when there are none. */
export async function tellOfFiles(
  files: readonly TaskFile[],
  textBytes: number,
  { shelf }: Pick<FilesDependencies, "shelf">,
): Promise<UserMessage | null> {
  if (files.length === 0) return null;
  return attachmentMessage(await viewAttachments(files, textBytes, shelf), "there");
}
/** Whose words the work was given with its files. */
export function originsOf(files: readonly TaskFile[]): readonly Origin[] {
  return files.flatMap(({ attachment: { file, content } }): Origin[] => [
    file.forwarded ? "forwarded" : "file",
    ...(content?.warning === undefined ? [] : (["flagged"] as const)),
  ]);
}
