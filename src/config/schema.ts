import { z } from "zod";
import { general, telegram, localChat, speech, files } from "./sections/chat.ts";
import { model, budget } from "./sections/model.ts";
import { alerts, activity, log } from "./sections/record.ts";
import { sandbox } from "./sections/sandbox.ts";
import { scanner } from "./sections/scanner.ts";
import { tasks, approvals, planning } from "./sections/tasks.ts";
import { tools } from "./sections/tools.ts";
import { memory } from "./sections/memory.ts";
import { workspace } from "./sections/workspace.ts";
import { codingClis } from "./sections/coding-clis.ts";
import { mcp } from "./sections/mcp.ts";
import { forges } from "./sections/forges.ts";

/** The whole file of settings: a section a line, in the order of the example. */
export const configSchema = z.strictObject({
  general,
  telegram,
  local_chat: localChat,
  model,
  sandbox,
  workspace,
  tasks,
  tools,
  budget,
  approvals,
  planning,
  speech,
  files,
  alerts,
  activity,
  scanner,
  memory,
  mcp,
  forges,
  coding_clis: codingClis,
  log,
});
