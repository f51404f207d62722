import type { Clock } from "../../lib/time.ts";
import type { AgentLimits } from "../agent/limits.ts";
import type { Spark } from "../agent/prompt.ts";
import type { Purses } from "../agent/purses.ts";
import type { MemoryKeeper } from "../memories/keeper.ts";
import type { Emit } from "../events.ts";
import type { Approvals } from "../policy/approvals/approvals.ts";
import type { ScannerOptions } from "../policy/scan/inspect.ts";
import type { AttachmentShelf } from "../ports/attachments.ts";
import type { CodingWish } from "../ports/coding-clis.ts";
import type { Model } from "../ports/model.ts";
import type { Repositories } from "../ports/repositories.ts";
import type { Sandbox, SandboxLimits } from "../ports/sandbox.ts";
import type { Store } from "../ports/store.ts";
import type { Topics } from "../ports/topics.ts";
import type { Workspaces } from "../ports/workspaces.ts";
import type { TaskRemote } from "../tools/remote.ts";
import type { Toolbox } from "../tools/toolbox.ts";
import type { Delivery } from "./delivery.ts";
import type { Levels } from "./levels.ts";
import type { NetworkLedger } from "./network-use.ts";
import type { CheckHosts } from "./survey.ts";
import type { TaskTeller } from "./teller.ts";

export type TaskRunnerOptions = {
  /** Tasks at work at the same time. */
  readonly parallel: number;
  /** Of one person at the same time: nobody takes all places. */
  readonly parallelPerPerson: number;
  readonly limits: AgentLimits;
  /** Of one task, in US dollars; null: no limit. */
  readonly maxCostUsd: number | null;
  readonly sandboxLimits: SandboxLimits;
  /** How often the model may mend work whose checks stayed red. */
  readonly heal: number;
  /** A claim not renewed for so long is free for others; it is renewed three times in that time. */
  readonly leaseMs: number;
  /** How long a lost sandbox is tried to be opened again before the task waits for a person. */
  readonly reopenMs: number;
  /** How long a sandbox is kept open for a person to decide; after that the task is put away until they do. */
  readonly approvalWaitMs: number;
  /** Of one text that somebody sent along, in the model's context. */
  readonly textBytes: number;
  /** The hosts that a step with network reaches, and no others. */
  readonly registries: readonly string[];
  /** Hosts whose pages are read without asking. */
  readonly webHosts: readonly string[];
  /** What is made of texts in the workspace that read like orders. */
  readonly scanner: ScannerOptions;
};
export type TaskRunnerDependencies = {
  /** Unique to this process: what tells its claims from those of one that died. */
  readonly holder: string;
  readonly store: Pick<
    Store,
    "attachments" | "tasks" | "steps" | "steering" | "repositories" | "approvals" | "spending"
  >;
  readonly repositories: Repositories;
  readonly workspaces: Workspaces;
  readonly sandbox: Sandbox;
  readonly shelf: Pick<AttachmentShelf, "read">;
  readonly memory: Pick<MemoryKeeper, "recall">;
  readonly model: Model;
  /** @param remote the code host's side of the task's repository; null: there is none; `coding`: what its chat wants of coding CLIs */
  readonly toolbox: (tools: readonly string[] | null, remote: TaskRemote | null, coding?: CodingWish) => Toolbox;
  readonly delivery: Delivery;
  readonly approvals: Pick<Approvals, "answered" | "ask" | "like" | "close">;
  readonly clock: Clock;
  readonly levels: Levels;
  readonly purses: Pick<Purses, "of">;
  readonly emit: Emit;
  readonly teller: TaskTeller;
  readonly topics: Topics;
  /** The persona of that name; `tools` null means all of them. */
  readonly network: NetworkLedger;
  /** What the settings grant to a check of a repository now. */
  readonly checkHosts: CheckHosts;
  readonly spark: (name: string) => Spark & {
    /** Hosts that its commands may reach, as `name:port`. */
    readonly hosts: readonly string[];
    readonly tools: readonly string[] | null;
    /** Turns of the model; never more than the settings say. */
    readonly maxSteps: number | null;
  };
};
