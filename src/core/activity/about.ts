import type { Event } from "../events.ts";
import type { ActivityAbout } from "../ports/activity.ts";

/** Whom and what an event is about, as far as it says so itself. A task's chat and spark are added where it is stored. */
export function aboutOf(event: Event): ActivityAbout {
  return {
    chatId: "chatId" in event ? (event.chatId ?? null) : null,
    userId:
      "userId" in event ? (event.userId ?? null) : "by" in event && typeof event.by === "number" ? event.by : null,
    taskId: "taskId" in event ? (event.taskId ?? null) : null,
    runId: "runId" in event ? event.runId : null,
    spark: "spark" in event ? (event.spark ?? null) : null,
    tool: "tool" in event ? (event.tool ?? null) : null,
  };
}
