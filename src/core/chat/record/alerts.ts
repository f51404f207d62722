import { bold, code, italic, paragraph, type Block } from "../../../lib/blocks.ts";
import { formatSpan } from "../../../lib/span.ts";
import { instant, MINUTE_MS, type Clock, type Instant } from "../../../lib/time.ts";
import { judgeMatch, looksBack, matcherOf, type Match, type Matcher } from "../../activity/alert.ts";
import { readRows } from "../../activity/read-rows.ts";
import { rowLine } from "../../activity/view.ts";
import type { Emit } from "../../events.ts";
import type { ActivityLog, ActivityRow } from "../../ports/activity.ts";
import type { AlertRule, AlertStore, Severity } from "../../ports/alerts.ts";
import type { Messenger } from "../../ports/messenger.ts";
import { repeat } from "../../../lib/repeat.ts";

/** Watches all that happens with the rules people made, and tells their chats. */
export interface Alerts extends AsyncDisposable {
  /** Goes on after the last row that was looked at before the last end. */
  start(): Promise<void>;
  /** Rules were added, changed or removed. */
  reload(): Promise<void>;
  /** Resolves when what has happened so far was looked at. */
  idle(): Promise<void>;
}
export type AlertsDependencies = {
  readonly activity: ActivityLog;
  readonly store: AlertStore;
  readonly messenger: Messenger;
  readonly clock: Clock;
  readonly emit: Emit;
  /** Whether alerts are posted to a webhook as well. */
  readonly hooks: boolean;
};
type Live = { rule: AlertRule; readonly matches: Matcher; readonly earlier: Match[] };
const CURSOR_EVERY = 20;
const SIGNS: Readonly<Record<Severity, string>> = { info: "🔔", warning: "⚠️", critical: "🚨" };

export function createAlerts(deps: AlertsDependencies): Alerts {
  const { activity, store, emit } = deps;
  let live: Live[] = [];
  let work: Promise<void> = Promise.resolve();
  let subscription: Disposable | null = null;
  let started = false;
  async function reload(): Promise<void> {
    const before = new Map(live.map((one) => [one.rule.id, one.earlier]));
    const rules = (await store.list()).filter((rule) => rule.enabled);
    live = rules.map((rule) => ({ rule, matches: matcherOf(rule), earlier: before.get(rule.id) ?? [] }));
    if (!started) return;
    if (live.length === 0) {
      subscription?.[Symbol.dispose]();
      subscription = null;
    } else if (subscription === null) {
      // A new rule is about what comes: a later start must not begin where the last rules ended.
      const newest = await newestRow();
      await store.setCursor(newest);
      subscription ??= subscribe(newest);
    }
  }
  async function newestRow(): Promise<number> {
    return (await activity.read({ limit: 1 })).at(-1)?.id ?? 0;
  }
  /** What matched before the last end, up to that row, and still counts. */
  async function remember(upTo: number): Promise<void> {
    const looking = live.filter(({ rule }) => looksBack(rule));
    if (looking.length === 0) return;
    const now = deps.clock.now();
    const longest = Math.max(...looking.map(({ rule }) => rule.windowMs));
    const rows = await readRows(activity, { since: instant(now - longest) });
    for (const { rule, matches, earlier } of looking)
      for (const row of rows) {
        const weight = row.id <= upTo && row.at >= now - rule.windowMs ? matches(row) : null;
        if (weight !== null) earlier.push({ at: row.at, weight });
      }
  }
  /** Without rules nothing is looked at, and nothing is read for it. */
  function subscribe(after: number): Disposable {
    return activity.subscribe(
      (row) => {
        work = work
          .then(() => look(row))
          .catch((error: unknown) =>
            emit({ kind: "fault", doing: "looking for alerts", code: "alerts", detail: String(error) }),
          );
      },
      { after },
    );
  }
  async function look(row: ActivityRow): Promise<void> {
    for (const one of live) {
      const weight = one.matches(row);
      if (weight === null) continue;
      const verdict = judgeMatch(one.rule, one.earlier, { at: row.at, weight });
      one.earlier.push({ at: row.at, weight });
      while ((one.earlier[0]?.at ?? row.at) <= row.at - one.rule.windowMs) one.earlier.shift();
      if (verdict === "fires")
        one.rule = await fire(deps, one.rule, {
          row,
          matched: one.earlier.reduce((sum, each) => sum + each.weight, 0),
        });
      if (verdict === "held-back") {
        one.rule = { ...one.rule, heldBack: one.rule.heldBack + 1 };
        await store.put(one.rule);
      }
    }
    // Looked at once more after a crash, a row tells nothing twice: messages are named after rule and row.
    if (row.id % CURSOR_EVERY === 0) await store.setCursor(row.id);
  }
  return {
    reload,
    async start() {
      await reload();
      started = true;
      if (live.length === 0) return;
      const after = (await store.cursor()) ?? (await newestRow());
      await remember(after);
      subscription = subscribe(after);
    },
    async idle() {
      await work;
    },
    async [Symbol.asyncDispose]() {
      subscription?.[Symbol.dispose]();
      await work;
    },
  };
}
/** Told once for a row, over crashes: the message is named after rule and row. */
async function fire(
  { messenger, store, emit, hooks, clock }: AlertsDependencies,
  rule: AlertRule,
  { row, matched }: { row: ActivityRow; matched: number },
): Promise<AlertRule> {
  const key = `alert:${rule.id}:${row.id}`;
  for (const chatId of [rule.chatId, ...(rule.alsoTo ?? [])]) {
    const isOwn = chatId === rule.chatId;
    await messenger.put({
      key: isOwn ? key : `${key}:to:${chatId}`,
      chat: { chatId, threadId: null },
      anchor: `${SIGNS[rule.severity]} ${rule.name}`,
      silent: rule.severity === "info",
      blocks: alertBlocks(rule, { row, matched, isOwn }),
    });
  }
  if (hooks) await store.addHook(key, hookBody(rule, row), clock.now());
  emit({
    kind: "alert.fired",
    ruleId: rule.id,
    name: rule.name,
    severity: rule.severity,
    rowId: row.id,
    chatId: rule.chatId,
  });
  const fired = { ...rule, lastFiredAt: row.at, heldBack: 0 };
  await store.put(fired);
  return fired;
}
function alertBlocks(
  { id, name, severity, count, windowMs, match, heldBack }: AlertRule,
  { row, matched, isOwn }: { row: ActivityRow; matched: number; isOwn: boolean },
): readonly Block[] {
  const over =
    match.sum === true
      ? `: ${Number(matched.toPrecision(4))} in ${formatSpan(windowMs)}, more than ${match.text}; the last:`
      : count > 1
        ? `: ${matched} in ${formatSpan(windowMs)}, the last:`
        : ":";
  return [
    paragraph(`${SIGNS[severity]} `, bold(name), over),
    paragraph(...rowLine(row)),
    paragraph(
      "Rule ",
      code(String(id)),
      ` (${severity}); `,
      ...(isOwn ? [code(`/alerts off ${id}`), " ends it."] : ["it was made in another chat."]),
      ...(heldBack === 0 ? [] : [italic(` ${heldBack} more were held back since the last time.`)]),
    ),
  ];
}
function hookBody({ id, name, severity }: AlertRule, row: ActivityRow): string {
  return JSON.stringify({
    rule: { id, name, severity },
    firedAt: new Date(row.at).toISOString(),
    row: { id: row.id, kind: row.event.kind, summary: row.summary },
  });
}
export type HookPost = (body: string, signal: AbortSignal) => Promise<boolean>;
/** Tries again after 1, 2, 4 … minutes; given up after a day. */
const MOST_ATTEMPTS = 11;
/** Posts what is due, until it is closed. */
export function startHooks(deps: {
  readonly store: AlertStore;
  readonly clock: Clock;
  readonly emit: Emit;
  readonly post: HookPost;
}): AsyncDisposable {
  async function round(signal: AbortSignal): Promise<void> {
    for (const { key, body, attempts } of await deps.store.dueHooks(deps.clock.now())) {
      if (await deps.post(body, signal)) await deps.store.retryHook(key, null);
      else if (attempts + 1 >= MOST_ATTEMPTS) {
        deps.emit({ kind: "fault", doing: "posting an alert", code: "alerts.webhook", detail: `${key} was given up` });
        await deps.store.retryHook(key, null);
      } else await deps.store.retryHook(key, later(deps.clock.now(), attempts));
    }
  }
  return repeat(round, {
    everyMs: EVERY_MS,
    clock: deps.clock,
    failed: (error) =>
      deps.emit({ kind: "fault", doing: "posting alerts", code: "alerts.webhook", detail: String(error) }),
  });
}
const EVERY_MS = 2000;
function later(now: Instant, attempts: number): Instant {
  return instant(now + MINUTE_MS * 2 ** attempts);
}
