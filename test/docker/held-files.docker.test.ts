import { describeHeldFiles } from "../contracts/held-files.ts";
import { describeWithDocker } from "../support/docker-engine.ts";

await describeWithDocker("files that are held back", () => describeHeldFiles("docker"));
