import { describeHostile } from "../contracts/hostile.ts";

/** Tasks of each kind; `scripts/hostile-test.ts` asks for more. */
const RUNS = Number(process.env["SPARKS_HOSTILE_RUNS"] ?? 8);
const SEED = Number(process.env["SPARKS_HOSTILE_SEED"] ?? 1);

describeHostile({ sandbox: "bubblewrap", runs: RUNS, seed: SEED });
