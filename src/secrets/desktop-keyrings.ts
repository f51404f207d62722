import { KeyringError, type Keyring } from "./keyring.ts";
import type { ProgramResult, RunProgram } from "./run-program.ts";

/** macOS: exit code of `security` when no such item is there (errSecItemNotFound). */
const NOT_FOUND = 44;
/** `security -i` reads lines of at most 4096 bytes; the rest of the line takes less than 1000. */
const MOST_MACOS_BYTES = 2200;

/**
 * The Secret Service of a Linux desktop (GNOME Keyring, KWallet, KeePassXC), by libsecret's `secret-tool`.
 * @param owner tells this home's values from those of another home
 */
export function createSecretService(program: string, owner: string, run: RunProgram): Keyring {
  const attributes = (name: string) => ["service", "sparks", "home", owner, "name", name];
  async function get(name: string): Promise<string | null> {
    const result = await run([program, "lookup", ...attributes(name)], "");
    if (result.code === 0) return result.stdout;
    // It says nothing at all when there is no such value, and why when it cannot look.
    if (result.code === 1 && result.stderr.trim() === "") return null;
    throw failure(result, "secret-tool");
  }
  return {
    kind: "secret-service",
    title: "the desktop's keyring",
    get,
    async set(name, value) {
      const result = await run([program, "store", `--label=Sparks ${name}`, ...attributes(name)], value);
      if (result.code !== 0) throw failure(result, "secret-tool");
    },
    async remove(name) {
      if ((await get(name)) === null) return false;
      const result = await run([program, "clear", ...attributes(name)], "");
      if (result.code !== 0) throw failure(result, "secret-tool");
      return true;
    },
  };
}
/** The login keychain, by macOS's `security`. Values are kept as base64: it prints anything but plain ASCII as hexadecimal. */
export function createMacKeychain(program: string, owner: string, run: RunProgram): Keyring {
  const service = `sparks-${owner}`;
  return {
    kind: "macos",
    title: "the macOS keychain",
    async get(name) {
      const result = await run([program, "find-generic-password", "-a", name, "-s", service, "-w"], "");
      if (result.code === NOT_FOUND) return null;
      if (result.code !== 0) throw failure(result, "security");
      return Buffer.from(result.stdout.trim(), "base64").toString("utf8");
    },
    async set(name, value) {
      const kept = Buffer.from(value).toString("base64");
      if (kept.length > MOST_MACOS_BYTES)
        throw new KeyringError("the macOS keychain takes at most 1650 bytes this way");
      // Its interactive mode reads commands from the input, so that the value is no argument that others could see.
      const line = `add-generic-password -U -a ${name} -s ${service} -w ${kept}\n`;
      const result = await run([program, "-i"], line);
      if (result.code !== 0 || result.stderr.trim() !== "") throw failure(result, "security");
    },
    async remove(name) {
      const result = await run([program, "delete-generic-password", "-a", name, "-s", service], "");
      if (result.code === NOT_FOUND) return false;
      if (result.code !== 0) throw failure(result, "security");
      return true;
    },
  };
}
/** What a program says on standard error holds no value: none was an argument of it. */
function failure({ code, stderr }: ProgramResult, program: string): KeyringError {
  const said = stderr.trim().replaceAll(/\s+/gu, " ").slice(0, 200);
  if (code === null && said === "") return new KeyringError(`${program} did not answer; is the keyring locked?`);
  return new KeyringError(said === "" ? `${program} ended with code ${code}` : `${program} said: ${said}`);
}
