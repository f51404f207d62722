import type { CodingWish } from "./coding-clis.ts";
import type { Instant } from "../../lib/time.ts";
import type { Approval, ApprovalState } from "../policy/approvals/approval.ts";
import type { ChatRef, Incoming } from "../incoming.ts";
import type { Event } from "../events.ts";
import type { Origin } from "../policy/taint.ts";
import type { ChatRole, Role } from "../policy/roles.ts";
import type { Level } from "../policy/levels.ts";
import type { ActivityLog } from "./activity.ts";
import type { KnobStore } from "./knobs.ts";
import type { CallMarks, PinStore } from "./pins.ts";
import type { MemoryStore } from "./memory.ts";
import type { PullStore } from "./pulls.ts";
import type { WatchStore } from "./watches.ts";
import type { ChatRoleStore, InvitationStore } from "./people.ts";
import type { SpendingStore } from "./spending.ts";
import type { SteeringStore } from "./steering.ts";
import type { AttachmentStore } from "./attachments.ts";
import type { AlertStore } from "./alerts.ts";
import type { Outgoing } from "./messenger.ts";
import type { ModelMessage, Usage } from "./model.ts";
import type { RunReport } from "../pipelines/pipeline.ts";
import type { Task, TaskId, TaskState } from "../tasks/task.ts";

/**
 * What is kept. Every method is all or nothing, and outlives the process when its promise resolves. It outlives a loss of power then as
 * well, but for what may be done once more without harm: ends of updates, receipts of messages, the record of what happened; what came in
 * and what is to be said does so once `settled` has resolved, which is before it is confirmed to whom it came from and before it is read.
 * All throw Fault store.full when the disk is, store.failed when the database answers with another error; what was stored before stays.
 */
export interface Store {
  readonly inbox: InboxStore;
  readonly outbox: OutboxStore;
  readonly invitations: InvitationStore;
  readonly users: UserStore;
  readonly chatRoles: ChatRoleStore;
  readonly chats: ChatStore;
  readonly repositories: RepositoryStore;
  readonly tasks: TaskStore;
  readonly steps: StepStore;
  readonly steering: SteeringStore;
  readonly attachments: AttachmentStore;
  readonly approvals: ApprovalStore;
  readonly spending: SpendingStore;
  readonly conversations: ConversationStore;
  readonly alerts: AlertStore;
  readonly runs: RunStore;
  readonly knobs: KnobStore;
  readonly pins: PinStore;
  readonly callMarks: CallMarks;
  readonly memories: MemoryStore;
  readonly pulls: PullStore;
  readonly watches: WatchStore;
  readonly activity: ActivityStore;
}

export interface InboxStore {
  /** Keeps updates in their order, all or none; null for one whose (source, sourceId) is known. */
  add(...incomings: readonly Incoming[]): Promise<readonly (InboxRow | null)[]>;
  /** Resolves when what was added before would survive a loss of power. */
  settled(): Promise<void>;
  /** A row, done or not. */
  get(id: number): Promise<InboxRow | null>;
  /** The newest text, command or voice that came as this message. */
  byMessage(chatId: number, messageId: number): Promise<InboxRow | null>;
  /** Rows not yet done, oldest first. */
  pending(): Promise<readonly InboxRow[]>;
  /** It keeps its place: what is asked to be written later outlives the process only with it. The record and receipts have no place. */
  done(id: number, at: Instant): Promise<void>;
}
export type InboxRow = { readonly id: number; readonly incoming: Incoming };

export interface OutboxStore {
  /**
   * Same key: replaces the content and counts `version` up; the same content again changes nothing. A dead row with new
   * content is tried again.
   * @returns the row as it is now
   */
  put(message: Outgoing, at: Instant): Promise<OutboxRow>;
  /** Resolves when what was put before would survive a loss of power. */
  settled(): Promise<void>;
  /** Rows whose content is not fully delivered, in the order in which their keys were first put. */
  due(): Promise<readonly OutboxRow[]>;
  get(key: string): Promise<OutboxRow | null>;
  /** Notes what the chat shows now; `deliveredVersion` null keeps it due. */
  receipt(key: string, receipt: OutboxReceipt): Promise<void>;
  /** The row whose parts include this message, if it is one of ours. */
  byMessage(chatId: number, messageId: number): Promise<OutboxRow | null>;
}
export type OutboxRow = {
  readonly key: string;
  readonly message: Outgoing;
  readonly version: number;
  readonly deliveredVersion: number;
  /** Message ids that stand in the chat for this row, in order: a long text has several. */
  readonly messageIds: readonly number[];
  /** The chat they stand in, which may be another than the message's own; null while there are none. */
  readonly shownIn: number | null;
  /** Why it will not be tried again, or null. */
  readonly dead: string | null;
};
export type OutboxReceipt = {
  readonly messageIds: readonly number[];
  /** Where they stand, when that is not where the parts before stood, or the message's own chat. */
  readonly chatId?: number;
  readonly deliveredVersion: number | null;
  readonly dead: string | null;
};

export type KnownUser = {
  readonly userId: number;
  readonly name: string;
  readonly role: Role;
  readonly since: Instant;
};
export interface UserStore {
  get(userId: number): Promise<KnownUser | null>;
  list(): Promise<readonly KnownUser[]>;
  put(user: KnownUser): Promise<void>;
  remove(userId: number): Promise<void>;
  /** True the first time only: a stranger is refused once, then met with silence. */
  refuseOnce(userId: number, at: Instant): Promise<boolean>;
}
/** `auto`: a rich message where it gains from it; `on`: wherever it fits; `off`: never. */
export type RichWish = "auto" | "on" | "off";
export interface ChatStore {
  list(): Promise<readonly ChatSettings[]>;
  /** The chat's own settings; `repositoryId` is the one its goals mean when they name none. */
  get(chatId: number): Promise<ChatSettings | null>;
  /** What is left out of the optional ones stays as it was. */
  put(settings: ChatSettings): Promise<void>;
  /** A chat in which only this person reads: where to tell them things. */
  privateChatOf(userId: number): Promise<ChatRef | null>;
  /** Everything that is kept of one chat is another's from now on; settings that the other has already stay. */
  move(fromChatId: number, toChatId: number): Promise<void>;
}
type ChatSettings = {
  readonly chatId: number;
  readonly kind: "private" | "group";
  readonly ownerId: number;
  readonly title: string;
  readonly repositoryId: number | null;
  /** The model asked for in this chat; absent or null: the usual one. */
  readonly model?: string | null;
  /** What everyone in a group may do; absent or null: only those who are known may do anything. */
  readonly everyone?: ChatRole | null;
  /** Rich messages; absent or null: as the settings say. */
  readonly rich?: RichWish | null;
  /** How dates and numbers are written; absent or null: the usual way. A BCP 47 tag, and an IANA zone. */
  readonly locale?: string | null;
  readonly zone?: string | null;
  /** The language of the person's client, as a BCP 47 tag. */
  readonly language?: string | null;
  /** How far work that was asked for here may go by itself, at most; absent or null: as far as the others allow. */
  readonly level?: Level | null;
  /** Which coding CLI its tasks use; absent or null: as the settings say. */
  readonly coding?: CodingWish | null;
};

export type Repository = {
  readonly id: number;
  /** Unique, what people say: `sample`. `[a-z0-9][a-z0-9._-]{0,39}` */
  readonly name: string;
  /** Absolute path or git URL without credentials. */
  readonly source: string;
  readonly mirrorId: string;
  readonly addedAt: Instant;
  /** How far work on it may go by itself, at most; null: as far as the others allow. */
  readonly level: Level | null;
};
export interface RepositoryStore {
  list(): Promise<readonly Repository[]>;
  get(id: number): Promise<Repository | null>;
  add(repository: Omit<Repository, "id" | "level">): Promise<Repository>;
  setLevel(id: number, level: Level | null): Promise<void>;
  remove(id: number): Promise<void>;
}

export interface TaskStore {
  /** The task of the same `origin` is returned as it stands when there is one already. */
  add(task: Omit<Task, "id">): Promise<Task>;
  get(id: TaskId): Promise<Task | null>;
  byOrigin(origin: string): Promise<Task | null>;
  /** Newest first. */
  list(options: {
    limit: number;
    states?: readonly TaskState["kind"][];
    chatId?: number;
    /** Only those with a smaller number. */
    before?: TaskId;
  }): Promise<readonly Task[]>;
  /**
   * Moves a task on if its state still is of kind `from`; the whole task is replaced.
   * @returns false when somebody else moved it first: nothing was changed
   */
  move(task: Task, from: TaskState["kind"], fence?: Fence): Promise<boolean>;
  /** Takes the oldest queued task, or a running one whose lease is over, for `holder` until `until`. */
  claim(
    holder: string,
    now: Instant,
    options: {
      readonly until: Instant;
      /** A queued task of somebody with so many at work waits for one of them to end. */
      readonly perPerson?: number;
    },
  ): Promise<{ task: Task; fence: Fence } | null>;
  /** Keeps a claim alive; false when it was lost. */
  heartbeat(fence: Fence, until: Instant): Promise<boolean>;
  /** Gives up all leases of other holders: called once at start, when the home's lock proves they are dead. */
  releaseOthers(holder: string): Promise<number>;
}
/** Proof of a claim. A worker with an old fence changes nothing. */
export type Fence = { readonly taskId: TaskId; readonly holder: string; readonly token: number };

/** The journal of a task's conversation with its model: what was asked, answered, and called, each written before the next begins. */
export interface StepStore {
  /** Appends at `index` (from 0, no gaps); the same index again is refused with a plain Error. */
  append(step: Step): Promise<void>;
  list(taskId: TaskId): Promise<readonly Step[]>;
  /** Where the texts came from that its models were given, each once, in the order they first came. */
  origins(taskId: TaskId): Promise<readonly Origin[]>;
  clear(taskId: TaskId): Promise<void>;
}
export type Step = {
  readonly taskId: TaskId;
  readonly index: number;
  readonly at: Instant;
  /** What joins the conversation: an assistant turn with its calls, or the answer to one call. */
  readonly message: ModelMessage;
  /** Of an assistant turn. */
  readonly usage: Usage | null;
  /** Of a tool's answer: the workspace afterwards, as a commit in the mirror, when the call changed it. */
  readonly snapshot: string | null;
  /** Of what a person said meanwhile: its id. Once it stands here it was taken up. */
  readonly steering?: number;
  /** Of a part that another spark did: after how many answered calls of the task's own it was handed over. Below 0: of no conversation. */
  readonly part?: number;
  /** Whose words it is, where that is another than the one whose role it has. */
  readonly origin?: Origin;
  /** What in that text reads like orders, and what was read, for people. */
  readonly found?: string;
};

export interface ApprovalStore {
  /**
   * Asks, or returns the approval of the same task, cause and hash that is pending, approved or denied. An open one of the same cause
   * with another hash is moved to void in the same transaction.
   */
  ask(
    question: Omit<Approval, "id" | "state">,
    ifChanged: { readonly at: Instant; readonly why: string },
  ): Promise<{ readonly approval: Approval; readonly voided: readonly Approval[] }>;
  get(id: number): Promise<Approval | null>;
  /** Oldest first. */
  pending(): Promise<readonly Approval[]>;
  /** Newest first. */
  list(options: {
    taskId?: number;
    states?: readonly ApprovalState["kind"][];
    limit: number;
  }): Promise<readonly Approval[]>;
  /** Moves from one state to another, once. @returns false when it was not in `from` any more */
  move(id: number, from: ApprovalState["kind"], to: ApprovalState): Promise<boolean>;
}

/** State of an interview or of a half-said thing, one per person and chat; a JSON value with its version. */
export interface ConversationStore {
  get(chatId: number, userId: number): Promise<unknown>;
  list(): Promise<readonly { readonly chatId: number; readonly userId: number; readonly state: unknown }[]>;
  put(chatId: number, userId: number, state: unknown, at: Instant): Promise<void>;
  remove(chatId: number, userId: number): Promise<void>;
}

export interface RunStore {
  add(run: { repositoryId: number; commit: string; at: Instant }): Promise<number>;
  finish(id: number, report: RunReport, at: Instant): Promise<void>;
  get(id: number): Promise<{ id: number; repositoryId: number; commit: string; report: RunReport | null } | null>;
}

/** The record of what happened: appended to, pruned at its old end, and never changed. */
export interface ActivityStore extends Omit<ActivityLog, "subscribe"> {
  /** Keeps all in their order, or none. */
  append(entries: readonly { readonly event: Event; readonly at: Instant }[]): Promise<void>;
  /** Removes the oldest rows: those from before `before`, and as many as make the rest smaller than `maxBytes`. @returns how many */
  prune(limits: { readonly before: Instant; readonly maxBytes: number }): Promise<number>;
  /** Follows the hashes over all rows. */
  verify(): Promise<Verified>;
}
export type Verified =
  | { readonly kind: "whole"; readonly rows: number; readonly from: number; readonly hash: string }
  | { readonly kind: "broken"; readonly id: number; readonly what: string };
