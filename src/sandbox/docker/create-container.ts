import type Docker from "dockerode";
import { Fault } from "../../core/fault.ts";
import type { ContainerBody } from "./container-body.ts";
import { type Guard, guardsOf, loadingVariables } from "../inspect/guards.ts";
import type { ContainerTemplate } from "./template.ts";
import { problemsOf } from "./validate-body.ts";

/**
 * The only way in which this program makes a container: the body is held against the template before the engine hears of
 * it, and what the engine made of it before it is started.
 * @param onMade told of the container before it is looked at, so that whoever asked removes it when this throws
 * @throws Fault sandbox.unavailable when a guard does not hold; the engine's own errors as they are
 */
export async function createContainer(
  docker: Docker,
  { body, template, signal }: { body: ContainerBody; template: ContainerTemplate; signal: AbortSignal },
  onMade: (container: Docker.Container) => void,
): Promise<readonly Guard[]> {
  const problems = problemsOf(body, template);
  if (problems.length > 0)
    throw new Fault("sandbox.unavailable", {
      reason: `the container would be weaker than it must be: ${problems.map(({ field, why }) => `${field} ${why}`).join("; ")}`,
      fix: "sparks sandbox template shows what is asked for; put the settings under [sandbox] back to their defaults",
    });
  const container = await docker.createContainer({ ...body, abortSignal: signal });
  onMade(container);
  const inspected = await container.inspect();
  const guards = guardsOf(body, inspected);
  const weak = guards.filter(({ holds }) => !holds).map(({ name }) => name);
  if (weak.includes("Volumes"))
    throw new Fault("sandbox.unavailable", {
      reason: `the image ${body.Image} declares a VOLUME, which could be written beside the workspace`,
      fix: "take an image without VOLUME, or make Sparks' own: sh scripts/sandbox-image.sh",
    });
  const [variable] = loadingVariables(inspected.Config.Env);
  if (variable !== undefined)
    throw new Fault("sandbox.unavailable", {
      reason: `the image ${body.Image} sets ENV ${variable}, and by variables of that kind programs load code`,
      fix: `take an image without ENV ${variable}, or make Sparks' own: sh scripts/sandbox-image.sh`,
    });
  if (weak.length > 0)
    throw new Fault("sandbox.unavailable", {
      reason: `the engine did not keep these guards: ${weak.join(", ")}`,
      fix: "use a current Docker engine, or set sandbox.kind to bubblewrap",
    });
  return guards;
}
