import { bold, code, codeBlock, paragraph, type Block } from "../../../lib/blocks.ts";
import { cost, duration, tokens } from "../../../lib/measure.ts";
import type { Plan } from "../../tasks/plan.ts";
import type { Task } from "../../tasks/task.ts";
import type { TaskProgress } from "../../tasks/teller.ts";
import { heldBlocks } from "../../pipelines/view-held.ts";
import { networkBlocks } from "./view-network.ts";
import { PHASE_TEXT } from "./task-view.ts";
import { cutText } from "../../../lib/cut-text.ts";

/** A task while it runs: what it is at, which steps of its plan are done, what it took so far. */
export function cardBlocks({ id, plan, held }: Task, progress: TaskProgress, now: number): Block[] {
  const { phase, tool, stepCount, lastLines, ticked, network } = progress;
  return [
    paragraph(bold(`⚙️ Task ${id}: ${plan.title}`)),
    paragraph(`▸ ${PHASE_TEXT[phase]}`, ...(tool === null ? [] : [": ", code(tool.slice(0, 120))])),
    stepsChecklist(plan, ticked),
    paragraph(
      duration(now - progress.startedAt),
      ` · step ${stepCount} · `,
      tokens(progress.tokens),
      " · ",
      cost(progress.costUsd),
    ),
    ...networkBlocks(network),
    ...heldBlocks(held),
    ...(lastLines.length === 0 ? [] : [codeBlock(lastLines.join("\n").slice(-400))]),
  ];
}
/** A step's text in the list, in UTF-16 units: one line or two on a phone. */
const MOST_STEP = 90;
/** The plan's steps with a tick at those that are done. */
function stepsChecklist({ steps }: Plan, ticked: readonly number[]): Block {
  return {
    kind: "list",
    ordered: false,
    start: 1,
    items: steps.map(({ text }, at) => ({
      checked: ticked.includes(at + 1),
      blocks: [paragraph(cutText(text, MOST_STEP))],
    })),
  };
}
