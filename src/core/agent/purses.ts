import { dayAround } from "../../lib/day.ts";
import type { Clock, Instant } from "../../lib/time.ts";
import type { Emit } from "../events.ts";
import type { CodingCliName } from "../ports/coding-clis.ts";
import type { Model, Purpose, Purse } from "../ports/model.ts";
import type { PurseCaps, SpendingStore, SpentOfDay } from "../ports/spending.ts";

/** What a day may cost, in USD; what is left out has no limit of its own. */
export type DayCaps = {
  readonly dayUsd: number;
  readonly sparks: Readonly<Record<string, number>>;
  readonly purposes: Readonly<Partial<Record<Purpose | CodingCliName, number>>>;
  /** What becomes of a request whose price nobody knows: it counts as nothing, or is not made. */
  readonly unknown: "allow" | "refuse";
};
export type Payer = {
  readonly taskId: number | null;
  readonly spark: string | null;
  readonly purpose: Purpose | CodingCliName;
  /** Of the task; null: no limit. */
  readonly ceiling: () => Promise<number | null>;
  /** What the task may spend for this purpose; absent: no limit of its own. */
  readonly purposeUsd?: () => Promise<number>;
};
export type Purses = {
  of(payer: Payer): Purse;
  /** What of today's is spent, and when they are filled again. */
  today(): Promise<{ readonly spent: SpentOfDay; readonly caps: DayCaps; readonly fillsAt: Instant }>;
};
export type PursesOptions = {
  /** As the settings are now. */
  readonly caps: () => DayCaps;
  /** The zone whose midnight fills the purses of the day. */
  readonly zone: () => string;
};
type PursesDependencies = { readonly spending: SpendingStore; readonly clock: Clock; readonly emit: Emit };

export function createPurses(options: PursesOptions, { spending, clock, emit }: PursesDependencies): Purses {
  let warned = false;
  function warnOnce(): void {
    if (warned) return;
    warned = true;
    const detail =
      "The model's price is not known: its requests count as nothing, and no limit on money holds for them.";
    emit({ kind: "fault", doing: "setting money aside", code: "budget.unknown-price", detail });
  }
  return {
    of: (payer) => ({
      async reserve(worstUsd) {
        const now = clock.now();
        const caps = options.caps();
        if (worstUsd === null && caps.unknown === "refuse") return { kind: "empty", purse: "unknown" };
        if (worstUsd === null) warnOnce();
        const day = dayAround(options.zone(), now);
        const own = capsFor(payer, caps, { task: await payer.ceiling(), cli: await payer.purposeUsd?.() });
        const { taskId, spark, purpose } = payer;
        const usd = worstUsd ?? 0;
        const done = await spending.reserve({ taskId, spark, purpose, usd, at: now, caps: own, since: day.from });
        if (done.kind === "reserved")
          return { kind: "set-aside", settle: (spentUsd) => spending.settle(done.id, spentUsd) };
        const { purse, spentUsd } = done;
        return {
          kind: "empty",
          purse,
          name: purse === "spark" ? (spark ?? "") : purse === "purpose" || purse === "cli" ? purpose : "",
          spentUsd,
          capUsd: own[purse] ?? 0,
          fillsAt: purse === "task" || purse === "cli" ? null : day.to,
        };
      },
    }),
    async today() {
      const day = dayAround(options.zone(), clock.now());
      return { spent: await spending.spentSince(day.from), caps: options.caps(), fillsAt: day.to };
    },
  };
}
function capsFor(
  { taskId, spark, purpose }: Payer,
  caps: DayCaps,
  { task, cli }: { readonly task: number | null; readonly cli: number | undefined },
): PurseCaps {
  return {
    task: taskId === null ? null : task,
    day: caps.dayUsd,
    spark: spark === null ? null : (caps.sparks[spark] ?? null),
    purpose: caps.purposes[purpose] ?? null,
    cli: taskId === null ? null : (cli ?? null),
  };
}

/** The same model, which asks nobody before the money is set aside: what brings no purse is paid from those of the day. */
export function createPaidModel(model: Model, purses: Pick<Purses, "of">): Model {
  return {
    about: model.about,
    list: (signal) => model.list(signal),
    async complete(request, options) {
      const { purpose } = request;
      const purse = options.purse ?? purses.of({ taskId: null, spark: null, purpose, ceiling: async () => null });
      return model.complete(request, { ...options, purse });
    },
  };
}
