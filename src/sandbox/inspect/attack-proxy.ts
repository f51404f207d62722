import { z } from "zod";
import type { EscapeAttempt } from "../../core/ports/health.ts";
import type { SandboxLimits } from "../../core/ports/sandbox.ts";
import type { Targets } from "./attack-targets.ts";
import type { InspectableSandbox } from "./inspectable.ts";

/** Runs inside: sends each request to the proxy and prints its first line of answer; then goes past the proxy. */
const PROGRAM = `
  const net = require("node:net");
  const { port } = new URL(process.env.HTTPS_PROXY);
  const first = (target, text) => new Promise((done) => {
    const socket = net.connect({ ...target, timeout: 8000 }, () => text === null ? done("connected") : socket.write(text));
    let said = "";
    socket.on("data", (chunk) => { said += chunk; if (said.includes("\\n")) done(said.split("\\r\\n")[0]); });
    socket.on("error", (error) => done(error.code)); socket.on("close", () => done("closed"));
    socket.on("timeout", () => done("no answer"));
  });
  (async () => {
    const { asked, direct } = JSON.parse(process.argv[1]);
    for (const head of asked)
      console.log(JSON.stringify({ what: head, said: await first({ host: "127.0.0.1", port }, head + " HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n") }));
    for (const [host, number] of direct)
      console.log(JSON.stringify({ what: "past the proxy to " + (host.includes(":") ? "[" + host + "]" : host) + ":" + number, said: await first({ host, port: number }, null) }));
    process.exit(0);
  })();`;
const line = z.object({ what: z.string(), said: z.string() });

/** Where a step may fetch packages, tries to reach anything else through the proxy, and past it. */
export async function attackProxy(
  { sandbox, workspace, signal }: { sandbox: InspectableSandbox; workspace: string; signal: AbortSignal },
  targets: Targets,
  limits: SandboxLimits,
): Promise<EscapeAttempt[]> {
  const spec = { owner: "attack-proxy", workspace, network: "registries", limits } as const;
  await using session = await sandbox.open(spec, signal);
  const given = JSON.stringify({ asked: requests(targets), direct: [...directly(targets), ["1.1.1.1", 443]] });
  const result = await session.run(
    { argv: ["node", "-e", PROGRAM, "--", given] },
    { timeoutMs: 120_000, outputBytes: 64 * 1024, signal },
  );
  const lines = result.stdout.text.split("\n").filter((text) => text.startsWith("{"));
  const said = lines.map((text) => line.parse(JSON.parse(text)));
  if (said.length === 0)
    return [{ name: "reach more than the registries", happened: `not tried: ${result.kind}`, held: null }];
  return said.map(({ what, said: happened }) => {
    const isThrough = happened === "connected" || /^HTTP\/1\.\d 2/.test(happened);
    return { name: `with registries: ${what}`, happened, held: happened === "no answer" ? null : !isThrough };
  });
}
function directly({ addresses }: Targets): [string, number][] {
  return addresses.map(([, host, port]) => [host, port]);
}
/** The host's own server by all its spellings, the cloud's metadata, and hosts that are no registry. */
function requests(targets: Targets): string[] {
  const port = targets.addresses.find(([, host]) => host === "127.0.0.1")?.[2] ?? 80;
  const own = ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "0177.0.0.1", "127.1"];
  const bridges = targets.addresses.filter(([label]) => label.startsWith("the host on"));
  return [
    ...own.map((host) => `CONNECT ${host}:${port}`),
    ...bridges.map(([, host, number]) => `CONNECT ${host}:${number}`),
    ...["169.254.169.254:80", "169.254.169.254:443", "metadata.google.internal:443"].map((host) => `CONNECT ${host}`),
    ...["1.1.1.1:53", "1.1.1.1:443", "example.com:443", "registry.npmjs.org:22"].map((host) => `CONNECT ${host}`),
    `GET http://127.0.0.1:${port}/`,
    "GET http://169.254.169.254/latest/meta-data/",
  ];
}
