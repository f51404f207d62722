import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, symlink, writeFile, chmod } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import path from "node:path";
import { once } from "node:events";

/** What a sandbox is invited to reach: a secret beside it, and servers of the host that count who comes. */
export interface Targets extends AsyncDisposable {
  readonly secret: string;
  readonly secretPath: string;
  readonly abstract: string;
  /** What it is, address, port. */
  readonly addresses: readonly (readonly [label: string, host: string, port: number])[];
  /** How many connections came. */
  visits(): number;
  isSecretWhole(): Promise<boolean>;
}
/** A folder that others may enter, so that only the sandbox keeps the secret. Only addresses of this machine are listened on. */
export async function openTargets(workspace: string): Promise<Targets> {
  await using closers = new AsyncDisposableStack();
  const folder = await mkdtemp(path.join(tmpdir(), "sparks-target-"));
  closers.defer(() => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o755);
  const secret = randomBytes(12).toString("hex");
  const secretPath = path.join(folder, "secret");
  await writeFile(secretPath, secret, { mode: 0o644 });
  await symlink(secretPath, path.join(workspace, "planted"));
  let visits = 0;
  const serve = async (listen: (server: Server) => void): Promise<Server | null> => {
    const server = createServer((socket) => {
      visits += 1;
      socket.destroy();
    });
    const ready = once(server, "listening");
    listen(server);
    if (!(await ready.then(Boolean, () => false))) return null;
    closers.defer(() => void server.close());
    return server;
  };
  const abstract = `sparks-target-${secret}`;
  await serve((server) => server.listen(`\0${abstract}`));
  const addresses: [string, string, number][] = [
    ["a DNS server", "1.1.1.1", 53],
    ["the cloud's metadata", "169.254.169.254", 80],
  ];
  for (const [label, host] of [
    ["the host's localhost", "127.0.0.1"],
    ["the host's localhost, by IPv6", "::1"],
    ...bridges(),
  ]) {
    const server = await serve((one) => one.listen(0, host));
    const address = server?.address();
    if (address !== null && typeof address === "object") addresses.push([label ?? "", host ?? "", address.port]);
  }
  const owned = closers.move();
  return {
    secret,
    secretPath,
    abstract,
    addresses,
    visits: () => visits,
    isSecretWhole: async () => (await readFile(secretPath, "utf8")) === secret,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
/** The host's addresses on bridges that containers of an engine share. */
function bridges(): [string, string][] {
  return Object.entries(networkInterfaces()).flatMap(([name, all = []]) =>
    /^(?:docker|br-|podman|cni)/.test(name)
      ? all
          .filter(({ family }) => family === "IPv4")
          .map(({ address }): [string, string] => [`the host on ${name}`, address])
      : [],
  );
}
