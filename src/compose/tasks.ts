import { announceApproval, remindOfApproval } from "../core/chat/approvals/approval-messages.ts";
import { createApprovals } from "../core/policy/approvals/approvals.ts";
import { createLevels } from "../core/tasks/levels.ts";
import { createTaskRunner } from "../core/tasks/runner.ts";
import { createVerdicts } from "../core/tasks/verdict.ts";
import { redactTree } from "../lib/redact-tree.ts";
import { codingCliTools, openCodingClis } from "./coding-clis.ts";
import { openPulls } from "./forges.ts";
import type { Ground } from "./ground.ts";
import { approvalsOptions, runnerOptions } from "./limits.ts";
import { openMcp } from "./mcp.ts";
import { openMemory } from "./memory.ts";
import type { PaidModel } from "./paid-model.ts";
import { findPersona } from "./personas.ts";
import type { Talk } from "./talk.ts";
import { openTools } from "./tools.ts";
import type { Workplace } from "./workplace.ts";

/** What does tasks, and what it asks people before and after. */
export type Tasks = Awaited<ReturnType<typeof openTasks>>;

export async function openTasks(ground: Ground & Workplace & PaidModel & Talk) {
  const { config, live, world, clock, emit, store, known, leaving, keyOf, personas, git, teller, closers } = ground;
  const asking = { ...ground.messages, approvers: ground.approvers, nameOf: ground.nameOf };
  const approvals = closers.use(
    createApprovals(approvalsOptions(live), {
      store: store.approvals,
      storable: (subject) => redactTree(subject, known),
      clock,
      emit,
      async announce(approval) {
        await announceApproval(asking, approval);
        await runner.takeUp(approval);
        pulls?.takeUp(approval);
      },
      remind: (approval) => remindOfApproval(asking, approval),
    }),
  );
  const levels = createLevels({
    settings: () => live().tasks.autonomyLevel,
    spark: (name) => personas.find((each) => each.name === name)?.level ?? null,
    chats: store.chats,
    repositories: store.repositories,
  });
  const scanner = () => live().scanner;
  const mcp = closers.use(await openMcp(config.mcp, world, { ...ground, scanner }));
  const { memories, keeper: memory } = closers.use(openMemory(live, ground));
  const { pulls, delivery } = openPulls(config.forges, ground.codeHost, {
    git,
    store,
    approvals,
    levels,
    clock,
    emit,
    teller,
    known,
    outgoing: { redact: leaving, scanner },
  });
  if (pulls !== null) closers.use(pulls);
  const codingClis = openCodingClis(config.codingClis, { ...ground, home: world.home, secret: keyOf, redact: known });
  const runner = closers.use(
    createTaskRunner(runnerOptions(live), {
      ...ground,
      holder: world.newId(),
      repositories: git,
      memory,
      approvals,
      levels,
      delivery,
      toolbox: openTools(config.tools, keyOf, {
        memory,
        sparks: personas,
        ofServers: mcp.tools,
        ofClis: codingCliTools(codingClis, config.codingClis),
      }),
      spark: (name) => findPersona(personas, name),
    }),
  );
  const { tasks, repositories } = store;
  const verdicts = createVerdicts({ tasks, repositories, git, levels, clock, emit, teller });
  return { approvals, levels, scanner, mcp, memories, memory, pulls, codingClis, runner, verdicts };
}
