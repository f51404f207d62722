import { basename, join } from "node:path";
import { hostsOfCheck } from "../core/policy/addresses/host-grant.ts";
import { createNetworkLedger } from "../core/tasks/network-use.ts";
import type { CheckHosts } from "../core/tasks/survey.ts";
import { createRepositories } from "../git/repositories.ts";
import { createWorkspaces } from "../git/workspaces.ts";
import { openForges } from "./forges.ts";
import type { Ground } from "./ground.ts";
import { fileMask, sandboxLimits } from "./limits.ts";
import { openSandbox, workspaceRoot } from "./sandbox.ts";

/** Where work is done: mirrors, workspaces, sandboxes. */
export type Workplace = Awaited<ReturnType<typeof openWorkplace>>;

export async function openWorkplace({ file, config, live, world, clock, emit, keyOf, store, closers }: Ground) {
  const forges = openForges(config.forges, keyOf, clock);
  const git = createRepositories({
    folder: join(world.home, "mirrors"),
    environment: world.environment,
    async maskOf(mirrorId) {
      const known = (await store.repositories.list()).find((repository) => repository.mirrorId === mirrorId);
      return fileMask(file, known?.name ?? null);
    },
    tokens: forges.tokens,
  });
  const network = createNetworkLedger();
  const sandbox = await openSandbox(live, world, (event) => {
    network.note(event);
    emit(event);
  });
  const checkHosts: CheckHosts = (repository, check) => hostsOfCheck(file.sandbox.egress, repository, check);
  const { pool } = sandbox;
  if (pool !== null) closers.use(pool);
  const places = pool === null ? {} : { place: () => pool.place() };
  const onStay = (folder: string, error: unknown): void =>
    emit({
      kind: "fault",
      doing: `removing the workspace ${basename(folder)}`,
      code: "workspace",
      detail: String(error),
    });
  const workspaces = createWorkspaces({ folder: workspaceRoot(world.home), ...places, onStay }, git);
  return { codeHost: forges.host, git, network, sandbox, checkHosts, pool, workspaces, limits: sandboxLimits(live) };
}
