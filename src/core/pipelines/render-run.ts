import { bold, bullets, code, codeBlock, details, paragraph, type Block, type Inline } from "../../lib/blocks.ts";
import { duration } from "../../lib/measure.ts";
import { heldBlocks } from "./view-held.ts";
import type { Detection, Found, Pipeline, PipelineStep, RunReport, StepReport, TestCase } from "./pipeline.ts";

type RunView = {
  readonly repository: string;
  readonly detection: Detection;
  readonly pipeline: Pipeline;
  readonly report: RunReport;
  /** Files of the repository that the run had not. */
  readonly held: readonly string[];
};
type ProgressView = {
  readonly repository: string;
  readonly pipeline: Pipeline;
  readonly done: readonly StepReport[];
  readonly running: PipelineStep | null;
  readonly line: string;
};
const MARK: Readonly<Record<StepReport["outcome"], string>> = {
  passed: "✅",
  failed: "❌",
  "timed-out": "⌛",
  "out-of-memory": "💥",
  "not-started": "❔",
  stopped: "⏹",
  skipped: "➖",
};
const MOST_FAILURES = 10;
const MOST_OUTPUT = 1500;

/** The report of a run: the verdict in one line, the steps, each failed test with its place, what was found and why. */
export function runBlocks({ repository, detection, pipeline, report, held }: RunView): Block[] {
  if (pipeline.steps.length === 0) {
    return [
      paragraph(bold(`➖ CI of ${repository}: nothing to run.`)),
      paragraph("No build system I know was found (Node, Python, Go, Rust)."),
      ...notes([...detection.notes, ...pipeline.notes]),
    ];
  }
  return [
    paragraph(
      bold(verdict(repository, report)),
      " (",
      duration(report.durationMs),
      `, commit ${report.commit.slice(0, 10)})`,
    ),
    stepTable(report.steps),
    ...report.steps.flatMap(failureBlocks),
    ...heldBlocks(held),
    ...notes([...detection.notes, ...pipeline.notes]),
    details("What was found, and why", bullets(...detection.projects.flatMap(projectLines))),
  ];
}
/** The same while it runs. */
export function progressBlocks({ repository, pipeline, done, running, line }: ProgressView): Block[] {
  const lines = pipeline.steps.map((step): Inline[] => {
    const report = done.find((each) => each.stepId === step.id);
    if (report !== undefined) return stepLine(report);
    return [running?.id === step.id ? "⏳ " : "▫️ ", step.title];
  });
  return [
    paragraph(bold(`🔧 CI of ${repository}`)),
    bullets(...lines),
    ...(line === "" ? [] : [paragraph(code(line))]),
  ];
}
function verdict(repository: string, report: RunReport): string {
  const tests = report.steps.flatMap((step) => step.tests);
  const count = (...wanted: TestCase["status"][]) => tests.filter((test) => wanted.includes(test.status)).length;
  const [passed, failed, skipped] = [count("passed"), count("failed", "error"), count("skipped", "todo")];
  const numbers =
    tests.length === 0 ? "" : `: ${passed} passed, ${failed} failed${skipped === 0 ? "" : `, ${skipped} skipped`}`;
  const word = {
    passed: "✅ CI of %: green",
    failed: "❌ CI of %: red",
    neutral: "➖ CI of %: nothing failed, nothing was tested",
    stopped: "⏹ CI of %: stopped",
  }[report.outcome];
  return `${word.replace("%", () => repository)}${numbers}`;
}
function stepTable(reports: readonly StepReport[]): Block {
  return {
    kind: "table",
    header: [[], ["result"], ["time"], ["command"]],
    rows: reports.map((report) => [
      [`${MARK[report.outcome]} ${report.title}`],
      [resultOf(report), ...report.notes.map((note) => ` – ${note}`)],
      [duration(report.durationMs)],
      [code(report.command.join(" ").slice(0, 120))],
    ]),
  };
}
/** In words where the mark beside it does not say all. */
function resultOf({ outcome, tests, exitCode }: StepReport): string {
  const failed = tests.filter((test) => test.status === "failed" || test.status === "error").length;
  const passed = tests.filter((test) => test.status === "passed").length;
  if (tests.length > 0) return `${passed} passed${failed === 0 ? "" : `, ${failed} failed`}`;
  return outcome === "failed" && exitCode !== null ? `exit code ${exitCode}` : outcome.replaceAll("-", " ");
}
function stepLine(report: StepReport): Inline[] {
  return [
    `${MARK[report.outcome]} ${report.title}: ${resultOf(report)}, `,
    duration(report.durationMs),
    ...report.notes.map((note) => ` – ${note}`),
  ];
}
function failureBlocks(report: StepReport): Block[] {
  const failed = report.tests.filter((test) => test.status === "failed" || test.status === "error");
  const tests = failed.slice(0, MOST_FAILURES).flatMap(testBlocks);
  const more =
    failed.length > MOST_FAILURES ? [paragraph(`… and ${failed.length - MOST_FAILURES} more failed tests.`)] : [];
  const output =
    report.outcome !== "passed" && report.outcome !== "skipped" && failed.length === 0 ? lastOutput(report) : [];
  return [...tests, ...more, ...output];
}
function testBlocks({ suite, name, file, line, message }: TestCase): Block[] {
  const place = file === null ? [] : [" at ", code(line === null ? file : `${file}:${line}`)];
  return [
    paragraph("❌ ", bold([...suite, name].join(" › ")), ...place),
    ...(message === null ? [] : [codeBlock(message.slice(0, 600))]),
  ];
}
function lastOutput({ stdout, stderr }: StepReport): Block[] {
  const text = `${stdout}\n${stderr}`.trim();
  return text === "" ? [] : [details("The end of its output", codeBlock(text.slice(-MOST_OUTPUT)))];
}
function projectLines(project: Detection["projects"][number]): Inline[][] {
  const found = [
    project.language,
    project.packageManager,
    ...project.testRunners,
    ...project.linters,
    ...project.frameworks,
  ].filter((each): each is Found => each !== null);
  return found.map((each): Inline[] => {
    const [first] = each.evidence;
    const place =
      first === undefined ? [] : [" from ", code(first.line === null ? first.file : `${first.file}:${first.line}`)];
    return [
      bold(each.name),
      each.version === null ? "" : ` ${each.version}`,
      project.root === "" ? "" : ` in ${project.root}`,
      `, ${Math.round(each.confidence * 100)} % sure`,
      ...place,
    ];
  });
}
function notes(texts: readonly string[]): Block[] {
  return texts.length === 0 ? [] : [bullets(...[...new Set(texts)].map((text) => `ℹ️ ${text}`))];
}
