import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findCanaries, newCanary } from "../../test/support/canaries.ts";
import { CONTAINER_SPEC } from "../../test/support/container-spec.ts";
import { temporaryFolder } from "../../test/support/folder.ts";
import { bubblewrapArguments } from "./bubblewrap/bubblewrap-arguments.ts";
import { containerBody } from "./docker/container-body.ts";
import { commandEnvironment } from "./options.ts";
import { makeRunFolder, writeNames } from "./run-folder.ts";

const planted = newCanary("host");
const NAMES = [
  "PLANTED_API_KEY",
  "HTTPS_PROXY",
  "NODE_OPTIONS",
  "SSH_AUTH_SOCK",
  "GIT_ASKPASS",
  "DOCKER_HOST",
] as const;
const before = new Map<string, string | undefined>();
const limits = { memoryBytes: 1 << 29, cpus: 1, processes: 100, fileBytes: 1 << 30, wallClockMs: 60_000 };

beforeEach(() => {
  for (const name of NAMES) {
    before.set(name, process.env[name]);
    process.env[name] = planted;
  }
});
afterEach(() => {
  for (const [name, value] of before) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

test("the body of a container holds nothing of the daemon's environment", () => {
  const body = containerBody(CONTAINER_SPEC);
  expect(findCanaries([planted], JSON.stringify(body))).toEqual([]);
  // Each variable by name: a new one is a decision, and this is where it is made.
  expect(body.Env.map((line) => line.split("=")[0])).toEqual(["PATH", "HOME", "TMPDIR", "LANG"]);
});
test("what starts bubblewrap clears the environment before it sets its own", () => {
  const argv = bubblewrapArguments({
    showsPrograms: false,
    uid: 1000,
    gid: 1000,
    limits,
    workspace: { from: "/srv/work/7", to: "/workspace" },
    readOnly: [],
    seccompFd: null,
    command: ["true"],
  });
  expect(argv).toContain("--clearenv");
  expect(findCanaries([planted], argv.join("\n"))).toEqual([]);
});
test("a command in a sandbox is given no variable that could hold a secret", () => {
  for (const extraCa of [false, true]) {
    const environment = commandEnvironment("/usr/bin", extraCa);
    expect(findCanaries([planted], JSON.stringify(environment))).toEqual([]);
    for (const name of Object.keys(environment)) expect(name).not.toMatch(/TOKEN|KEY|SECRET|PASSWORD|SOCK/u);
  }
});
test("the folder that comes with a sandbox holds its own few files, and nothing of the home beside it", async () => {
  using folder = temporaryFolder();
  writeFileSync(folder.at(".env"), `MODEL_API_KEY=${planted}\n`);
  const run = await makeRunFolder(folder.at("run"), undefined);
  await writeNames(run.path, { uid: 1000, gid: 1000 });
  const files = readdirSync(run.path).sort();
  expect(files).toEqual(["group", "hosts", "passwd"]);
  for (const file of files) expect(findCanaries([planted], readFileSync(`${run.path}/${file}`, "utf8"))).toEqual([]);
});
