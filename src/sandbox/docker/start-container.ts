import type Docker from "dockerode";
import type { Duplex } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { Fault } from "../../core/fault.ts";
import type { ContainerBody } from "./container-body.ts";
import { createContainer } from "./create-container.ts";
import { type Demux, createDemux } from "./demux.ts";
import { imageRemedy } from "./image.ts";
import type { SandboxOptions } from "../options.ts";
import type { Link } from "../session.ts";
import type { ContainerTemplate } from "./template.ts";
import type { Ways } from "../ways.ts";

/** What must be removed again, as far as it was made. */
export type Made = { readonly ways: Ways; container: Docker.Container | undefined };
type Plan = { readonly body: ContainerBody; readonly template: ContainerTemplate; readonly signal: AbortSignal };

/** Makes a container, checks it and starts its runner, which then waits to be told whose it is. `made` learns what was made also when this throws. */
export async function startContainer(docker: Docker, plan: Plan, made: Made): Promise<Link> {
  await createContainer(docker, plan, (container) => (made.container = container));
  const container = made.container;
  if (container === undefined) throw new Error("a container was made and not handed over");
  const attach = { stream: true, stdin: true, stdout: true, stderr: true, hijack: true };
  const stream = await container.attach({ ...attach, abortSignal: plan.signal });
  const demux = createDemux();
  stream.pipe(demux.input);
  const link = linkTo(container, stream as Duplex, demux, made);
  await container.start({ abortSignal: plan.signal });
  return link;
}
function linkTo(container: Docker.Container, stream: Duplex, demux: Demux, made: Made): Link {
  const ended = new Promise<string>((resolve) => {
    stream.once("close", () => resolve(`the container ended${demux.complaint()}`));
    stream.once("error", (error) => resolve(`the engine's stream broke: ${error.message}`));
  });
  return {
    id: container.id.slice(0, 12),
    input: stream,
    output: demux.output,
    ended,
    async destroy() {
      stream.destroy();
      await removeMade(made);
    },
  };
}
/** Closes the ways out also where the engine does not answer and keeps the container. Removing twice is harmless. @throws the engine's error */
export async function removeMade({ container, ways }: { container: Removable | undefined; ways: Ways }): Promise<void> {
  try {
    if (container !== undefined) await removeContainer(container);
  } finally {
    await ways.close();
  }
}
/** As far as a container is removed. */
type Removable = { remove(options: { force: true; v: true }): Promise<unknown> };
/**
 * Killing and removing, again while the engine is busy doing so itself (409); gone (404) is what is wanted.
 * @throws the engine's last error, when that is another or it is busy for too long
 */
export async function removeContainer(container: Removable, attempts = 50): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await container.remove({ force: true, v: true });
      return;
    } catch (error) {
      if (statusOf(error) === 404) return;
      if (statusOf(error) !== 409 || attempt >= attempts) throw error;
    }
    await wait(20 + attempt * 4);
  }
}

function statusOf(error: unknown): number | undefined {
  return (error as { statusCode?: number } | null)?.statusCode;
}
/** A library's error as ours; what is ours already, or nobody's, as it is. */
export function engineFault(
  cause: unknown,
  { image, socketPath }: Pick<SandboxOptions, "image" | "socketPath">,
): unknown {
  if (cause instanceof Fault || (cause as Error | null)?.name === "AbortError") return cause;
  const { code, message = "" } = cause as { code?: string; message?: string };
  if (statusOf(cause) === 404 && /no such image/i.test(message))
    return new Fault("sandbox.image-missing", { image, ...imageRemedy(image) }, { cause });
  if (code === "ENOSPC" || /no space left/i.test(message)) return new Fault("disk.full", { path: "/" }, { cause });
  if (["ECONNREFUSED", "ENOENT", "EACCES", "ECONNRESET", "EPIPE"].includes(code ?? ""))
    return new Fault("sandbox.unreachable", { socket: socketPath }, { cause });
  const status = statusOf(cause);
  if (status === undefined) return cause;
  const fix = "look at the engine's log (journalctl -u docker)";
  return new Fault(
    "sandbox.unavailable",
    { reason: `the engine answered ${status}: ${message}`, fix, isCommand: false },
    { cause },
  );
}
