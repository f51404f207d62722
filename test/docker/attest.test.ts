import Docker from "dockerode";
import { describe, expect, test } from "vitest";
import { createDockerSandbox } from "../../src/sandbox/docker/docker.ts";
import { escapeProgram, judgeAttempts } from "../../src/sandbox/inspect/attempts.ts";
import { judgeFacts, parseFacts, probeProgram } from "../../src/sandbox/inspect/probes.ts";
import { describeAttestation } from "../contracts/sandbox-attestation.ts";
import { dockerSkip } from "../support/docker-engine.ts";
import { sandboxOptions, wallClock } from "../support/sandbox-options.ts";

const { socketPath, image } = sandboxOptions("probe", "/nonexistent");
const skip = await dockerSkip();
describeAttestation("docker", {
  skip,
  make: (home, runFolder) => createDockerSandbox(sandboxOptions(home, runFolder), { clock: wallClock }),
  unclaimed: ["user namespace", "open the memory of its own init"],
  guards: 41,
});

describe.skipIf(skip !== null)("a container that is not sealed", () => {
  const docker = new Docker({ socketPath });
  const weak = {
    Image: image,
    User: "0:0",
    HostConfig: {
      AutoRemove: false,
      SecurityOpt: ["seccomp=unconfined"],
      CapAdd: ["SYS_ADMIN", "SYS_PTRACE", "NET_RAW", "MKNOD", "SYS_CHROOT"],
      CgroupnsMode: "host" as const,
    },
  };
  const say = async (command: readonly string[]): Promise<string> => {
    const container = await docker.createContainer({ ...weak, Cmd: [...command] });
    try {
      await container.start();
      await container.wait();
      const text = await container.logs({ stdout: true, stderr: false, follow: false });
      return text.toString("utf8").replaceAll(/^[^{\n]*(?=\{)/gm, "");
    } finally {
      await container.remove({ force: true, v: true });
    }
  };
  test("is told by what is seen inside it", async () => {
    const limits = { memoryBytes: 1 << 29, cpus: 1, processes: 128, fileBytes: 1 << 26, wallClockMs: 60_000 };
    const facts = parseFacts(await say(["node", "--input-type=module", "--eval", probeProgram()]));
    const found = judgeFacts(facts, { kind: "docker", limits, hostNamespaces: {} });
    const lost = found.filter(({ holds }) => holds === false).map(({ name }) => name);
    expect(lost).toEqual(
      expect.arrayContaining([
        ...["user", "group", "capabilities CapEff", "capabilities CapBnd", "no new privileges", "system call filter"],
        ...["network interfaces", "routes", "root", "writing to /etc", "its cgroup's path"],
        ...["size of a file", "open files", "processes", "memory of all together", "out-of-memory score"],
        ...["/proc/interrupts", "/sys/block"],
      ]),
    );
  });
  test("lets attempts through, so that a refusal in a sandbox means something", async () => {
    const given = {
      ...{ secret: "x", secretPath: "/none", hostMark: "6e6f6e65", hostPid: 1, abstract: "none", addresses: [] },
      ...{ files: 1000, tmpBytes: 1 << 20, homeBytes: 1 << 20, fileBytes: 1 << 20, processes: 10 },
    };
    const output = await say(["python3", "-c", escapeProgram(), JSON.stringify(given)]);
    const through = judgeAttempts(output, "docker").filter(({ held }) => held === false);
    expect(through.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        ...["mount a file system", "bind the root elsewhere", "mount by the newer calls", "copy the tree of mounts"],
        ...["make a mount namespace", "make a network namespace", "chroot"],
        ...["make a device node of a disk", "trace another process", "ask to be traced"],
        ...["read another process's memory", "take another process's open file", "compare kernel pointers by kcmp"],
        ...["use the kernel's keyrings", "set up io_uring", "become user 0"],
        ...["make a set-user-id program of root", "open a raw socket", "open a packet socket"],
        ...["open a socket to the hypervisor", "open a socket to the firewall", "write beside its own places"],
        ...["set the host's name", "make files without end in /tmp", "fill /tmp beyond its size"],
        ...["write a file beyond the limit", "start processes without end"],
      ]),
    );
  });
});
