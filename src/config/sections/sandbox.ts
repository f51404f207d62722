import { z } from "zod";
import { DEFAULT_REGISTRIES } from "../../lib/registries.ts";
import { absolutePath, count, hostGrant, hostName, httpUrl, privateRanges } from "./values.ts";

const egress = z.strictObject({
  repository: z
    .string()
    .min(1)
    .max(100)
    .meta({ description: 'The repository\'s name; "*" means all.', example: "shop" }),
  check: z
    .string()
    .min(1)
    .max(200)
    .meta({ description: 'The check\'s id, as plans and /ci name it; "*" means all.', example: "node:test" }),
  hosts: z
    .array(hostGrant)
    .min(1)
    .max(50)
    .meta({
      description: "Each a name and a port; *.example.com means every name below it, and not itself.",
      example: ["api.example.com:443"],
    }),
});

export const sandbox = z
  .strictObject({
    kind: z
      .enum(["auto", "docker", "bubblewrap"])
      .default("auto")
      .describe('What seals the work in. "auto": Docker when an engine answers, else bubblewrap.'),
    image: z.string().min(1).default("sparks-sandbox:1").describe("The Docker image."),
    runtime: z
      .enum(["auto", "runc", "runsc"])
      .default("auto")
      .describe('What starts containers. "auto": runsc (gVisor) when the engine has it, else runc.'),
    socket: absolutePath.default("/var/run/docker.sock").describe("The Docker engine's socket."),
    memory_mib: count(128, 1_048_576, 2048, "Memory of one sandbox, in MiB."),
    cpus: z.number().min(0.1).max(512).default(2).describe("Processors of one sandbox; parts are possible."),
    processes: count(16, 32_768, 512, "Processes and threads of one sandbox."),
    file_mib: count(1, 1_048_576, 1024, "The largest single file, in MiB."),
    workspace_mib: count(
      64,
      16_777_216,
      10_240,
      "What one task's folder may take of the disk, in MiB; it may hold a file for each KiB of that, two millions at most.",
    ),
    task_wall_clock_minutes: count(1, 1440, 60, "After this a task's sandbox ends, whatever it does."),
    warm: count(0, 8, 2, "Containers held ready for the next tasks, so that these begin at once; 0: none."),
    warm_minutes: count(1, 1440, 30, "A container that waited so long is replaced by a new one."),
    registries: z
      .array(hostName)
      .max(100)
      .default([...DEFAULT_REGISTRIES])
      .describe("The only hosts that steps with network reach, on port 443."),
    extra_ca_file: absolutePath.exactOptional().meta({
      description: "PEM certificates that commands with network trust as well.",
      example: "/etc/ssl/certs/house.pem",
    }),
    allowed_private_cidrs: privateRanges.describe(
      "Private address ranges in which a registry may be, such as a house mirror's.",
    ),
    egress_mib: count(1, 1_048_576, 2048, "What one sandbox may send and get over the network in all, in MiB."),
    egress_response_mib: count(1, 1_048_576, 1024, "What one connection or request may answer, in MiB."),
    egress_minutes: count(1, 1440, 15, "How long one connection or request may last."),
    upstream_proxy: httpUrl.exactOptional().meta({
      description: "The host's own way out, if it needs one.",
      example: "http://proxy.example.org:3128",
    }),
    egress: z
      .array(egress)
      .max(200)
      .default([])
      .describe("Hosts that a check reaches when it runs, in tasks and in /ci; none otherwise."),
  })
  .prefault({})
  .describe("Where everything untrusted runs.");
