import type { Config } from "../config/config.ts";
import type { DayCaps } from "../core/agent/purses.ts";
import type { ApprovalsOptions } from "../core/policy/approvals/approvals.ts";
import type { PaceLimits } from "../core/policy/pace.ts";
import { type FileMask, maskOfRepository } from "../core/policy/paths/file-mask.ts";
import type { SandboxLimits } from "../core/ports/sandbox.ts";
import type { TaskRunnerOptions } from "../core/tasks/deps.ts";
import type { FileLimits } from "../core/attachments/load.ts";
import { CI_WALL_CLOCK_MS } from "../core/chat/tasks/ci.ts";
import { MINUTE_MS, SECOND_MS } from "../lib/time.ts";
import type { WarmOptions } from "../sandbox/docker/pool-plan.ts";

const MIB = 1024 ** 2;

/** Read anew whenever a sandbox is opened: knobs may have changed. */
export function sandboxLimits(live: () => Config): SandboxLimits {
  return {
    get memoryBytes() {
      return live().sandbox.memoryMib * MIB;
    },
    get cpus() {
      return live().sandbox.cpus;
    },
    get processes() {
      return live().sandbox.processes;
    },
    get fileBytes() {
      return live().sandbox.fileMib * MIB;
    },
    get wallClockMs() {
      return live().sandbox.taskWallClockMinutes * MINUTE_MS;
    },
  };
}
/** What containers are held ready, for the longest session that anybody opens. Read anew with each look. */
export function warmOptions(live: () => Config): WarmOptions {
  return {
    get count() {
      return live().sandbox.warm;
    },
    get maxAgeMs() {
      return live().sandbox.warmMinutes * MINUTE_MS;
    },
    get limits() {
      const limits = sandboxLimits(live);
      return { ...limits, wallClockMs: Math.max(limits.wallClockMs, CI_WALL_CLOCK_MS) };
    },
  };
}
/** Read anew with each question. */
export function approvalsOptions(live: () => Config): ApprovalsOptions {
  return {
    get expiryMs() {
      return live().tasks.approvalExpiryMinutes * MINUTE_MS;
    },
    get remindMs() {
      const { reminderPercent } = live().approvals;
      return reminderPercent === 0 ? null : (live().tasks.approvalExpiryMinutes * MINUTE_MS * reminderPercent) / 100;
    },
  };
}
/** Read anew whenever a task looks at them. */
export function runnerOptions(live: () => Config): TaskRunnerOptions {
  return {
    get parallel() {
      return live().tasks.maxParallel;
    },
    get parallelPerPerson() {
      return live().tasks.maxParallelPerPerson;
    },
    get heal() {
      return live().tasks.healAttempts;
    },
    get leaseMs() {
      return live().tasks.leaseSeconds * SECOND_MS;
    },
    reopenMs: MINUTE_MS,
    get maxCostUsd() {
      return live().tasks.maxCostUsd;
    },
    get approvalWaitMs() {
      return live().approvals.waitMinutes * MINUTE_MS;
    },
    get registries() {
      return live().sandbox.registries;
    },
    get webHosts() {
      return live().tools.webHosts;
    },
    get textBytes() {
      return fileLimits(live()).textBytes;
    },
    get scanner() {
      return live().scanner;
    },
    sandboxLimits: sandboxLimits(live),
    get limits() {
      const { tasks, model, sandbox } = live();
      return {
        steps: tasks.maxSteps,
        tokens: tasks.maxTokens,
        wallClockMs: sandbox.taskWallClockMinutes * MINUTE_MS,
        contextTokens: model.contextTokens,
        maxOutputTokens: model.maxOutputTokens,
        outputBytes: tasks.maxOutputKib * 1024,
      };
    },
  };
}
/** What no workspace of a repository gets; null: nobody knows which it is. */
export function fileMask({ workspace }: Config, repository: string | null): FileMask {
  const ofRepositories = workspace.files.map((each) => ({
    repository: each.repository,
    masked: each.maskedFiles,
    shown: each.shownFiles,
  }));
  return maskOfRepository({ masked: workspace.maskedFiles, shown: workspace.shownFiles }, ofRepositories, repository);
}
export function dayCaps({ budget: { dayUsd, sparks = {}, purposes = {}, unknown } }: Config): DayCaps {
  const { claudeCode, ...others } = purposes;
  return {
    dayUsd,
    sparks,
    purposes: { ...others, ...(claudeCode === undefined ? {} : { claude_code: claudeCode }) },
    unknown,
  };
}
export function patienceOptions({ telegram: { burst, messagesPerMinute } }: Config): PaceLimits {
  return { burst, everyMs: MINUTE_MS / messagesPerMinute };
}
/** Four texts together leave at least half of the model's context to everything else. */
const TEXT_BYTES_PER_TOKEN = 0.4;
export function fileLimits({ files, model }: Config): FileLimits {
  const textBytes = Math.min(files.textKib * 1024, Math.floor(model.contextTokens * TEXT_BYTES_PER_TOKEN));
  return { maxBytes: files.maxBytes, maxTotalBytes: files.maxTotalMib * MIB, textBytes };
}
