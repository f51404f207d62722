import { stat } from "node:fs/promises";
import { readIfThere } from "../lib/read-if-there.ts";
import { Secret } from "../lib/secret.ts";
import { parseDotenv } from "./dotenv.ts";

/** Secrets by the name of their environment variable. */
export interface Secrets {
  /** Undefined when it is not set or empty. */
  get(variable: string): Secret | undefined;
  /** All that are known, for taking them out of what is written. */
  all(): readonly Secret[];
}
const SECRET_NAME = /(?:TOKEN|KEY|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIALS?)$/u;

/**
 * The environment comes first, then `.env`, then what is stored in keyrings.
 * @param env the process's environment
 * @param dotenvText content of `.env`, empty when there is none
 * @param stored what keyrings hold, by name
 * @throws Fault config.invalid when `.env` is not understood
 */
export function loadSecrets(
  env: Readonly<Record<string, string | undefined>>,
  dotenvText: string,
  { file = ".env", stored = new Map() }: { file?: string; stored?: ReadonlyMap<string, string> } = {},
): Secrets {
  const values = new Map(stored);
  for (const [name, value] of parseDotenv(dotenvText, file))
    if (value !== "" || !stored.has(name)) values.set(name, value);
  // Of the environment only what is named like a secret can be one of ours: PATH must not be masked everywhere.
  const named = new Set([...values.keys(), ...Object.keys(env).filter((name) => SECRET_NAME.test(name.toUpperCase()))]);
  for (const name of named) {
    const value = env[name];
    if (value !== undefined && value !== "") values.set(name, value);
  }
  const secrets = new Map(
    [...values].filter(([, value]) => value !== "").map(([name, value]) => [name, new Secret(value)]),
  );
  return { get: (variable) => secrets.get(variable), all: () => [...secrets.values()] };
}

/** Reads `.env` if it is there. `warning` is for people: others on this machine can read it. */
export async function readDotenv(file: string): Promise<{ readonly text: string; readonly warning: string | null }> {
  const text = readIfThere(file);
  if (text === null) return { text: "", warning: null };
  const open = ((await stat(file)).mode & 0o077) !== 0;
  const warning = `${file} can be read by other users of this machine: run chmod 600 ${file}`;
  return { text, warning: open ? warning : null };
}
