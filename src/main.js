import { enableCompileCache, registerHooks } from "node:module";

// The first start writes down what was compiled, and the next ones are up in half the time.
enableCompileCache();

/** What a package's name stands for in our own sources, which all see the same. */
const packages = new Map();
const ours = new URL(".", import.meta.url).href;
/**
 * Node asks the disk several things about each of some 4,000 imports, which is a fifth of the start. Most name a file as it lies beside them, and the
 * others the same few packages again. A file that is missing fails when it is read.
 */
registerHooks({
  resolve(specifier, context, next) {
    const { parentURL: from, conditions } = context;
    if (from === undefined || !conditions.includes("import")) return next(specifier, context);
    const [, ending] = /^\.{1,2}\/.*\.(ts|js)$/.exec(specifier) ?? [];
    const isTyped = ending === "ts" && from.startsWith(ours);
    if (isTyped) return { url: new URL(specifier, from).href, format: "module-typescript", shortCircuit: true };
    if (ending === "js") return { url: new URL(specifier, from).href, shortCircuit: true };
    if (specifier.startsWith(".") || !from.startsWith(ours)) return next(specifier, context);
    const known = packages.get(specifier) ?? { ...next(specifier, context), shortCircuit: true };
    packages.set(specifier, known);
    return known;
  },
});
const { run } = await import("./run.ts");
await run();
