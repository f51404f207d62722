import type { Config } from "../config/config.ts";
import type { Persona } from "../core/personas/persona.ts";
import type { SecurityReport } from "../core/ports/health.ts";

/** What the settings hold back from workspaces and let out of sandboxes, in words for people. */
export function securitySettings(
  { workspace, sandbox }: Config,
  personas: readonly Persona[],
): SecurityReport["settings"] {
  const { maskedFiles, shownFiles } = workspace;
  const sparks = personas
    .filter(({ hosts }) => hosts.length > 0)
    .map(({ name, hosts }) => `${name}: ${hosts.join(", ")}`);
  const checks = sandbox.egress.map(({ repository, check, hosts }) => `${repository} ${check}: ${hosts.join(", ")}`);
  const added = maskedFiles.length === 0 ? "" : `; also ${maskedFiles.join(", ")}`;
  const given = shownFiles.length === 0 ? "" : `; given all the same: ${shownFiles.join(", ")}`;
  const ofRepositories = workspace.files.flatMap(({ repository, maskedFiles: masked, shownFiles: shown }) => [
    ...(masked.length === 0 ? [] : [`; in ${repository} also ${masked.join(", ")}`]),
    ...(shown.length === 0 ? [] : [`; in ${repository} given all the same: ${shown.join(", ")}`]),
  ]);
  const caps = `${sandbox.egressMib} MiB a sandbox, ${sandbox.egressResponseMib} MiB and ${sandbox.egressMinutes} min an answer`;
  return [
    {
      name: "files held back",
      detail: `what by its name holds secrets (.env, private keys, credentials) is in no workspace and none of its commits${added}${given}${ofRepositories.join("")}`,
    },
    {
      name: "hosts of installs",
      detail: `${sandbox.registries.length} registries, port 443, and only while installing`,
    },
    { name: "hosts of sparks", detail: listed(sparks) },
    { name: "hosts of checks", detail: listed(checks) },
    { name: "what is let out", detail: `through one filtering proxy on a Unix socket, by name and port, ${caps}` },
  ];
}
function listed(texts: readonly string[]): string {
  return texts.length === 0 ? "none" : texts.join("; ");
}
