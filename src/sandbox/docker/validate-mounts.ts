import path from "node:path";
import { type BodyProblem, equal, fieldProblems, oneOf, own, type Shape, isRecord, under } from "./field-rules.ts";
import { INSIDE } from "../options.ts";
import type { ContainerTemplate } from "./template.ts";

type Mount = Readonly<Record<string, unknown>>;
const OPTIONS: Shape<null> = {
  rules: { Propagation: equal("rprivate"), NonRecursive: equal(true) },
  unused: ["CreateMountpoint", "ReadOnlyNonRecursive", "ReadOnlyForceRecursive"],
};
const MOUNT: Shape<ContainerTemplate> = {
  rules: {
    Type: equal("bind"),
    Target: oneOf(INSIDE.workspace, INSIDE.run, "/etc/hosts", INSIDE.programs),
    Source: () => null, // by its target, below
    ReadOnly: oneOf(true, false, undefined),
    BindOptions: () => null,
  },
  unused: ["Consistency", "VolumeOptions", "TmpfsOptions", "ImageOptions", "ClusterOptions"],
};

/** Exactly three binds: the workspace, our own folder of the run, and its hosts file; and perhaps a folder of programs. All but the first read-only. */
export function mountProblems(value: unknown, template: ContainerTemplate): BodyProblem[] {
  if (!Array.isArray(value)) return [{ field: "Mounts", why: "must be a list" }];
  const mounts = value.map((mount): Mount => (isRecord(mount) ? mount : {}));
  const at = (target: string): Mount[] => mounts.filter((mount) => mount["Target"] === target);
  const counts = [INSIDE.workspace, INSIDE.run, "/etc/hosts"].flatMap((target) =>
    at(target).length === 1 ? [] : [{ field: "Mounts", why: `must mount ${target} once` }],
  );
  if (at(INSIDE.programs).length > 1)
    counts.push({ field: "Mounts", why: `must mount ${INSIDE.programs} once at most` });
  const run = at(INSIDE.run)[0]?.["Source"];
  const each = mounts.flatMap((mount, index) =>
    under(`Mounts[${index}]`, [
      ...fieldProblems(mount, MOUNT, template),
      ...under("BindOptions", fieldProblems(own(mount, "BindOptions"), OPTIONS, null)),
      ...problem("Source", sourceProblem(mount, template, run)),
      ...problem(
        "ReadOnly",
        mount["Target"] === INSIDE.workspace || mount["ReadOnly"] === true ? null : "must be true",
      ),
    ]),
  );
  return [...counts, ...each];
}
export function problem(field: string, why: string | null): BodyProblem[] {
  return why === null ? [] : [{ field, why }];
}
function sourceProblem(mount: Mount, template: ContainerTemplate, run: unknown): string | null {
  const { Source, Target } = mount;
  if (typeof Source !== "string") return "must be a path";
  switch (Target) {
    case INSIDE.workspace:
      return ownPlaceProblem(Source, template.workspaceRoots);
    case INSIDE.run:
      return ownPlaceProblem(Source, template.runRoots);
    case "/etc/hosts":
      return typeof run === "string" && Source === `${run}/hosts` ? null : "must be the run folder's hosts file";
    case INSIDE.programs:
      return template.programRoots.length === 0 ? "must not be shown" : placeProblem(Source, template.programRoots);
    default:
      return null; // its target is refused already
  }
}
/** Why a folder of the host may not be mounted; null when it may. Text only: links are resolved by whoever opens it. */
export function placeProblem(source: string, roots: readonly string[]): string | null {
  if (!path.posix.isAbsolute(source) || path.posix.normalize(source) !== source || hasControl(source))
    return "must be an absolute path in its plain form";
  if (/\.sock(?:et)?$/i.test(source)) return "must not be a socket";
  if (source.endsWith("/") || !roots.some((root) => root !== "/" && source.startsWith(`${root}/`)))
    return `must be below ${inWords(roots)}`;
  return null;
}
/**
 * The same of a folder that Sparks makes itself, which stands directly in its root: further down, a name may be a link that
 * a sandbox made, or makes between this look and the mount.
 */
export function ownPlaceProblem(source: string, roots: readonly string[]): string | null {
  const why = placeProblem(source, roots);
  if (why !== null || roots.includes(path.posix.dirname(source))) return why;
  return `must stand directly in ${inWords(roots)}`;
}
/** Each once: two homes, or a declared root and the one that a workspace was found below, are often the same. */
function inWords(roots: readonly string[]): string {
  return [...new Set(roots)].join(" or ");
}
export function hasControl(text: string): boolean {
  return [...text].some((character) => character < " " || character === "\u007F");
}
