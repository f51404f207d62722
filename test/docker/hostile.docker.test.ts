import { describeHostile } from "../contracts/hostile.ts";
import { describeWithDocker } from "../support/docker-engine.ts";

await describeWithDocker("a hostile model in docker", () => describeHostile({ sandbox: "docker", runs: 2, seed: 2 }));
