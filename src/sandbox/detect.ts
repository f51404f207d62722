import { Fault, type Remedy } from "../core/fault.ts";
import type { Guarantee } from "../core/ports/sandbox.ts";
import { askEngine } from "./docker/ask-engine.ts";
import { bubblewrapProblem, createBubblewrapSandbox } from "./bubblewrap/bubblewrap.ts";
import { createDockerSandbox } from "./docker/docker.ts";
import { imageRemedy } from "./docker/image.ts";
import type { InspectableSandbox } from "./inspect/inspectable.ts";
import type { Runtime, SandboxDependencies, SandboxOptions } from "./options.ts";

export type SandboxWish = {
  readonly kind: "auto" | "docker" | "bubblewrap";
  /** auto: runsc where the engine has it. */
  readonly runtime: "auto" | Runtime;
};
export type EngineState =
  | { readonly kind: "ready"; readonly runtimes: readonly string[] }
  | { readonly kind: "no-image" }
  | { readonly kind: "silent"; readonly reason: string };
const PROBE_MS = 1000;

/** Asks the engine whether it is there and has the image; an answer that takes more than a second is none. */
export async function probeEngine(socketPath: string, image: string, limitMs = PROBE_MS): Promise<EngineState> {
  const late = AbortSignal.timeout(limitMs);
  try {
    const [info] = await Promise.all([
      askEngine(socketPath, "/info", late),
      askEngine(socketPath, `/images/${image}/json`, late),
    ]);
    return { kind: "ready", runtimes: Object.keys((info as { Runtimes?: object }).Runtimes ?? {}) };
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode === 404) return { kind: "no-image" };
    return { kind: "silent", reason: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * The best sandbox this machine has: containers when an engine with the image answers, else bubblewrap. Where there is
 * neither, one whose `open` says what to do: the program still starts and everything that needs no sandbox works.
 */
export async function detectSandbox(
  wish: SandboxWish,
  found: Omit<SandboxOptions, "runtime">,
  dependencies: SandboxDependencies,
): Promise<InspectableSandbox> {
  const options = { ...found, runtime: undefined };
  if (wish.kind === "bubblewrap") {
    const lacking = bubblewrapProblem();
    return lacking === null ? createBubblewrapSandbox(options, dependencies) : noSandbox("bubblewrap", lacking);
  }
  const engine = await probeEngine(options.socketPath, options.image);
  if (engine.kind === "ready") {
    const { runtime, problem: lacking } = pickRuntime(wish.runtime, engine.runtimes);
    if (lacking !== null) return noSandbox("docker", lacking);
    return createDockerSandbox({ ...options, runtime }, dependencies);
  }
  const docker = dockerProblem(engine, options);
  if (wish.kind === "docker") return noSandbox("docker", docker);
  const problem = bubblewrapProblem();
  if (problem === null) return withNote(createBubblewrapSandbox(options, dependencies), noteOn(engine, docker));
  return engine.kind === "no-image" ? noSandbox("docker", docker) : noSandbox("bubblewrap", problem);
}
/** A wished runtime that is not there is an error: a weaker one in its place would be silent. */
export function pickRuntime(
  wish: SandboxWish["runtime"],
  runtimes: readonly string[],
): { readonly runtime: Runtime | undefined; readonly problem: Problem | null } {
  const listed = (["runsc", "runc"] as const).filter((name) => runtimes.includes(name));
  if (wish === "auto") return { runtime: listed[0], problem: null };
  if (listed.includes(wish)) return { runtime: wish, problem: null };
  const reason = `the Docker engine has no runtime ${wish} (it has ${runtimes.join(", ")})`;
  const fix = `set sandbox.runtime to "auto", or install ${wish} in the engine`;
  return { runtime: undefined, problem: { reason, fix, isCommand: false } };
}
type Problem = { readonly reason: string } & Remedy;

function dockerProblem(engine: EngineState, { image, socketPath }: SandboxOptions): Problem {
  if (engine.kind === "no-image")
    return { reason: `the Docker engine answers but has no image ${image}`, ...imageRemedy(image) };
  const why = engine.kind === "silent" ? `: ${engine.reason}` : "";
  const reason = `no Docker engine answers on ${socketPath}${why}`;
  return { reason, fix: "sudo systemctl start docker", isCommand: true };
}
function noteOn(engine: EngineState, { reason, fix }: Problem): Guarantee {
  const detail = engine.kind === "no-image" ? `${reason}; to use it: ${fix}` : reason;
  return { name: "Docker", holds: false, detail };
}
function withNote(sandbox: InspectableSandbox, note: Guarantee): InspectableSandbox {
  return { ...sandbox, guarantees: [...sandbox.guarantees, note] };
}
function noSandbox(kind: InspectableSandbox["kind"], problem: Problem): InspectableSandbox {
  return {
    kind,
    guarantees: [{ name: "a sandbox", holds: false, detail: `${problem.reason}; to have one: ${problem.fix}` }],
    pool: null,
    image: async () => Promise.resolve(`${kind}, not available`),
    open: async () => Promise.reject(new Fault("sandbox.unavailable", problem)),
    reap: async () => Promise.resolve(0),
    live: async () => Promise.resolve(0),
    guards: async () => Promise.resolve([]),
    host: async () => Promise.resolve([]),
  };
}
