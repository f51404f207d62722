import { first } from "./0001-first.ts";
import { roles } from "./0002-roles.ts";
import { knobs } from "./0003-knobs.ts";
import { approvalCauses } from "./0004-approval-causes.ts";
import { spending } from "./0005-spending.ts";
import { activity } from "./0006-activity.ts";
import { watches } from "./0007-watches.ts";
import { people } from "./0008-people.ts";
import { steering } from "./0009-steering.ts";
import { alerts } from "./0010-alerts.ts";
import { rich } from "./0011-rich.ts";
import { messages } from "./0012-messages.ts";
import { attachments } from "./0013-attachments.ts";
import { locale } from "./0014-locale.ts";
import { levels } from "./0015-levels.ts";
import { origins } from "./0016-origins.ts";
import { purses } from "./0017-purses.ts";
import { mcp } from "./0018-mcp.ts";
import { memories } from "./0019-memories.ts";
import { pulls } from "./0020-pulls.ts";
import { coding } from "./0021-coding.ts";
import { chatRoles } from "./0022-chat-roles.ts";
import type { Migration } from "./migration.ts";

/** In order, versions from 1 without gaps. */
export const MIGRATIONS: readonly Migration[] = [
  first,
  roles,
  knobs,
  approvalCauses,
  spending,
  activity,
  watches,
  people,
  steering,
  alerts,
  rich,
  messages,
  attachments,
  locale,
  levels,
  origins,
  purses,
  mcp,
  memories,
  pulls,
  coding,
  chatRoles,
];
