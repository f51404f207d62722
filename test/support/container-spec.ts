import { instant } from "../../src/lib/time.ts";
import type { ContainerSpec } from "../../src/sandbox/docker/container-body.ts";

/** A container as a task gets it. */
export const CONTAINER_SPEC: ContainerSpec = {
  home: "abc123",
  owner: "task-7",
  image: "sparks-sandbox:1",
  architecture: "x64",
  runtime: "runc",
  now: instant(17e11),
  workspace: { path: "/srv/work/7", uid: 1000, gid: 1001 },
  limits: { memoryBytes: 1 << 29, cpus: 1.5, processes: 200, fileBytes: 1 << 30, wallClockMs: 60_000 },
  runFolder: "/srv/run/d/s-0123456789ab",
  command: ["/opt/sparks/node", "--eval", "…"],
};
