import { readlinkSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import type { Finding, SecurityReport } from "../../core/ports/health.ts";
import type { SandboxLimits } from "../../core/ports/sandbox.ts";
import { attack } from "./attack.ts";
import type { InspectableSandbox } from "./inspectable.ts";
import { judgeFacts, parseFacts, probeProgram } from "./probes.ts";

export type AttestationOptions = {
  /** What tasks get. */
  readonly limits: SandboxLimits;
  /** A folder below which workspaces may be. */
  readonly workspaceRoot: string;
  readonly settings: SecurityReport["settings"];
};
export type Attestation = (options: {
  readonly attack: boolean;
  readonly signal: AbortSignal;
}) => Promise<SecurityReport>;

/** Opens a live sandbox, looks at it from outside and from inside, and tries to get out of it when asked to. */
export function createAttestation(sandbox: InspectableSandbox, options: AttestationOptions): Attestation {
  return async ({ attack: isAttack, signal }) => {
    const found = await withFolder(options.workspaceRoot, (workspace) =>
      look(sandbox, { ...options, workspace, signal }),
    );
    const attempts = isAttack
      ? await withFolder(options.workspaceRoot, (workspace) => attack({ sandbox, workspace, signal }))
      : null;
    const host = [...sandbox.guarantees.filter(({ holds }) => !holds), ...(await sandbox.host(signal))];
    const fine = [...found.guards, ...found.probes].every(({ holds }) => holds !== false);
    return {
      kind: sandbox.kind,
      image: await sandbox.image(signal),
      ...found,
      attempts,
      host,
      settings: options.settings,
      ok: fine && (attempts ?? []).every(({ held }) => held !== false),
    };
  };
}
async function withFolder<Answer>(root: string, work: (folder: string) => Promise<Answer>): Promise<Answer> {
  await mkdir(root, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(path.join(root, "probe-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
type Look = AttestationOptions & { readonly workspace: string; readonly signal: AbortSignal };

async function look(
  sandbox: InspectableSandbox,
  { limits: wanted, workspace, signal }: Look,
): Promise<{ guards: readonly Finding[]; probes: readonly Finding[] }> {
  const limits = { ...wanted, wallClockMs: Math.min(wanted.wallClockMs, 120_000) };
  await using session = await sandbox.open({ owner: "probe-security", workspace, network: "none", limits }, signal);
  const guards = await sandbox.guards(session, signal);
  const argv = ["node", "--input-type=module", "--eval", probeProgram()] as const;
  const result = await session.run({ argv }, { timeoutMs: 60_000, outputBytes: 512 * 1024, signal });
  if (result.kind !== "exited" || result.code !== 0) {
    const found = `the probe ended as ${result.kind}: ${result.stderr.text.slice(0, 200)}`;
    return { guards, probes: [{ name: "looking around inside", wanted: "an answer", found, holds: false }] };
  }
  const around = { kind: sandbox.kind, limits, hostNamespaces: hostNamespaces() };
  return { guards, probes: judgeFacts(parseFacts(result.stdout.text), around) };
}
function hostNamespaces(): Record<string, string> {
  const names = ["cgroup", "ipc", "mnt", "net", "pid", "user", "uts"];
  return Object.fromEntries(names.map((name) => [name, readlinkSync(`/proc/self/ns/${name}`)]));
}
