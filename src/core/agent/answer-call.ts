import { lastLines } from "../../lib/last-lines.ts";
import type { Instant } from "../../lib/time.ts";
import type { ToolCall } from "../ports/model.ts";
import { failed } from "../tools/answer.ts";
import type { Halt, PartWish, PreparedCall, ToolAnswer } from "../tools/tool.ts";
import { originOf } from "../policy/decide.ts";
import { denialText } from "./denials.ts";
import type { Permission } from "./gate.ts";
import { surfaceOf } from "./inspect-answer.ts";
import { withFindings } from "./found-so-far.ts";
import { tellFindings } from "../policy/scan/inspect.ts";
import { type AgentEnd, type AgentJob, bySpark, report, type Run } from "./job.ts";
import type { Conversation } from "./journal.ts";
import { guardLoop, type LoopVerdict } from "./loop-guard.ts";
import { createOutsource, goOnWithout, type Handing } from "./outsource.ts";

/** Answers the oldest open call, and keeps what it changed, in one entry of the journal. */
export async function answerCall(call: ToolCall, talk: Conversation, run: Run): Promise<AgentEnd | null> {
  const { deps } = run;
  const verdict = guardLoop(call, talk.commit, talk.recent);
  if (verdict.kind === "end") return { kind: "gave-up", over: "repetition", summary: withFindings(verdict.text, talk) };
  const startedAt = deps.clock.now();
  report(deps, { tool: call.name, since: startedAt, lastLines: [] });
  const outsource = createOutsource({ name: call.name, at: talk.answered.length }, run);
  const done = await resolveCall(call, { verdict, talk, startedAt, outsource }, run);
  // What a stop cut off is no answer: the call is made again when the work goes on.
  if (done === "stopped" || run.job.signal.aborted) return { kind: "stopped" };
  if ("kind" in done) return done;
  const text = verdict.kind === "warn" ? `${done.answer.text}\n\n${verdict.text}` : done.answer.text;
  await deps.journal.append({
    message: { role: "tool", callId: call.id, name: call.name, text },
    snapshot: done.commit,
    ...(done.answer.origin === undefined ? {} : { origin: done.answer.origin }),
    ...(done.answer.found === undefined ? {} : { found: done.answer.found }),
    ...(done.answer.spent === undefined ? {} : { usage: done.answer.spent.usage }),
  });
  if (done.answer.spent !== undefined) tellSpent(done.answer.spent, startedAt, run);
  deps.emit({
    kind: "tool.called",
    taskId: run.job.taskId,
    tool: call.name,
    ...bySpark(run.job),
    decision: done.decision,
    outcome: done.answer.ok ? "ok" : "failed",
    ms: deps.clock.now() - startedAt,
    arguments: shownArguments(call),
    result: shown(text),
  });
  return goOnWithout(outsource, call, run);
}

function tellSpent(
  { purpose, model, usage }: NonNullable<ToolAnswer["spent"]>,
  startedAt: Instant,
  { job: { taskId }, deps }: Run,
): void {
  deps.emit({ kind: "model.called", taskId, purpose, model, ...usage, ms: deps.clock.now() - startedAt });
}

type Resolved = { readonly answer: ToolAnswer; readonly decision: string; readonly commit: string | null };
type Situation = {
  readonly verdict: LoopVerdict;
  readonly talk: Conversation;
  readonly startedAt: Instant;
  readonly outsource: Handing;
};

type Unresolved = "stopped" | Exclude<Halt, { kind: "stopped" }>;
async function resolveCall(call: ToolCall, situation: Situation, run: Run): Promise<Resolved | Unresolved> {
  const { verdict, talk } = situation;
  if (talk.finished !== null) return refused("not run: finish was called before it.", "after-finish");
  if (verdict.kind === "block") return refused(verdict.text, "repeated");
  const prepared = run.deps.toolbox.prepare(call);
  if (prepared.kind === "refused") return { answer: prepared.answer, decision: "invalid", commit: null };
  const permission = await askGate(prepared.call, talk, run);
  if (permission.kind === "stopped") return "stopped";
  if (permission.kind === "waiting") return permission;
  if (permission.kind === "no")
    return refused(denialText(permission.by, permission.why, permission.words), `denied by ${permission.by}`);
  const told = await runTool(prepared.call, permission, {
    call,
    at: talk.answered.length,
    commit: talk.commit,
    startedAt: situation.startedAt,
    outsource: situation.outsource,
    run,
  });
  if (run.job.signal.aborted) return "stopped";
  if (told.halt !== undefined) return told.halt.kind === "stopped" ? "stopped" : told.halt;
  const reads = told.origin ?? originOf(prepared.call.intent, permission.network);
  const answer = inspected({ ...told, origin: reads }, prepared.call, run);
  return { decision: permission.how, ...(await keepChange(prepared.call, answer, run)) };
}
function refused(text: string, decision: string): Resolved {
  return { answer: failed(text), decision, commit: null };
}

async function askGate(prepared: PreparedCall, talk: Conversation, { job, deps, worked }: Run): Promise<Permission> {
  const askedAt = deps.clock.now();
  const cause = causeOf(talk.answered.length, job);
  const permission = await deps.gate({ prepared, commit: talk.commit, cause }, job.signal);
  worked.waitedMs += deps.clock.now() - askedAt;
  return permission;
}

/** What a tool read may be an order of a stranger: the model is warned of it, or does not get it. */
function inspected(told: ToolAnswer, { intent }: PreparedCall, { job, deps }: Run): ToolAnswer {
  const { answer, inspection } = deps.inspect(told, intent);
  const { action, result } = inspection;
  if (action === "pass") return answer;
  deps.emit({
    kind: "prompt.flagged",
    surface: surfaceOf(intent.effect) ?? "tool-result",
    score: result.score,
    rules: result.findings.map(({ rule }) => rule),
    why: tellFindings(result),
    action: action === "withhold" ? "withheld" : "warned",
    excerpt: result.findings[0]?.excerpt ?? "",
    taskId: job.taskId,
    tool: intent.tool,
  });
  return answer;
}

/** Where it stands in the task's journal: made again after a crash it stands there again. */
function causeOf(at: number, { part }: AgentJob): string {
  return part === undefined ? `call:${at}` : `call:${part.at}:part:${at}`;
}

const SHOWN_LINES = 5;
type Calling = {
  readonly call: ToolCall;
  readonly at: number;
  readonly commit: string;
  readonly startedAt: Instant;
  readonly outsource: Handing;
  readonly run: Run;
};
async function runTool(
  prepared: PreparedCall,
  { network, answer }: Extract<Permission, { kind: "go" }>,
  { call, at, commit, startedAt, outsource, run }: Calling,
): Promise<ToolAnswer> {
  const { job, deps } = run;
  let tail = "";
  function onOutput(text: string): void {
    tail = lastLines(tail + text, SHOWN_LINES).join("\n");
    report(deps, { tool: call.name, since: startedAt, lastLines: lastLines(tail, SHOWN_LINES) });
  }
  const { bench } = deps;
  const context = {
    signal: job.signal,
    cause: `task:${job.taskId}:${causeOf(at, job)}`,
    commit,
    work: deps.work,
    runChecks: bench.runChecks.bind(bench),
    onOutput,
    ...(job.part === undefined ? { delegate: (wish: PartWish) => run.runPart(wish, at) } : {}),
    outsource,
    ...(answer === undefined ? {} : { answer }),
  };
  if (network === "none") return prepared.run({ ...context, session: bench.session });
  // Checks have what is granted to them, each in a sandbox of its own.
  if (prepared.intent.checks !== undefined) return prepared.run({ ...context, session: bench.session });
  return bench.online(network, (session) => prepared.run({ ...context, session }), job.signal);
}

/** A finished work is looked at as well: a change that cannot be kept must not be handed over as if it were. */
async function keepChange(
  { mutates }: PreparedCall,
  answer: ToolAnswer,
  { job, deps }: Run,
): Promise<{ answer: ToolAnswer; commit: string | null }> {
  if (!mutates && answer.end === undefined) return { answer, commit: null };
  const kept = await deps.bench.snapshot(job.signal);
  // What was kept meanwhile, of a part or of what was held, may have been taken back since.
  if (kept.kind === "kept") return { answer, commit: kept.commit === deps.journal.read().commit ? null : kept.commit };
  const problem = `The workspace cannot be kept as it is now: ${kept.reason}. Take that back, or it is lost.`;
  return {
    answer: answer.end === undefined ? { ...answer, text: `${answer.text}\n\n${problem}` } : failed(problem),
    commit: null,
  };
}

/** Of arguments and of results, in the record. */
const SHOWN = 2000;
function shownArguments(call: ToolCall): string {
  return shown(call.kind === "parsed" ? JSON.stringify(call.arguments) : call.raw);
}
function shown(text: string): string {
  if (text.length <= SHOWN) return text;
  return `${text.slice(0, SHOWN).toWellFormed()}… (${text.length - SHOWN} characters more)`;
}
