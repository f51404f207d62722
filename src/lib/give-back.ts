import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * Gives the memory back that V8 took for the start: modules are read and built in some 30 MB of room for young objects, which it keeps
 * although an idle program needs one. Holds the program up for about a tenth of a second, so it belongs into a quiet moment.
 */
export function giveBackMemory(): void {
  // The only way to V8's own from within; the flag is there for as long as it takes to get hold of the function.
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  setFlagsFromString("--no-expose-gc");
  if (typeof collect === "function") collect({ type: "major", execution: "sync", flavor: "last-resort" });
}
