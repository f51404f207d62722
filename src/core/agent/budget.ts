import type { ApprovalSubject } from "../policy/approvals/approval.ts";
import type { Approvals } from "../policy/approvals/approvals.ts";
import { decideDeed } from "../policy/decide.ts";
import type { LevelNow } from "../policy/levels.ts";
import { CODING_CLI_TITLES, type CodingCliName } from "../ports/coding-clis.ts";
import type { Purse } from "../ports/model.ts";
import type { SpendingStore } from "../ports/spending.ts";
import type { ApprovalStore } from "../ports/store.ts";
import type { Purses } from "./purses.ts";
import { usd } from "../../lib/measure.ts";

/** What one task may spend. All of it is in the store: a restart changes nothing. */
export interface Budget {
  readonly purse: Purse;
  /** The task's money for a coding CLI, of which it may spend so much. */
  purseOf(cli: CodingCliName, ceilingUsd: number): Purse;
  /** The same money for a part that another spark does: it counts for that spark's purse of the day, and for the task's and the day's as before. */
  by(spark: string): Budget;
  /** The most the task may spend in all, with what people granted since; null: no limit. */
  ceiling(): Promise<number | null>;
  /** Asks a person for more, after a request was too much. */
  raise(short: Short, signal: AbortSignal): Promise<Raise>;
}
/** What a request could cost, in USD; null: nobody knows. `cli`: it is of this one, whose own ceiling in the task it would pass; else the task's. */
export type Short = {
  readonly worstUsd: number | null;
  readonly cli?: { readonly name: CodingCliName; readonly ceilingUsd: number };
};
export type Raise =
  | { readonly kind: "raised" }
  | { readonly kind: "refused"; readonly by: "person" | "nobody"; readonly why: string }
  | { readonly kind: "waiting"; readonly approvalId: number; readonly what: string }
  | { readonly kind: "stopped" };
export type BudgetOptions = {
  readonly taskId: number;
  readonly spark: string;
  /** What the settings give a task; null: no limit. */
  readonly capUsd: () => number | null;
  /** Is there anybody who could be asked? */
  readonly attended: boolean;
  readonly waitMs: number;
  readonly level: () => Promise<LevelNow>;
};
export type BudgetDependencies = {
  readonly approvals: Pick<Approvals, "ask">;
  readonly store: { readonly approvals: Pick<ApprovalStore, "list">; readonly spending: Pick<SpendingStore, "spent"> };
  readonly purses: Pick<Purses, "of">;
};

export function createBudget(options: BudgetOptions, { approvals, store, purses }: BudgetDependencies): Budget {
  const { taskId } = options;
  async function granted(): Promise<readonly ApprovalSubject[]> {
    const used = await store.approvals.list({ taskId, states: ["used"], limit: 1000 });
    return used.map(({ subject }) => subject);
  }
  const ceiling = async (): Promise<number | null> => ceilingOf(options.capUsd(), await granted());
  const ceilingFor = async (cli: CodingCliName, usdAtFirst: number): Promise<number> =>
    ceilingOf(usdAtFirst, await granted(), cli);
  async function standing({ cli }: Short): Promise<Standing | null> {
    if (cli === undefined) {
      const now = await ceiling();
      const spent = now === null ? 0 : await store.spending.spent(taskId);
      return now === null ? null : { now, spent, step: options.capUsd() ?? now, of: "" };
    }
    const now = await ceilingFor(cli.name, cli.ceilingUsd);
    const spent = await store.spending.spent(taskId, cli.name);
    return { now, spent, step: cli.ceilingUsd, of: ` for ${CODING_CLI_TITLES[cli.name]}` };
  }
  return {
    ceiling,
    by: (spark) => createBudget({ ...options, spark }, { approvals, store, purses }),
    purse: purses.of({ taskId, spark: options.spark, purpose: "work", ceiling }),
    purseOf: (cli, usdAtFirst) =>
      purses.of({
        taskId,
        spark: options.spark,
        purpose: cli,
        ceiling,
        purposeUsd: async () => ceilingFor(cli, usdAtFirst),
      }),
    async raise(short, signal) {
      const { worstUsd, cli } = short;
      const money = await standing(short);
      if (money === null) return { kind: "raised" };
      const { now, spent, step, of } = money;
      const next =
        worstUsd === null
          ? "the cost of the next request is not known"
          : `the next request could cost ${usd(worstUsd)}`;
      const what = `${usd(spent)} of ${usd(now)}${of} are spent, and ${next}`;
      const { level } = await options.level();
      if (decideDeed("spend", { level, attended: options.attended }).kind === "deny")
        return { kind: "refused", by: "nobody", why: what };
      const to = raisedCeiling({ now, spent, step, worstUsd: worstUsd ?? 0 });
      const purse = cli?.name ?? TASKS_PURSE;
      const answer = await approvals.ask(
        {
          taskId,
          cause: cli === undefined ? `spend:${usd(now)}` : `spend:${purse}:${usd(now)}`,
          reason: what,
          risk: "medium",
          subject: async () => spendSubject(purse, now, to),
        },
        { signal, waitMs: options.waitMs },
      );
      switch (answer.kind) {
        case "approved":
          return { kind: "raised" };
        case "denied":
          return {
            kind: "refused",
            by: "person",
            why: `${what}; ${answer.byName} does not give more${said(answer.words)}`,
          };
        case "waiting":
          return { kind: "waiting", approvalId: answer.approvalId, what };
        case "expired":
        case "stopped":
          return { kind: "stopped" };
      }
    },
  };
}

/** Of a purse, in USD. `step`: what it gets at first. `of`: whose it is, for people; "" of the task's. */
type Standing = { readonly now: number; readonly spent: number; readonly step: number; readonly of: string };
/** Names the task's own purse in an approval; that of a coding CLI goes by its name. */
const TASKS_PURSE = "model";

/** The settings' cap, or the highest that a person granted to this purse. */
export function ceilingOf<Cap extends number | null>(
  capUsd: Cap,
  granted: readonly ApprovalSubject[],
  purse: string = TASKS_PURSE,
): Cap | number {
  if (capUsd === null) return capUsd;
  const raised = granted.flatMap(({ kind, tool, maxCostUsd }) =>
    kind === "spend" && tool === purse && maxCostUsd !== null ? [maxCostUsd] : [],
  );
  return Math.max(capUsd, ...raised);
}
/** One more of what a task gets at first, or more where the next request would not fit; whole cents, upwards. */
export function raisedCeiling(money: { now: number; spent: number; step: number; worstUsd: number }): number {
  const { now, spent, step, worstUsd } = money;
  return Math.ceil(Math.max(now + step, spent + 2 * worstUsd) * 100 - 1e-6) / 100;
}
/** `content` is the ceiling as it was: a raise is from one to another. */
function spendSubject(purse: string, from: number, to: number): ApprovalSubject {
  const nothing = { command: [], paths: [], directory: "", image: "", hosts: [], commit: "" };
  return { kind: "spend", tool: purse, ...nothing, content: String(from), maxCostUsd: to };
}
function said(words: string | null): string {
  return words === null ? "" : `: “${words}”`;
}
