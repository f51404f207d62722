import { resolve } from "node:path";
import type { CiProgress, CiResult } from "../core/chat/tasks/ci.ts";
import { runBlocks } from "../core/pipelines/render-run.ts";
import type { Client } from "./client.ts";
import { ControlError } from "./client.ts";
import type { CliContext } from "./context.ts";
import { renderTerminal } from "./render.ts";
import { EXIT } from "./terminal.ts";
import type { Repository } from "../core/ports/store.ts";

/** `sparks ci [path or name]`: exit code 0 when nothing failed, 1 when something did. */
export async function ci(client: Client, { terminal, json, signal }: CliContext, given: string): Promise<number> {
  const names = await client.call<readonly Repository[]>("GET", "/v1/repositories");
  const which = names.some((repository) => repository.name === given) ? given : resolve(given);
  let told = 0;
  for await (const line of client.lines("POST", "/v1/ci", { which }, signal)) {
    if (line["progress"] !== undefined)
      told = tellProgress(line["progress"] as CiProgress, told, { terminal, json, signal });
    if (line["result"] === undefined) continue;
    const result = line["result"] as CiResult;
    terminal.live("");
    terminal.write(
      json
        ? `${JSON.stringify(result)}\n`
        : `${renderTerminal(runBlocks({ ...result, repository: result.repository.name }), terminal.interactive)}\n`,
    );
    return result.report.outcome === "failed" || result.report.outcome === "stopped" ? EXIT.failed : EXIT.ok;
  }
  throw new ControlError("daemon.gone", "The run ended without a result: the daemon may have stopped. Run it again.");
}
function tellProgress({ done, running, line }: CiProgress, told: number, { terminal, json }: CliContext): number {
  if (json) return done.length;
  for (const step of done.slice(told)) {
    terminal.live("");
    terminal.write(
      `${step.outcome === "passed" ? "✓" : step.outcome === "skipped" ? "-" : "✗"} ${step.title} (${(step.durationMs / 1000).toFixed(1)} s)\n`,
    );
  }
  if (running !== null) terminal.live(`… ${running.title}${line === "" ? "" : `: ${line}`}`);
  return done.length;
}
