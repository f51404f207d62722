import { PULL_CAUSE } from "../policy/approvals/approvals.ts";
import type { Answer } from "../policy/approvals/approval.ts";
import type { Approval, ApprovalSubject } from "../policy/approvals/approval.ts";
import { deedAfter } from "../policy/decide.ts";
import { DEEDS } from "../policy/table.ts";
import type { Pull } from "./pull.ts";
import type { Scene } from "./scene.ts";

type Asked = Pick<ApprovalSubject, "command" | "content" | "commit">;
type Wish = { readonly tool: "pull request" | "merge"; readonly subject: Asked; readonly reason: string };

/** What is done on a code host, as a person approves it: the repository, the branches, the commit and the title. */
function subjectOf({ tool, subject }: Wish, { hosted, read }: Scene): ApprovalSubject {
  const hosts = [new URL(hosted.pushUrl).hostname];
  const tainted = read.length === 0 ? {} : { read };
  return { kind: "deed", tool, paths: [], directory: "", image: "", hosts, maxCostUsd: null, ...subject, ...tainted };
}
/** Asks, or takes up what was answered; nobody is waited for. */
function ask(wish: Wish, scene: Scene): Promise<Answer> {
  const { task, deps, signal } = scene;
  const cause = `${PULL_CAUSE}${wish.tool}`;
  const { risk } = DEEDS[deedAfter(wish.tool, scene.taint)];
  return deps.approvals.ask(
    { taskId: task.id, cause, reason: wish.reason, risk, subject: async () => subjectOf(wish, scene) },
    { signal, waitMs: 0 },
  );
}
export function askToOpen(pull: Pull, scene: Scene): Promise<Answer> {
  const { slug, branch, base, title, body, commit } = pull;
  return ask(
    {
      tool: "pull request",
      subject: { command: [slug, `${branch} → ${base}`, title], content: body, commit },
      reason: `it ${DEEDS.push.says} and ${DEEDS[deedAfter("pull request", scene.taint)].says}`,
    },
    scene,
  );
}
export type MergeQuestion = { readonly number: number; readonly head: string; readonly why: string };
export function askToMerge(
  { slug, branch, base, title }: Pull,
  question: MergeQuestion,
  scene: Scene,
): Promise<Answer> {
  const { number, head, why } = question;
  return ask(
    {
      tool: "merge",
      subject: { command: [slug, `#${number}`, `${branch} → ${base}`, title], content: "", commit: head },
      reason: why,
    },
    scene,
  );
}
/** Somebody said yes to it, and nothing came of that yet: the process ended in between. */
export function usedBy(approval: Approval | null): string | null {
  return approval?.state.kind === "used" ? approval.state.byName : null;
}
