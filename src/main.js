import { enableCompileCache } from "node:module";

// The first start writes down what was compiled, and the next ones are up in half the time.
enableCompileCache();
const { run } = await import("./run.ts");
await run();
