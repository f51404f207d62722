import { isSteering } from "./environment.ts";
import { absolutePath, checkListed } from "../paths/paths.ts";
import { type Call, type Field, find, literal, type Scene } from "./scene.ts";
import { checkSetting, type Ends, endsIn, withVariable } from "./walk.ts";

/** Commands of the shell itself that change where it is or what it knows. @returns null when it is none of them */
export function runBuiltin(call: Call, args: readonly Field[]): Ends | null {
  switch (call.name) {
    case "pushd":
      return { ok: [pushed(call, args)], failed: [withVariable(call.scene, STACK, stackOf(call))], output: null };
    case "popd":
      return { ok: [popped(call, args)], failed: [call.scene], output: null };
    case "cd":
      return { ok: [moved(call, args)], failed: [stayed(call)], output: null };
    case "export":
      return endsIn(exported(call, args));
    case "unset":
      return endsIn(unset(call, args));
    case "read":
      return endsIn(assigned(call, args));
    default:
      return null;
  }
}
/** Anywhere it cannot be followed to is asked about. */
function moved(call: Call, args: readonly Field[]): Scene {
  const [given, more] = args.filter(({ text, known }) => !known || text !== "--");
  const [before] = call.scene.variables.get("OLDPWD") ?? [];
  const target = given?.known === true && given.text === "-" && before?.known === true ? before : given;
  if (target === undefined || more !== undefined || !target.known || target.text.startsWith("-")) {
    find(call, "opaque", "where it goes is only known when it runs");
    return call.scene;
  }
  // where a step back may have led out of the workspace, each command is asked about, and a script that ends there does nothing
  if (!/^(\.\.\/)*\.\.\/?$/.test(target.text)) checkListed(call, target);
  return {
    ...withVariable(call.scene, "OLDPWD", [literal(call.scene.directory)]),
    directory: absolutePath(call, target.text),
  };
}
/** What never moved has nowhere to go back to. */
function stayed({ scene }: Call): Scene {
  return scene.variables.has("OLDPWD") ? scene : withVariable(scene, "OLDPWD", [literal(scene.directory)]);
}
/** Where `popd` goes back to; no shell has a variable of such a name. */
const STACK = "folders left";
function pushed(call: Call, args: readonly Field[]): Scene {
  // A number turns the stack around.
  if (args.some(({ text }) => /^[+-]\d*$/.test(text))) find(call, "opaque", "where it goes is only known when it runs");
  return withVariable(moved(call, args), STACK, stackOf(call));
}
function stackOf({ scene }: Call): readonly Field[] {
  return [literal(scene.directory), ...(scene.variables.get(STACK) ?? [])];
}
function popped(call: Call, args: readonly Field[]): Scene {
  const [last, ...left] = call.scene.variables.get(STACK) ?? [];
  if (args.length > 0 || last === undefined) {
    find(call, "opaque", "where it goes is only known when it runs");
    return call.scene;
  }
  return { ...withVariable(call.scene, STACK, left), directory: last.text };
}
function exported(call: Call, args: readonly Field[]): Scene {
  if (args.length === 0 || args.some(({ text }) => text.startsWith("-")))
    find(call, "secret", "it shows the environment");
  let { scene } = call;
  for (const { text, known } of args) {
    const [, name = "", value] = /^([A-Za-z_]\w*)(?:=([^]*))?$/.exec(text) ?? [];
    if (!known || name === "") find(call, "opaque", "what it exports is only known when it runs");
    else if (value === undefined) checkSetting(call, name, scene.variables.get(name) ?? null);
    else {
      checkSetting(call, name, [literal(value)]);
      scene = withVariable(scene, name, [literal(value)]);
    }
  }
  return scene;
}
/** `read -r a b`: a line into variables; all that is known of it is the one name that came through a pipe. */
function assigned(call: Call, args: readonly Field[]): Scene {
  const names = args.filter(({ text, known }) => !known || !/^-r$/.test(text));
  const [piped, more] = call.scene.input ?? [];
  const line = piped !== undefined && more === undefined && !/[\s\\]/.test(piped.text) ? [piped] : null;
  let { scene } = call;
  for (const { text, known, glob } of names) {
    if (!known || glob || !/^[A-Za-z_]\w*$/.test(text) || isSteering(text))
      find(call, "opaque", "it changes how the shell reads on");
    else scene = withVariable(scene, text, names.length === 1 ? line : null);
  }
  return scene;
}
function unset(call: Call, args: readonly Field[]): Scene {
  let { scene } = call;
  for (const { text, known } of args) {
    if (!known || !/^[A-Za-z_]\w*$/.test(text) || isSteering(text))
      find(call, "opaque", "it changes how the shell reads on");
    else scene = withVariable(scene, text, []);
  }
  return scene;
}
