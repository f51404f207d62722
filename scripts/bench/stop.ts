// /stop, and Stop on a draft, said → no sandbox is left; of the whole program with a task that runs `sleep`, in both sandboxes.
import { OWNER, startApp, type TestApp } from "../../test/support/app.ts";
import { callsTool, openScriptedModel, stalls } from "../../test/support/scripted-model.ts";
import { figuresOf, show } from "./measure.ts";

const ROUNDS = 5;
const PLAN = {
  title: "Sleep",
  summary: "One line.",
  steps: [{ text: "Sleep", risk: "low" }],
  criteria: [{ text: "It slept", check: null }],
};
for (const sandbox of ["bubblewrap", "docker"] as const) {
  for (const how of ["/stop", "Stop on a draft"] as const) {
    const samples: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) samples.push(await once(sandbox, how));
    show(`${sandbox}: ${how} → no sandbox (bar: 1,000 ms)`, figuresOf(samples));
  }
}
async function once(sandbox: "bubblewrap" | "docker", how: "/stop" | "Stop on a draft"): Promise<number> {
  await using model = await openScriptedModel([
    callsTool("propose_plan", PLAN),
    how === "/stop" ? callsTool("shell", { command: "sleep 600" }) : stalls(4),
  ]);
  await using app = await startApp({ modelUrl: model.baseUrl, sandbox });
  await app.says("Sleep in sample");
  await app.presses("Approve");
  await app.until(how === "/stop" ? /working:\s+shell/ : /working/);
  const drafts = () =>
    app.emulator.drafts(OWNER).filter(({ message }) => JSON.stringify(message).includes("These are"));
  if (how !== "/stop") await app.untilTrue(() => drafts().length > 0, "a draft of the task");
  const began = performance.now();
  if (how === "/stop") await app.says("/stop");
  else app.emulator.people.stopsDraft({ chatId: OWNER, draftId: drafts()[0]?.draftId ?? 0 });
  await app.untilTrue(async () => (await live(app)) === 0, "no sandbox");
  return performance.now() - began;
}
function live(app: TestApp): Promise<number> {
  return app.app().sandbox.live(AbortSignal.timeout(5000));
}
