import { z } from "zod";
import type { PipelineStep, RunReport } from "../../core/pipelines/pipeline.ts";
import { textList } from "./common.ts";

const stepKind = z.enum(["install", "lint", "typecheck", "build", "test"]);
const parser = z.enum(["junit", "go-json", "libtest", "vitest-json", "jest-json", "mocha-json", "tap", "unittest"]);

export const pipelineStepSchema: z.ZodType<PipelineStep> = z.strictObject({
  id: z.string(),
  title: z.string(),
  kind: stepKind,
  argv: z.tuple([z.string()], z.string()),
  cwd: z.string(),
  env: z.record(z.string(), z.string()),
  network: z.enum(["none", "registries"]),
  hosts: textList.exactOptional(),
  timeoutMs: z.number(),
  results: z
    .strictObject({ parser, from: z.union([z.literal("stdout"), z.strictObject({ file: z.string() })]) })
    .nullable(),
  because: z.string(),
});
const testCaseSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  suite: textList,
  file: z.string().nullable(),
  line: z.number().nullable(),
  status: z.enum(["passed", "failed", "skipped", "todo", "error"]),
  durationMs: z.number().nullable(),
  message: z.string().nullable(),
});
export const runReportSchema: z.ZodType<RunReport> = z.strictObject({
  outcome: z.enum(["passed", "failed", "neutral", "stopped"]),
  commit: z.string(),
  steps: z.array(
    z.strictObject({
      stepId: z.string(),
      title: z.string(),
      kind: stepKind,
      command: textList,
      outcome: z.enum(["passed", "failed", "timed-out", "out-of-memory", "not-started", "stopped", "skipped"]),
      exitCode: z.number().nullable(),
      durationMs: z.number(),
      tests: z.array(testCaseSchema),
      stdout: z.string(),
      stderr: z.string(),
      notes: textList,
    }),
  ),
  durationMs: z.number(),
});
