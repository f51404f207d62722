import { createHash } from "node:crypto";
import { realpath } from "node:fs/promises";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { createMacKeychain, createSecretService } from "./desktop-keyrings.ts";
import { createFileKeyring } from "./file-keyring.ts";
import type { Keyring, KeyringKind } from "./keyring.ts";
import { createRunProgram, findProgram } from "./run-program.ts";

export type KeyringWorld = {
  /** The home folder; exists. */
  readonly home: string;
  /** The process's environment. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
};
export type Keyrings = {
  /** Null when this machine has none of the kind. */
  of(kind: KeyringKind): Keyring | null;
  /** Where new values go: the desktop's own keyring when it answers, else the encrypted file. */
  usual(): Promise<Keyring>;
};
/** All that a keyring's program needs to find its service; no other variable is handed to it. */
const NEEDED = [
  "PATH",
  "HOME",
  "USER",
  "LANG",
  "DISPLAY",
  "WAYLAND_DISPLAY",
  "XDG_RUNTIME_DIR",
  "DBUS_SESSION_BUS_ADDRESS",
];

export async function openKeyrings({ home, environment, platform }: KeyringWorld): Promise<Keyrings> {
  const owner = createHash("sha256")
    .update(await realpath(home))
    .digest("hex")
    .slice(0, 16);
  const run = createRunProgram(Object.fromEntries(NEEDED.map((name) => [name, environment[name]])));
  const path = environment["PATH"] ?? "";
  const file = createFileKeyring(join(home, "secrets"), join(keyFolder(environment), `${owner}.key`));
  let desktop: Keyring | null = null;
  const program = platform === "darwin" ? "security" : platform === "linux" ? "secret-tool" : null;
  const found = program === null ? null : await findProgram(program, path);
  if (found !== null)
    desktop = platform === "darwin" ? createMacKeychain(found, owner, run) : createSecretService(found, owner, run);
  return {
    of: (kind) => (kind === "file" ? file : desktop?.kind === kind ? desktop : null),
    async usual() {
      if (desktop === null || (desktop.kind === "secret-service" && !hasSession(environment))) return file;
      // A session without a keyring service (a server) says so when it is asked for anything.
      const answers = await desktop.get("SPARKS_PROBE").then(
        () => true,
        () => false,
      );
      return answers ? desktop : file;
    },
  };
}
/** Without a session bus the program would start one of its own, which nobody else sees. */
function hasSession(environment: KeyringWorld["environment"]): boolean {
  return (environment["DBUS_SESSION_BUS_ADDRESS"] ?? "") !== "";
}
/** Not in the home: a copy of the home must not hold what opens it. XDG Base Directory: data of one user. */
function keyFolder(environment: KeyringWorld["environment"]): string {
  const data = environment["XDG_DATA_HOME"] ?? "";
  return join(isAbsolute(data) ? data : join(environment["HOME"] ?? homedir(), ".local", "share"), "sparks-keys");
}
