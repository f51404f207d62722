import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import path from "node:path";
import type { Writable } from "node:stream";
import type { Remedy } from "../../core/fault.ts";
import type { Guarantee, SandboxLimits, SandboxSession, SandboxSpec } from "../../core/ports/sandbox.ts";
import { bubblewrapArguments, launchOfRoot, pathInside } from "./bubblewrap-arguments.ts";
import { bubblewrapGuards } from "./bubblewrap-guards.ts";
import type { OpenDoor } from "../egress/door.ts";
import { kernelHardening } from "../inspect/host-hardening.ts";
import type { InspectableSandbox } from "../inspect/inspectable.ts";
import {
  commandEnvironment,
  INSIDE,
  runnerArguments,
  type SandboxDependencies,
  NETWORK_DETAIL,
  type SandboxOptions,
} from "../options.ts";
import { executeOnlyNode, writeNames } from "../run-folder.ts";
import { noteRunning, reapRunning, runningOf } from "../running.ts";
import { seccompFilter } from "../docker/seccomp-filter.ts";
import { type Link, openSession } from "../session.ts";
import { prepareWorkspace, type Workspace } from "../workspace.ts";
import { watchWorkspace } from "../workspace-watch.ts";
import { openWays, type Ways } from "../ways.ts";

/** Sandboxes by Linux namespaces, without an engine. */
export function createBubblewrapSandbox(
  options: SandboxOptions,
  _dependencies: SandboxDependencies,
): InspectableSandbox {
  const sessions = path.join(options.runFolder, "b");
  const limits = new WeakMap<SandboxSession, SandboxLimits>();
  return {
    kind: "bubblewrap",
    guarantees: guarantees(),
    pool: null,
    image: async () => Promise.resolve("bubblewrap, with this machine's own programs"),
    async open(spec, signal) {
      signal.throwIfAborted();
      const workspace = await prepareWorkspace(spec.workspace, options.workspaceRoots);
      const ways = await openWays(spec, options, sessions);
      try {
        const session = await start(workspace, ways, { options, spec, signal });
        limits.set(session, spec.limits);
        return session;
      } catch (error) {
        await ways.close();
        throw error;
      }
    },
    reap: async (keep) => reapRunning(sessions, keep),
    live: async () => (await runningOf(sessions)).length,
    async guards(session) {
      const wanted = limits.get(session);
      if (wanted === undefined) throw new Error(`${session.id} is no session of this sandbox`);
      return Promise.resolve(bubblewrapGuards(Number(session.id), wanted));
    },
    host: async () => Promise.resolve(kernelHardening()),
  };
}
type Opening = { readonly options: SandboxOptions; readonly spec: SandboxSpec; readonly signal: AbortSignal };

async function start(workspace: Workspace, ways: Ways, { options, spec, signal }: Opening): Promise<SandboxSession> {
  const node = await executeOnlyNode(options.runFolder, options.nodePath);
  await writeNames(ways.folder.path, workspace);
  const child = launch(workspace, { options, spec, node, folder: ways.folder.path, door: ways.door });
  const started = await linkTo(child, ways, spec.owner);
  const link = watchWorkspace(started, workspace.path, options.workspaceBytes);
  const hello = {
    env: commandEnvironment(pathInside(options.toolchains), ways.extraCa),
    wallClockMs: spec.limits.wallClockMs,
    watchMemoryBytes: spec.limits.memoryBytes,
    watchProcesses: spec.limits.processes,
    watchDeletedBytes: options.workspaceBytes,
    ...ways.hello,
  };
  return openSession(link, hello, signal);
}
type Launch = {
  readonly options: SandboxOptions;
  readonly spec: SandboxSpec;
  readonly node: string;
  readonly folder: string;
  readonly door: OpenDoor | undefined;
};
function launch(workspace: Workspace, { options, spec, node, folder, door }: Launch): ChildProcess {
  const filter = seccompFilter(process.arch);
  const plain = {
    uid: workspace.uid,
    gid: workspace.gid,
    limits: spec.limits,
    showsPrograms: door !== undefined,
    workspace: {
      from: workspace.path,
      to: INSIDE.workspace,
    },
    readOnly: [
      {
        from: node,
        to: INSIDE.node,
      },
      {
        from: options.nodePath,
        to: `${path.dirname(INSIDE.node)}/bin/node`,
      },
      {
        from: folder,
        to: INSIDE.run,
      },
      ...["hosts", "passwd", "group"].map((name) => ({
        from: path.join(folder, name),
        to: `/etc/${name}`,
      })),
      ...options.toolchains.map((root) => ({
        from: root,
        to: root,
      })),
      ...(door === undefined ? [] : [{ from: door.programs, to: INSIDE.programs }]),
    ],
    seccompFd: filter === null ? null : FILTER_FD,
    command: [INSIDE.node, ...runnerArguments()],
  };
  const { program, args } =
    process.getuid?.() === 0 ? launchOfRoot(plain) : { program: "bwrap", args: bubblewrapArguments(plain) };
  const stdio = ["pipe", "pipe", "pipe", ...(filter === null ? [] : ["pipe" as const])] as const;
  const child = spawn(program, args, { env: { PATH: "/usr/sbin:/usr/bin:/sbin:/bin" }, cwd: "/", stdio: [...stdio] });
  const filterPipe = filter === null ? undefined : (child.stdio[FILTER_FD] as Writable | null);
  filterPipe?.on("error", () => undefined);
  filterPipe?.end(filter);
  return child;
}
const FILTER_FD = 3;

async function linkTo(child: ChildProcess, ways: Ways, owner: string): Promise<Link> {
  const { stdin, stdout, stderr } = child;
  if (stdin === null || stdout === null || stderr === null) throw new Error("bwrap was started without its streams");
  let complaint = "";
  stderr.on("data", (chunk: Buffer) => (complaint = (complaint + chunk.toString("utf8")).slice(-2000)));
  const gone = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", (error) => {
      complaint = error.message;
      resolve();
    });
  });
  const detail = (): string => (complaint === "" ? "" : ` (${complaint.trim()})`);
  if (child.pid !== undefined) await noteRunning(ways.folder.path, child.pid, owner);
  return {
    id: String(child.pid ?? 0),
    input: stdin,
    output: stdout,
    ended: gone.then(() => `bubblewrap ended${detail()}`),
    async destroy() {
      child.kill("SIGKILL");
      stdin.destroy();
      stdout.destroy();
      await gone;
      await ways.close();
    },
  };
}

/** Why bubblewrap cannot be used here, with the one command that helps; null when it can. */
export function bubblewrapProblem(): ({ readonly reason: string } & Remedy) | null {
  const probe = ["--unshare-all", "--ro-bind", "/", "/", "--cap-drop", "ALL", "/bin/true"];
  const { error, status, stderr } = spawnSync("bwrap", probe, { encoding: "utf8", timeout: 5000 });
  if (error !== undefined)
    return { reason: "bubblewrap is not installed", fix: "sudo apt-get install -y bubblewrap", isCommand: true };
  if (status === 0) return null;
  const restricted = /apparmor|Permission denied|Operation not permitted|No permissions/i.test(stderr);
  return {
    reason: `bubblewrap may not make a sandbox: ${stderr.trim()}`,
    fix: restricted
      ? "sudo sysctl -w kernel.unprivileged_userns_clone=1 kernel.apparmor_restrict_unprivileged_userns=0 user.max_user_namespaces=10000"
      : "bwrap --unshare-all --ro-bind / / /bin/true",
    isCommand: true,
  };
}

function guarantees(): readonly Guarantee[] {
  const filtered = seccompFilter(process.arch) !== null;
  return [
    { name: "read-only root", holds: true, detail: "only the workspace, /tmp and the home can be written" },
    {
      name: "no network",
      holds: true,
      detail: NETWORK_DETAIL,
    },
    { name: "no privileges", holds: true, detail: "a numeric user, no capabilities, no new privileges" },
    {
      name: "system calls",
      holds: filtered,
      detail: filtered
        ? "tracing, namespaces, mounts, keyrings, io_uring and BPF are refused; less strict than Docker's list"
        : `no seccomp filter for ${process.arch}`,
    },
    {
      name: "file size and processes",
      holds: true,
      detail: "by limits of the kernel; what the workspace takes of the disk, and how many files it holds, is watched",
    },
    {
      name: "memory",
      holds: false,
      detail: "each process is limited hard; their sum is watched 20 times a second, so it can be passed for a moment",
    },
    { name: "CPU", holds: false, detail: "no share of CPU time; Docker gives one" },
    {
      name: "own programs",
      holds: false,
      detail: "commands see the host's /usr read-only instead of an image of their own",
    },
  ];
}
