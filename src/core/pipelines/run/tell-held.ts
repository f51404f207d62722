import { visible } from "../../../lib/visible.ts";
import type { StepReport } from "../pipeline.ts";

/** A step that failed and names a file which the workspace has not may have needed it: then its report says so. */
export function tellHeld(report: StepReport, held: readonly string[]): StepReport {
  if (report.outcome === "passed" || report.outcome === "skipped") return report;
  const named = held.filter((path) => names(`${report.stdout}\n${report.stderr}`, path)).map(visible);
  if (named.length === 0) return report;
  const some = named.length > MOST_NAMED ? `${named.slice(0, MOST_NAMED).join(", ")} and more` : named.join(", ");
  const note = `its output names ${some}, held back from the workspace; workspace.shown_files in the settings gives what it needs`;
  return { ...report, notes: [...report.notes, note] };
}
const MOST_NAMED = 3;
/** By its own name, as a word. */
function names(output: string, path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  for (let at = output.indexOf(name); at >= 0; at = output.indexOf(name, at + 1)) {
    const before = output[at - 1] ?? " ";
    const after = output[at + name.length] ?? " ";
    if (!/[\w.-]/u.test(before) && !/[\w-]/u.test(after)) return true;
  }
  return false;
}
