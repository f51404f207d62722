/** Runs one step in a sandbox and says what came of it. */
import type { RunResult, SandboxSession } from "../../ports/sandbox.ts";
import type { PipelineStep, StepReport } from "../pipeline.ts";
import { createCollector } from "../results/collect.ts";
import { createReader } from "../results/results.ts";
import type { ReaderOptions } from "../results/results.ts";
import { joinPath, OUT_FOLDER, WORKSPACE } from "../workspace.ts";
import { judgeStep } from "./outcome.ts";
import type { TestsRead } from "./outcome.ts";

export type StepHooks = {
  readonly onOutput?: (step: PipelineStep, stream: "stdout" | "stderr", text: string) => void;
  readonly signal: AbortSignal;
};
export type StepOptions = {
  /** Kept of each stream, half from its head and half from its tail. */ readonly outputBytes?: number;
};

const OUTPUT_BYTES = 64 * 1024;
const MOST_RESULT_BYTES = 20 * 1024 * 1024;
const PIECE_BYTES = 1024 * 1024;

/** @throws Fault sandbox.lost */
export async function runStep(
  step: PipelineStep,
  session: SandboxSession,
  hooks: StepHooks,
  { outputBytes = OUTPUT_BYTES }: StepOptions = {},
): Promise<StepReport> {
  const problem = await prepare(step, session, hooks.signal);
  const results = await openResults(step, session, hooks.signal);
  const result = await session.run(
    { argv: step.argv, cwd: step.cwd, env: step.env },
    {
      timeoutMs: step.timeoutMs,
      outputBytes,
      signal: hooks.signal,
      onOutput: (stream, text) => {
        results.onOutput(stream, text);
        hooks.onOutput?.(step, stream, text);
      },
    },
  );
  const ran = result.kind !== "not-started" && result.kind !== "stopped";
  const read = problem === null ? await results.finish(ran) : { tests: [], notes: [problem] };
  return report(step, result, read);
}

function report(step: PipelineStep, result: RunResult, read: TestsRead): StepReport {
  const { outcome, notes } = judgeStep(step, result, read);
  return {
    stepId: step.id,
    title: step.title,
    kind: step.kind,
    command: step.argv,
    outcome,
    exitCode: result.kind === "exited" ? result.code : null,
    durationMs: result.durationMs,
    tests: read.tests,
    stdout: result.stdout.text,
    stderr: result.stderr.text,
    notes,
  };
}

/**
 * Makes the folder of results and empties this step's file, so that what an earlier run or the repository left there
 * is never taken for this run's.
 * @returns why results cannot be trusted, or null
 */
async function prepare(step: PipelineStep, session: SandboxSession, signal: AbortSignal): Promise<string | null> {
  await session.write(`${OUT_FOLDER}/.gitignore`, new TextEncoder().encode("*\n"), { signal });
  const from = step.results?.from;
  if (typeof from !== "object") return null;
  const written = await session.write(inWorkspace(from.file), new Uint8Array(), { signal });
  return written.kind === "written"
    ? null
    : `Results could not be read: their place ${inWorkspace(from.file)} is not writable (${written.why}).`;
}
function inWorkspace(path: string): string {
  return path.startsWith(`${WORKSPACE}/`) ? path.slice(WORKSPACE.length + 1) : path;
}

type Results = {
  onOutput(stream: "stdout" | "stderr", text: string): void;
  finish(ran: boolean): Promise<TestsRead>;
};
async function openResults(step: PipelineStep, session: SandboxSession, signal: AbortSignal): Promise<Results> {
  const source = step.results;
  if (source === null) return { onOutput: () => {}, finish: async () => ({ tests: [], notes: [] }) };
  const collector = createCollector({ stepId: step.id, cwd: step.cwd });
  const reader = createReader(source.parser, collector.sink, await readerOptions(step, session, signal));
  return {
    onOutput: (stream, text) => {
      if (stream === source.from) reader.write(text);
    },
    finish: async (ran) => {
      if (!ran) return { tests: [], notes: [] };
      const trouble =
        typeof source.from === "object"
          ? await readFile(inWorkspace(source.from.file), session, reader.write, signal)
          : [];
      const incomplete = reader.end();
      const { tests, notes: limits } = collector.end();
      return { tests, notes: [...(trouble.length > 0 ? trouble : incomplete), ...limits] };
    },
  };
}

/** @returns notes on why the file says nothing or not all; its text goes to `write` piece by piece */
async function readFile(
  path: string,
  session: SandboxSession,
  write: (piece: string) => void,
  signal: AbortSignal,
): Promise<string[]> {
  const decoder = new TextDecoder();
  let offset = 0;
  for (;;) {
    const piece = await session.read(path, { offset, maxBytes: PIECE_BYTES, signal });
    if (piece.kind === "refused") return [`Results could not be read: ${path} is ${piece.why}.`];
    offset += piece.content.byteLength;
    write(decoder.decode(piece.content, { stream: true }));
    if (piece.size === 0) return [`Results could not be read: ${path} is empty.`];
    if (piece.content.byteLength === 0 || offset >= piece.size) return [];
    if (offset >= MOST_RESULT_BYTES)
      return [`Results were read only in part: ${path} has ${piece.size} bytes, of which ${offset} are read.`];
  }
}

async function readerOptions(step: PipelineStep, session: SandboxSession, signal: AbortSignal): Promise<ReaderOptions> {
  if (step.results?.parser !== "go-json") return {};
  const file = await session.read(joinPath(step.cwd, "go.mod"), { maxBytes: 64 * 1024, signal });
  const text = file.kind === "read" ? new TextDecoder().decode(file.content) : "";
  const name = /^module\s+"?(?<name>[^\s"]+)/m.exec(text)?.groups?.["name"];
  return name === undefined ? {} : { goModule: name };
}
