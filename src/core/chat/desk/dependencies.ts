import type { Block } from "../../../lib/blocks.ts";
import type { Clock, Instant } from "../../../lib/time.ts";
import type { Purses } from "../../agent/purses.ts";
import type { Persona } from "../../personas/persona.ts";
import type { Emit } from "../../events.ts";
import type { Planner } from "../../planning/planner.ts";
import type { Approvals } from "../../policy/approvals/approvals.ts";
import type { Pins } from "../../policy/approvals/pins.ts";
import type { ScannerOptions } from "../../policy/scan/inspect.ts";
import type { ActivityLog } from "../../ports/activity.ts";
import type { Dialogues } from "../../ports/dialogues.ts";
import type { Knobs } from "../../ports/knobs.ts";
import type { McpServers } from "../../ports/mcp.ts";
import type { MemoryKeeper } from "../../memories/keeper.ts";
import type { Memories } from "../../ports/memory.ts";
import type { Menus } from "../../ports/menus.ts";
import type { Messenger } from "../../ports/messenger.ts";
import type { Model } from "../../ports/model.ts";
import type { PullStore } from "../../ports/pulls.ts";
import type { Pulls } from "../../pulls/pulls.ts";
import type { Repositories } from "../../ports/repositories.ts";
import type { Sandbox } from "../../ports/sandbox.ts";
import type {
  ApprovalStore,
  ChatStore,
  InboxStore,
  OutboxStore,
  RepositoryStore,
  StepStore,
  TaskStore,
} from "../../ports/store.ts";
import type { SpendingStore } from "../../ports/spending.ts";
import type { Topics } from "../../ports/topics.ts";
import type { CheckHosts } from "../../tasks/survey.ts";
import type { Levels } from "../../tasks/levels.ts";
import type { TaskRunner } from "../../tasks/runner.ts";
import type { Verdicts } from "../../tasks/verdict.ts";
import type { FileLimits } from "../../attachments/load.ts";
import type { AttachmentShelf, AttachmentStore } from "../../ports/attachments.ts";
import type { Approvers } from "../approvals/approvers.ts";
import type { AlertRules } from "../record/alert-rules.ts";
import type { ChatLevels } from "../settings/chat-levels.ts";
import type { Ci } from "../tasks/ci.ts";
import type { CodingChoices } from "../settings/coding-choices.ts";
import type { Conversations } from "../interview/conversation.ts";
import type { Locales } from "../settings/locales.ts";
import type { ModelChoices } from "../settings/model-choices.ts";
import type { Patience } from "../people/patience.ts";
import type { People } from "../people/people.ts";
import type { TaskTeller } from "../../tasks/teller.ts";
import type { SteeringStore } from "../../ports/steering.ts";
import type { MessageFiles, Transcriber } from "../../ports/speech.ts";
import type { Watches } from "../record/watches.ts";
import type { RepositoryBook } from "../repository-book.ts";

/** What the conversation can call on. */
export type ChatDependencies = {
  readonly activity: ActivityLog;
  readonly attachments: AttachmentStore;
  readonly approvals: Approvals;
  readonly approvalStore: ApprovalStore;
  readonly approvers: Approvers;
  readonly book: RepositoryBook;
  /** The bot's own name on Telegram, for links; null on the local page. */
  readonly botName: () => string | null;
  readonly chats: ChatStore;
  readonly chatLevels: ChatLevels;
  readonly ci: Ci;
  readonly clock: Clock;
  readonly coding: CodingChoices;
  readonly conversations: Conversations;
  /** What drives the interviews. */
  readonly dialogues: Dialogues;
  readonly emit: Emit;
  readonly fileLimits: () => FileLimits;
  readonly files: MessageFiles;
  readonly checkHosts: CheckHosts;
  readonly git: Repositories;
  readonly health: () => Promise<readonly Block[]>;
  readonly inbox: Pick<InboxStore, "get" | "byMessage" | "pending">;
  readonly knobs: Knobs;
  /** How far a task may go now. */
  readonly levels: Levels;
  readonly locales: Locales;
  /** Servers of tools, and what of them the owner approved. */
  readonly mcp: { readonly servers: Pick<McpServers, "list">; readonly pins: Pins };
  readonly memories: Memories;
  readonly memory: MemoryKeeper;
  readonly menus: Menus;
  readonly messenger: Messenger;
  readonly model: Model;
  readonly models: ModelChoices;
  readonly patience: Patience;
  readonly people: People;
  /** What people call somebody; null when nobody knows them. */
  readonly nameOf: (userId: number) => Promise<string | null>;
  readonly maxCostUsd: () => number | null;
  readonly planner: Planner;
  /** Null: no code host is set up. */
  readonly pulls: Pick<Pulls, "get" | "open" | "merge" | "close" | "discarded"> | null;
  readonly pullStore: PullStore;
  readonly purses: Pick<Purses, "today">;
  /** What talk of planning leads to: nothing, an offer, or an interview. */
  readonly planningAuto: () => "off" | "offer" | "start";
  readonly repositories: RepositoryStore;
  readonly outbox: Pick<OutboxStore, "byMessage">;
  readonly rules: AlertRules;
  readonly runner: TaskRunner;
  readonly sandbox: Sandbox;
  /** As the settings are now. */
  readonly scanner: () => ScannerOptions;
  readonly shelf: AttachmentShelf;
  readonly sparks: readonly Persona[];
  readonly spending: Pick<SpendingStore, "spent">;
  /** When the program was started. */
  readonly startedAt: Instant;
  readonly steering: SteeringStore;
  readonly steps: Pick<StepStore, "list">;
  readonly tasks: TaskStore;
  readonly teller: TaskTeller;
  readonly topics: Topics;
  readonly transcriber: Transcriber;
  readonly verdicts: Verdicts;
  readonly watches: Watches;
  /** How long an interview, or an edit begun, waits for its answer. */
  readonly questionExpiryMs: () => number;
  /** Makes `~/x` and relative paths absolute, as the person at the machine means them. */
  readonly resolvePath: (text: string) => string;
};
