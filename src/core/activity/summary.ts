import type { Event } from "../events.ts";
import { cutText } from "../../lib/cut-text.ts";

const MOST = 300;

/** What happened, in one line for people; at most 300 characters. */
export function summaryOf(event: Event): string {
  return cutText(describe(event).replaceAll(/\s+/g, " ").trim(), MOST);
}
function describe(event: Event): string {
  switch (event.kind) {
    case "app.started":
      return `started in ${event.readyMs} ms; sandbox ${event.sandbox}, model ${event.model}`;
    case "app.stopped":
      return "stopped";
    case "app.recovered":
      return `took up ${event.tasks} tasks and ${event.inbox} messages; removed ${event.removedSandboxes} sandboxes`;
    case "update.received":
      return `${event.name}: ${event.text === "" ? event.what : event.text}`;
    case "update.handled":
      return `handled in ${event.ms} ms`;
    case "stranger.refused":
      return `refused a stranger, ${event.userId}`;
    case "user.paired":
      return `${event.userId} was let in as ${event.role}`;
    case "person.changed":
      return `${event.userId === 0 ? "people" : event.userId}: ${event.change}, by ${event.byName}`;
    case "repository.added":
      return `repository ${event.name} from ${event.source}`;
    case "repository.removed":
      return `repository ${event.name} removed`;
    case "plan.made":
      return `plan ${event.version} of task ${event.taskId}: ${event.title}`;
    case "plan.approved":
      return `${event.name} approved the plan of task ${event.taskId}`;
    case "undone":
      return `${event.name} took back: ${event.what}`;
    case "task.created":
      return `task ${event.taskId}: ${event.goal}`;
    case "task.started":
      return `task ${event.taskId} began`;
    case "task.phase":
      return `task ${event.taskId}: ${event.phase}`;
    case "task.interrupted":
      return `task ${event.taskId} interrupted: ${event.reason}`;
    case "task.resumed":
      return `task ${event.taskId} goes on: ${event.phase}`;
    case "task.ended":
      return `task ${event.taskId} ended: ${event.outcome}${event.because === "" ? "" : `, ${event.because}`}`;
    case "task.applied":
      return `task ${event.taskId} applied as ${event.branch} by ${event.by}`;
    case "task.rolled-back":
      return `task ${event.taskId}: branch ${event.branch} removed again by ${event.by}`;
    case "task.discarded":
      return `task ${event.taskId} discarded by ${event.by}`;
    case "branch.pushed":
      return `task ${event.taskId}: ${event.branch} pushed to ${event.slug} at ${event.commit.slice(0, 12)}`;
    case "pull.opened":
      return `task ${event.taskId}: pull request ${event.number} of ${event.slug} opened by ${event.by}`;
    case "pull.merged":
      return `task ${event.taskId}: pull request ${event.number} of ${event.slug} merged by ${event.by}`;
    case "model.called":
      return `${event.model} for ${event.purpose}: ${event.inputTokens} + ${event.outputTokens} tokens in ${event.ms} ms`;
    case "model.retried":
      return `${event.model}: ${event.fault}, tried again after ${event.waitMs} ms`;
    case "model.fell-back":
      return `${event.from} could not (${event.fault}), ${event.to} stands in`;
    case "tool.called":
      return `${event.spark === undefined ? "" : `${event.spark}: `}${event.tool} ${event.outcome}, ${event.decision}: ${event.arguments}`;
    case "approval.asked":
      return `asked about ${event.action}: ${event.reason}`;
    case "approval.decided":
      return `approval ${event.approvalId} ${event.decision} by ${event.by}`;
    case "setting.changed":
      return `${event.key}: ${event.from} → ${event.to} by ${event.byName}`;
    case "feedback.given":
      return `${event.name} wants ${event.wish} like ${event.key}`;
    case "mcp.server":
      return `server ${event.server}: ${event.state}${event.why === "" ? "" : `, ${event.why}`}`;
    case "mcp.tool":
      return `tool ${event.tool} of ${event.server}: ${event.what}${event.by === null ? "" : ` by ${event.by}`}`;
    case "alert.fired":
      return `alert ${event.name} (${event.severity}) by row ${event.rowId}`;
    case "run.started":
      return `run ${event.runId} of ${event.repository} at ${event.commit.slice(0, 12)}`;
    case "run.step":
      return `run ${event.runId}: ${event.step} ${event.outcome} in ${event.ms} ms`;
    case "run.ended":
      return `run ${event.runId} ${event.outcome}: ${event.passed} passed, ${event.failed} failed`;
    case "prompt.flagged":
      return `${event.action}: a text (${event.tool ?? event.surface}) that ${event.why}`;
    case "memory.saved":
      return `${event.by} saved memory ${event.memoryId}${event.was === "known" ? ", once more" : ""}: ${event.text}`;
    case "memory.recalled":
      return `${event.how === "unasked" ? "memories came along" : "memories were found"}: ${event.memoryIds.map((id) => `#${id}`).join(", ")}`;
    case "memory.forgotten":
      return `${event.name} had memory ${event.memoryId} forgotten`;
    case "memory.restored":
      return `${event.name} took memory ${event.memoryId} back`;
    case "memory.shared":
      return `${event.name} shared memory ${event.memoryId} with its repository`;
    case "memory.tidied":
      return `${event.count} memories that nobody used were forgotten`;
    case "sandbox.opened":
      return `sandbox of ${event.owner} in ${event.ms} ms`;
    case "sandbox.egress":
      return `${event.owner} ${event.allowed ? "reached" : "was kept from"} ${event.host}:${event.port}${event.reason === "" ? `, ${event.bytes} bytes` : `: ${event.reason}`}`;
    case "message.sent":
      return event.text;
    case "message.refused":
      return `could not say ${event.key}: ${event.reason}`;
    case "log.lost":
      return `${event.count} events were lost: the database was too slow`;
    case "request.refused":
    case "fault":
      return `${event.doing}: ${event.code}, ${event.detail}`;
  }
}
