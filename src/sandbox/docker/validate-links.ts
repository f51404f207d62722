import { type Found, findReal } from "../../lib/real-path.ts";
import { type BodyProblem, isRecord, own, under } from "./field-rules.ts";
import type { ContainerTemplate } from "./template.ts";
import { hasControl, problem } from "./validate-mounts.ts";

/**
 * Which mounts of a body lead elsewhere on this machine's disk: through a link, or to what is no folder or file. What does
 * not exist leads nowhere. For bodies that are only looked at: what Sparks itself mounts it has resolved before.
 * @param body what would be sent to the engine, as parsed JSON
 */
export function linkProblems(body: unknown, template: ContainerTemplate): BodyProblem[] {
  const host = isRecord(body) ? own(body, "HostConfig") : undefined;
  const mounts = isRecord(host) ? own(host, "Mounts") : undefined;
  const roots = [...template.workspaceRoots, ...template.runRoots, ...template.programRoots];
  return (Array.isArray(mounts) ? mounts : []).flatMap((mount: unknown, index) => {
    const { Source, Target } = isRecord(mount) ? mount : {};
    if (typeof Source !== "string" || hasControl(Source)) return [];
    const root = roots.find((one) => Source.startsWith(`${one}/`));
    if (root === undefined) return []; // refused by its place already
    const why = leadsElsewhere(Source, root, Target === "/etc/hosts");
    return under(`HostConfig.Mounts[${index}]`, problem("Source", why));
  });
}
/** The root itself may be behind a link: a home often is. */
function leadsElsewhere(source: string, root: string, isFile: boolean): string | null {
  const [above, found] = [whatIs(root), whatIs(source)];
  if (above === null || found === null) return "cannot be followed to its end";
  if (found.real !== `${above.real}${source.slice(root.length)}`) return `must not lead to ${found.real}`;
  if (found.stats === null) return null;
  if (isFile) return found.stats.isFile() ? null : "must be a file";
  return found.stats.isDirectory() ? null : "must be a folder";
}
function whatIs(path: string): Pick<Found, "real" | "stats"> | null {
  const found = findReal("/", path);
  if ("lost" in found) return null;
  using held = found;
  return { real: held.real, stats: held.stats };
}
