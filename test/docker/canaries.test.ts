import { describeCanariesInSandbox } from "../contracts/sandbox-canaries.ts";
import { dockerSkip } from "../support/docker-engine.ts";

describeCanariesInSandbox("docker", (await dockerSkip()) !== null);
