import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import type { Store } from "../core/ports/store.ts";
import { createAccess, toFault } from "./access.ts";
import type { Access } from "./access.ts";
import { createActivityStore } from "./activity-store.ts";
import { createAlertStore } from "./alert-store.ts";
import { createAttachmentStore } from "./attachment-store.ts";
import { createApprovalStore } from "./approval-store.ts";
import { createSpendingStore } from "./spending-store.ts";
import { createChatRoleStore } from "./chat-role-store.ts";
import { createChatStore } from "./chat-store.ts";
import { createConversationStore } from "./conversation-store.ts";
import { createInboxStore } from "./inbox-store.ts";
import { createMemoryStore } from "./memory-store.ts";
import { migrate } from "./migrate.ts";
import { MIGRATIONS } from "./migrations/all.ts";
import type { Migration } from "./migrations/migration.ts";
import { createInvitationStore } from "./invitation-store.ts";
import { createKnobStore } from "./knob-store.ts";
import { createOutboxStore } from "./outbox-store.ts";
import { createPullStore } from "./pull-store.ts";
import { createCallMarks, createPinStore } from "./pin-store.ts";
import { createRepositoryStore } from "./repository-store.ts";
import { createReserve } from "./reserve.ts";
import { createRunStore } from "./run-store.ts";
import { createSteeringStore } from "./steering-store.ts";
import { createStepStore } from "./step-store.ts";
import { createTaskStore } from "./task-store.ts";
import { createWatchStore } from "./watch-store.ts";
import { createUserStore } from "./user-store.ts";

const BUSY_TIMEOUT_MS = 5000;
const BACKUPS = 3;
/** Of 4 KiB. */
const LOG_PAGES = 4000;

export type StoreOptions = {
  /** A file, whose folder is made when it is missing, or ":memory:". */
  readonly path: string;
  /** How many copies from before a migration are kept beside the database. */
  readonly backups?: number;
  readonly migrations?: readonly Migration[];
  /** Takes secrets out of every text before it is kept or compared; absent: texts are kept as they are. */
  readonly redact?: (text: string) => string;
};

export type OpenStore = Store &
  AsyncDisposable & {
    /** Looks the whole database over: "ok", or what is wrong. Blocks for as long as that takes. */
    check(): string;
  };
/**
 * Opens the database and brings its schema up to date. Closing it is the caller's.
 * @throws Fault store.newer, store.full, store.failed
 */
export async function openStore({
  path,
  backups = BACKUPS,
  migrations = MIGRATIONS,
  redact = (text) => text,
}: StoreOptions): Promise<OpenStore> {
  let connection: Database.Database | undefined;
  try {
    if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
    connection = new Database(path);
    configure(connection);
    migrate(connection, { path, migrations, backups });
  } catch (error) {
    connection?.close();
    throw toFault(path, error);
  }
  const reserve = createReserve(path);
  const access = createAccess(connection, { path, onFull: () => reserve.release(), redact });
  const open = connection;
  return {
    ...createStores(access),
    check: () => String(open.pragma("quick_check", { simple: true })),
    [Symbol.asyncDispose]: async () => access.close(),
  };
}
function configure(connection: Database.Database): void {
  connection.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  connection.pragma("journal_mode = WAL");
  // A commit is in the log file when it returns; whoever needs more waits until it has settled.
  connection.pragma("synchronous = NORMAL");
  // The same pages are written again and again, so a longer log costs fewer writes to the file itself, for which the main thread waits.
  connection.pragma(`wal_autocheckpoint = ${LOG_PAGES}`);
  // What is deleted is overwritten, and not only forgotten about.
  connection.pragma("secure_delete = ON");
  connection.pragma("foreign_keys = ON");
  connection.pragma("trusted_schema = OFF");
}
function createStores(access: Access): Store {
  const chatRoles = createChatRoleStore(access);
  return {
    inbox: createInboxStore(access),
    outbox: createOutboxStore(access),
    invitations: createInvitationStore(access),
    users: createUserStore(access),
    chatRoles,
    chats: createChatStore(access, { moved: chatRoles.forget }),
    repositories: createRepositoryStore(access),
    tasks: createTaskStore(access),
    steps: createStepStore(access),
    steering: createSteeringStore(access),
    attachments: createAttachmentStore(access),
    approvals: createApprovalStore(access),
    spending: createSpendingStore(access),
    conversations: createConversationStore(access),
    alerts: createAlertStore(access),
    runs: createRunStore(access),
    knobs: createKnobStore(access),
    pins: createPinStore(access),
    callMarks: createCallMarks(access),
    memories: createMemoryStore(access),
    pulls: createPullStore(access),
    watches: createWatchStore(access),
    activity: createActivityStore(access),
  };
}
