import type Docker from "dockerode";
import { Fault, type Remedy } from "../../core/fault.ts";
import type { ContainerBody } from "./container-body.ts";
import { type Guard, guardsOf, loadingVariables } from "../inspect/guards.ts";
import { SANDBOX_IMAGE } from "./image.ts";
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
      ...advice(
        "put the settings under [sandbox] back to their defaults (sparks sandbox template shows what is asked for)",
      ),
    });
  const container = await docker.createContainer({ ...body, abortSignal: signal });
  onMade(container);
  const inspected = await container.inspect();
  const guards = guardsOf(body, inspected);
  const weak = guards.filter(({ holds }) => !holds).map(({ name }) => name);
  if (weak.includes("Volumes"))
    throw new Fault("sandbox.unavailable", {
      reason: `the image ${body.Image} declares a VOLUME, which could be written beside the workspace`,
      ...anotherImage("VOLUME"),
    });
  const [variable] = loadingVariables(inspected.Config.Env);
  if (variable !== undefined)
    throw new Fault("sandbox.unavailable", {
      reason: `the image ${body.Image} sets ENV ${variable}, and by variables of that kind programs load code`,
      ...anotherImage(`ENV ${variable}`),
    });
  if (weak.length > 0)
    throw new Fault("sandbox.unavailable", {
      reason: `the engine did not keep these guards: ${weak.join(", ")}`,
      ...advice("use a current Docker engine, or set sandbox.kind to bubblewrap"),
    });
  return guards;
}
function anotherImage(without: string): Remedy {
  return advice(`set sandbox.image to an image without ${without}, as ${SANDBOX_IMAGE} is`);
}
function advice(fix: string): Remedy {
  return { fix, isCommand: false };
}
