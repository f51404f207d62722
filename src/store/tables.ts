import type { ChatRole, Role } from "../core/policy/roles.ts";
import type { Level } from "../core/policy/levels.ts";
import type { Generated } from "kysely";

/** Rows as SQLite holds them; `content` and `report` are JSON that a schema checks on the way out. Times are milliseconds. */
export type Tables = {
  pulls: { task_id: number; content: string; under_way: number };
  inbox: { id: Generated<number>; source: string; source_id: string; content: string; done_at: number | null };
  outbox: {
    id: Generated<number>;
    key: string;
    content: string;
    version: number;
    delivered_version: number;
    dead: string | null;
    put_at: number;
  };
  outbox_parts: { outbox_id: number; position: number; chat_id: number; message_id: number };
  users: { user_id: number; name: string; role: Role; since: number };
  invitations: { hash: string; role: Role; invited_by: number; expires_at: number };
  chat_roles: { chat_id: number; user_id: number; name: string; role: ChatRole | "nobody"; since: number };
  strangers: { user_id: number; refused_at: number };
  repositories: {
    id: Generated<number>;
    name: string;
    source: string;
    mirror_id: string;
    added_at: number;
    level: Level | null;
  };
  chats: {
    chat_id: number;
    kind: "private" | "group";
    owner_id: number;
    title: string;
    repository_id: number | null;
    model: string | null;
    everyone: ChatRole | null;
    rich: "auto" | "on" | "off" | null;
    locale: string | null;
    zone: string | null;
    language: string | null;
    level: Level | null;
    /** JSON of a CodingWish. */
    coding: string | null;
  };
  tasks: {
    id: Generated<number>;
    origin: string;
    state: string;
    chat_id: number | null;
    /** Set while the task is queued, for the order of the queue. */
    queued_at: number | null;
    content: string;
    lease_holder: string | null;
    lease_until: number | null;
    /** Counts claims up, so that an old claim is never mistaken for a new one. */
    lease_token: Generated<number>;
  };
  attachments: {
    id: Generated<number>;
    row_id: number;
    chat_id: number;
    user_id: number;
    message_id: number;
    album: string | null;
    /** The message that acts for the whole album. */
    lead_row: Generated<number | null>;
    received_at: number;
    file: string;
    note: string | null;
    content: Generated<string | null>;
    hash: Generated<string | null>;
    bytes: Generated<number | null>;
  };
  task_files: {
    position: Generated<number>;
    task_id: number;
    attachment_id: number;
    name: string;
    given_by: number | null;
  };
  alert_rules: { id: Generated<number>; content: string };
  alert_cursor: { only: number; row_id: number };
  alert_hooks: { key: string; body: string; attempts: number; next_at: number };
  steering: {
    id: Generated<number>;
    task_id: number;
    row_id: number;
    name: string;
    text: string;
    said_at: number;
    origin: "forwarded" | null;
  };
  steps: { task_id: number; position: number; content: string };
  approvals: { id: Generated<number>; task_id: number; hash: string; cause: string; state: string; content: string };
  spending: {
    id: Generated<number>;
    task_id: number | null;
    spark: string | null;
    purpose: string;
    at: number;
    reserved_micro_usd: number;
    spent_micro_usd: number | null;
  };
  conversations: { chat_id: number; user_id: number; content: string; changed_at: number };
  runs: {
    id: Generated<number>;
    repository_id: number;
    commit_hash: string;
    started_at: number;
    ended_at: number | null;
    report: string | null;
  };
  mcp_pins: { id: Generated<number>; server: string; hash: string; content: string };
  mcp_calls: { cause: string; at: number };
  memories: {
    id: Generated<number>;
    chat_id: number | null;
    repository_id: number | null;
    shared: 0 | 1;
    fingerprint: string;
    /** What saved it last. */
    cause: string;
    by_person: 0 | 1;
    saved_at: number;
    saves: number;
    uses: number;
    used_at: number | null;
    forgotten_at: number | null;
    content: string;
  };
  /** FTS5 without content: `rowid` is the memory's id. */
  memory_words: { rowid: number; words: string };
  watches: {
    chat_id: number;
    thread_id: number | null;
    row_id: number;
    until_at: number;
    words: string;
    after_id: number;
    seen: number;
  };
  knobs: { key: string; value: string; set_by: number; set_at: number };
  activity: {
    id: number;
    at: number;
    kind: string;
    chat_id: number | null;
    user_id: number | null;
    task_id: number | null;
    run_id: number | null;
    spark: string | null;
    tool: string | null;
    summary: string;
    content: string;
    hash: string;
  };
  /** One row: where the chain begins (what was pruned before it) and ends, and how many bytes lie between. */
  activity_ends: {
    only: number;
    first_id: number;
    first_hash: string;
    last_id: number;
    last_hash: string;
    bytes: number;
  };
  /** FTS5 without content: `rowid` is the row's id. */
  activity_words: { rowid: number; words: string };
};
