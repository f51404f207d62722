import { probeEngine } from "../../src/sandbox/detect.ts";
import { describeCanariesInSandbox } from "../contracts/sandbox-canaries.ts";
import { sandboxOptions } from "../support/sandbox-options.ts";

const { socketPath, image } = sandboxOptions("probe", "/nonexistent");
const required = process.env["SPARKS_REQUIRE_DOCKER"] === "1";
describeCanariesInSandbox("docker", !required && (await probeEngine(socketPath, image)).kind !== "ready");
