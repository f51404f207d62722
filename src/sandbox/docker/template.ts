import { type ContainerBody, containerBody, type ContainerSpec } from "./container-body.ts";
import { instant, type Instant } from "../../lib/time.ts";
import { AGENT_ID } from "../options.ts";

/** What a create body is held against: nothing weaker than this may be created. */
export type ContainerTemplate = Pick<ContainerSpec, "limits" | "architecture" | "command" | "runtime"> & {
  /** Names of homes, one of which a body must say that it is of. */
  readonly homes: readonly string[];
  /** No body says that it was made after this. */
  readonly latest: Instant;
  /** The only image; null: any, where bodies are only looked at. */
  readonly image: string | null;
  /** Folders, absolute and normal; what is mounted lies below one of them. */
  readonly workspaceRoots: readonly string[];
  readonly runRoots: readonly string[];
  /** The same of programs that may be shown; none: no container shows any. */
  readonly programRoots: readonly string[];
};
/** What rules look at besides the field itself. */
export type Place = {
  readonly template: ContainerTemplate;
  readonly host: Readonly<Record<string, unknown>>;
  /** What Sparks would have asked for with the same user. */
  readonly expected: ContainerBody;
};
export function bodyPlace(body: Readonly<Record<string, unknown>>, template: ContainerTemplate): Place {
  const [uid = AGENT_ID, gid = AGENT_ID] = userOf(body["User"]);
  const host = body["HostConfig"];
  return {
    template,
    host: typeof host === "object" && host !== null ? (host as Record<string, unknown>) : {},
    expected: exampleBody(template, { uid, gid }),
  };
}
function userOf(value: unknown): number[] {
  const [, uid, gid] = /^([1-9]\d{0,8}):([1-9]\d{0,8})$/.exec(typeof value === "string" ? value : "") ?? [];
  return uid === undefined || gid === undefined ? [] : [Number(uid), Number(gid)];
}

/** The body as it would be sent, for a task that does not exist. */
export function exampleBody(template: ContainerTemplate, user: { uid: number; gid: number }): ContainerBody {
  return containerBody({
    ...template,
    home: template.homes[0] ?? "example",
    owner: "task-1",
    image: template.image ?? "example",
    workspace: { path: `${template.workspaceRoots[0] ?? ""}/task-1`, ...user },
    runFolder: `${template.runRoots[0] ?? ""}/s-000000000000`,
    now: instant(0),
  });
}
