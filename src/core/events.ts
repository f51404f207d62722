/** All that can happen, one union. Events are facts in the past tense; they hold no secret. */
export type Event =
  | {
      readonly kind: "app.started";
      readonly home: string;
      readonly sandbox: string;
      readonly model: string;
      readonly readyMs: number;
    }
  | { readonly kind: "app.stopped" }
  | {
      readonly kind: "app.recovered";
      readonly tasks: number;
      readonly inbox: number;
      readonly removedSandboxes: number;
    }
  | {
      readonly kind: "update.received";
      readonly source: string;
      readonly sourceId: string;
      readonly chatId: number;
      readonly userId: number;
      readonly name: string;
      readonly what: string;
      /** What was said or pressed; a command with its slash. At most 4,000 characters. */
      readonly text: string;
      /** Of a press: what the button carries. */
      readonly button?: string;
    }
  | { readonly kind: "update.handled"; readonly source: string; readonly sourceId: string; readonly ms: number }
  | { readonly kind: "stranger.refused"; readonly userId: number; readonly chatId: number }
  | { readonly kind: "user.paired"; readonly userId: number; readonly role: string }
  /** `userId` 0: of nobody yet. */
  | {
      readonly kind: "person.changed";
      readonly userId: number;
      readonly change: string;
      readonly by: number;
      readonly byName: string;
      /** Where it holds, when not everywhere. */
      readonly chatId?: number;
    }
  | { readonly kind: "repository.added"; readonly name: string; readonly source: string }
  | { readonly kind: "repository.removed"; readonly name: string }
  | { readonly kind: "plan.made"; readonly taskId: number; readonly version: number; readonly title: string }
  | { readonly kind: "plan.approved"; readonly taskId: number; readonly userId: number; readonly name: string }
  | { readonly kind: "task.created"; readonly taskId: number; readonly goal: string }
  | { readonly kind: "task.started"; readonly taskId: number }
  | { readonly kind: "task.phase"; readonly taskId: number; readonly phase: string }
  | { readonly kind: "task.interrupted"; readonly taskId: number; readonly reason: string }
  | { readonly kind: "task.resumed"; readonly taskId: number; readonly phase: string }
  /** `because`: the limit, check or person that decided it; "" when the outcome says all. */
  | { readonly kind: "task.ended"; readonly taskId: number; readonly outcome: string; readonly because: string }
  | { readonly kind: "task.applied"; readonly taskId: number; readonly branch: string; readonly by: string }
  | { readonly kind: "task.rolled-back"; readonly taskId: number; readonly branch: string; readonly by: string }
  | { readonly kind: "task.discarded"; readonly taskId: number; readonly by: string }
  /** Work was brought to a code host. `by`: who said yes, a person or a rule. */
  | {
      readonly kind: "branch.pushed";
      readonly taskId: number;
      readonly slug: string;
      readonly branch: string;
      readonly commit: string;
    }
  | {
      readonly kind: "pull.opened";
      readonly taskId: number;
      readonly slug: string;
      readonly number: number;
      readonly branch: string;
      readonly by: string;
    }
  | {
      readonly kind: "pull.merged";
      readonly taskId: number;
      readonly slug: string;
      readonly number: number;
      readonly by: string;
    }
  | {
      readonly kind: "model.called";
      readonly taskId: number | null;
      readonly purpose: string;
      /** Where another did a part of the task. */
      readonly spark?: string;
      readonly model: string;
      readonly inputTokens: number;
      readonly outputTokens: number;
      readonly costUsd: number | null;
      readonly ms: number;
    }
  | {
      readonly kind: "model.retried";
      readonly model: string;
      readonly fault: string;
      readonly attempt: number;
      readonly waitMs: number;
    }
  /** `from` and `to` name providers. */
  | { readonly kind: "model.fell-back"; readonly from: string; readonly to: string; readonly fault: string }
  | {
      readonly kind: "tool.called";
      readonly taskId: number;
      readonly tool: string;
      /** Where another did a part of the task. */
      readonly spark?: string;
      readonly decision: string;
      readonly outcome: string;
      readonly ms: number;
      readonly arguments: string;
      /** What the model was told; cut where it says so. */
      readonly result: string;
    }
  | {
      readonly kind: "approval.asked";
      readonly approvalId: number;
      readonly taskId: number;
      readonly hash: string;
      readonly action: string;
      readonly reason: string;
    }
  | {
      readonly kind: "approval.decided";
      readonly approvalId: number;
      readonly taskId: number;
      readonly decision: string;
      readonly by: string;
    }
  /** `key` is a knob's or, for a chat's own setting, `chat.<name>`. */
  | {
      readonly kind: "setting.changed";
      readonly key: string;
      readonly from: string;
      readonly to: string;
      readonly by: number;
      readonly byName: string;
      readonly chatId?: number;
    }
  /** Somebody took back what the row `rowId` tells of; what that changed stands just before this. */
  | {
      readonly kind: "undone";
      readonly chatId: number;
      readonly userId: number;
      readonly name: string;
      readonly rowId: number;
      readonly what: string;
    }
  /** A reaction under the message `key`. */
  | {
      readonly kind: "feedback.given";
      readonly chatId: number;
      readonly userId: number;
      readonly name: string;
      readonly key: string;
      readonly wish: "more" | "less";
      readonly taskId?: number;
    }
  /** A server of tools: first reached, lost or back. `why` is for people. */
  | { readonly kind: "mcp.server"; readonly server: string; readonly state: "connected" | "lost"; readonly why: string }
  /** `by`: a person's name; null where nobody decided. */
  | {
      readonly kind: "mcp.tool";
      readonly server: string;
      readonly tool: string;
      readonly what: "asked" | "suspended" | "approved" | "refused";
      readonly by: string | null;
    }
  | {
      readonly kind: "alert.fired";
      readonly ruleId: number;
      readonly name: string;
      readonly severity: string;
      readonly rowId: number;
      readonly chatId: number;
    }
  /** `chatId` of a run: the chat that asked for it; none for the machine's own. */
  | {
      readonly kind: "run.started";
      readonly runId: number;
      readonly repository: string;
      readonly commit: string;
      readonly chatId?: number;
    }
  | {
      readonly kind: "run.step";
      readonly chatId?: number;
      readonly runId: number;
      readonly step: string;
      readonly outcome: string;
      readonly ms: number;
    }
  | {
      readonly kind: "run.ended";
      readonly chatId?: number;
      readonly runId: number;
      readonly outcome: string;
      readonly passed: number;
      readonly failed: number;
    }
  /** A text that reads like orders to the agent. `rules`: what was found, the heaviest first. */
  | {
      readonly kind: "prompt.flagged";
      readonly surface: string;
      readonly score: number;
      readonly rules: readonly string[];
      readonly why: string;
      readonly action: "noted" | "warned" | "withheld";
      /** Of what the heaviest finding found, at most 120 characters. */
      readonly excerpt: string;
      readonly taskId: number | null;
      readonly tool?: string;
      readonly chatId?: number;
      readonly userId?: number;
    }
  /** `by`: a person's name, or a spark's. `read`: whose words it rests on. */
  | {
      readonly kind: "memory.saved";
      readonly memoryId: number;
      readonly was: "new" | "known";
      readonly text: string;
      readonly by: string;
      readonly read: readonly string[];
      readonly taskId: number | null;
      readonly chatId?: number;
      readonly userId?: number;
    }
  /** They were given to a model unasked, or found by it. */
  | {
      readonly kind: "memory.recalled";
      readonly memoryIds: readonly number[];
      readonly how: "unasked" | "searched";
      readonly taskId: number | null;
      readonly chatId?: number;
    }
  | {
      readonly kind: "memory.forgotten" | "memory.restored" | "memory.shared";
      readonly memoryId: number;
      readonly chatId: number;
      readonly userId: number;
      readonly name: string;
    }
  /** What nobody used for long, or was more than is kept. */
  | { readonly kind: "memory.tidied"; readonly count: number }
  | { readonly kind: "sandbox.opened"; readonly owner: string; readonly id: string; readonly ms: number }
  | {
      readonly kind: "sandbox.egress";
      readonly owner: string;
      readonly host: string;
      readonly port: number;
      /** False: kept from it, or it could not be reached. */
      readonly allowed: boolean;
      /** Both ways. */
      readonly bytes: number;
      /** Why not; empty when it was allowed. */
      readonly reason: string;
    }
  | {
      readonly kind: "message.sent";
      readonly key: string;
      readonly chatId: number;
      readonly edits: number;
      readonly text: string;
    }
  | { readonly kind: "message.refused"; readonly key: string; readonly chatId: number; readonly reason: string }
  /** Events that came faster than they could be kept. */
  | { readonly kind: "log.lost"; readonly count: number }
  /** What a person asked for cannot be done as they asked it, and they were told so: nothing of the program's is wrong. */
  | { readonly kind: "request.refused"; readonly doing: string; readonly code: string; readonly detail: string }
  | { readonly kind: "fault"; readonly doing: string; readonly code: string; readonly detail: string };
/** Records that something happened. Never throws and never waits: who keeps it is decided outside core. */
export type Emit = (event: Event) => void;
