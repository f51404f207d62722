import type { EscapeAttempt, Finding, SecurityReport } from "../core/ports/health.ts";
import type { Client } from "./client.ts";
import type { CliContext } from "./context.ts";
import { EXIT } from "./terminal.ts";

/** @returns 0 when every guard holds and nothing got out, else 1 */
export async function showSecurity(client: Client, { terminal, json }: CliContext, attack: boolean): Promise<number> {
  const report = await client.call<SecurityReport>("POST", "/v1/doctor/security", { attack });
  terminal.write(json ? `${JSON.stringify(report)}\n` : `${securityText(report)}\n`);
  return report.ok ? EXIT.ok : EXIT.failed;
}
export function securityText(report: SecurityReport): string {
  const { attempts, host } = report;
  return [
    `The sandbox: ${report.image}`,
    ...section("Seen from outside", report.guards.map(findingRow)),
    ...section("Seen from inside", report.probes.map(findingRow)),
    ...(attempts === null ? [] : section(ATTACKED, attempts.map(attemptRow))),
    ...section(
      "What would harden this machine further",
      host.map(({ name, holds, detail }) => [holds ? "yes" : "no", name, detail]),
    ),
    ...section(
      "What the settings hold back and let out",
      report.settings.map(({ name, detail }) => ["", name, detail]),
    ),
    "",
    summary(report),
  ].join("\n");
}
/** The guards above are those of a task's sandbox. */
const ATTACKED = "Tried to get out, of a sandbox with smaller limits so that reaching them hurts nobody";
function summary({ guards, probes, attempts, ok }: SecurityReport): string {
  const found = [...guards, ...probes];
  const lost = found.filter(({ holds }) => holds === false).length;
  const unclaimed = found.filter(({ holds }) => holds === null).length;
  const through = (attempts ?? []).filter(({ held }) => held === false).length;
  const open = (attempts ?? []).filter(({ held }) => held === null).length;
  return [
    `${found.length - lost - unclaimed} of ${found.length} guards hold${unclaimed === 0 ? "" : `; beyond what this sandbox can give: ${unclaimed}`}.`,
    attempts === null
      ? "sparks doctor --attack tries to get out of it as well."
      : `${attempts.length - through - open} of ${attempts.length} attempts were held${open === 0 ? "" : `; not tried, or beyond what it claims: ${open}`}.`,
    ok ? "" : `${lost + through} did not hold: do not give this sandbox work before that is mended.`,
  ]
    .filter((line) => line !== "")
    .join("\n");
}
type Row = readonly [mark: string, name: string, detail: string];
function section(title: string, rows: readonly Row[]): string[] {
  if (rows.length === 0) return [];
  const width = Math.min(48, Math.max(...rows.map(([, name]) => name.length)));
  return ["", title, ...rows.map(([mark, name, detail]) => `  ${mark.padEnd(5)} ${name.padEnd(width)}  ${detail}`)];
}
function findingRow({ name, wanted, found, holds }: Finding): Row {
  const said = short(found);
  return [markOf(holds), name, holds === true ? said : `wanted ${short(wanted)}, found ${said}`];
}
function attemptRow({ name, happened, held }: EscapeAttempt): Row {
  return [held === false ? "OUT" : held === true ? "held" : "-", name, short(happened)];
}
function markOf(holds: boolean | null): string {
  return holds === null ? "-" : holds ? "holds" : "LOST";
}
function short(text: string): string {
  return text.length > 100 ? `${text.slice(0, 97)}...` : text;
}
