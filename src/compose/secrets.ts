import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { SecretRow, SecretSources } from "../cli/secrets.ts";
import { codingCliKeys } from "./coding-clis.ts";
import type { Config } from "../config/config.ts";
import { CODING_CLI_TITLES } from "../core/ports/coding-clis.ts";
import { createRedactor, type Redactor } from "../lib/redact.ts";
import { readIfThere } from "../lib/read-if-there.ts";
import { rememberTexts } from "../lib/remember-texts.ts";
import type { Secret } from "../lib/secret.ts";
import { LEAVING_SHAPES } from "../lib/secret-shapes.ts";
import type { Clock } from "../lib/time.ts";
import { parseDotenv } from "../secrets/dotenv.ts";
import { KeyringError } from "../secrets/keyring.ts";
import { openKeyrings } from "../secrets/open-keyrings.ts";
import { createSecretBook, type SecretBook } from "../secrets/secret-book.ts";
import { loadSecrets, readDotenv, type Secrets } from "../secrets/secrets.ts";

type Environment = Readonly<Record<string, string | undefined>>;
type SecretsHome = { readonly home: string; readonly environment: Environment; readonly clock: Pick<Clock, "now"> };

async function openBook({ home, environment, clock }: SecretsHome): Promise<SecretBook> {
  return createSecretBook(home, await openKeyrings({ home, environment, platform: process.platform }), clock);
}
/** All sources, in their order. `warn` is told when `.env` can be read by others. */
export async function openSecrets(at: SecretsHome, warn: (line: string) => void): Promise<Secrets> {
  const file = join(at.home, ".env");
  const { text, warning } = await readDotenv(file);
  if (warning !== null) warn(warning);
  // A keyring that is locked need not be opened for what another source gives anyway.
  const stored = await (
    await openBook(at)
  ).load(new Set([...namesIn(at.environment), ...namesIn(parseDotenv(text, file))]));
  return loadSecrets(at.environment, text, { file, stored });
}
function namesIn(values: Environment | ReadonlyMap<string, string>): string[] {
  const entries = values instanceof Map ? [...values] : Object.entries(values);
  return entries.filter(([, value]) => value !== undefined && value !== "").map(([name]) => name);
}
/** What `sparks secrets` works on. */
export async function openSecretSources(
  at: SecretsHome,
  { config, daemonRuns }: { readonly config: Config; readonly daemonRuns: () => Promise<boolean> },
): Promise<SecretSources> {
  const book = await openBook(at);
  const known = knownNames(config);
  return {
    known,
    daemonRuns,
    list: () => listRows(at, book, known),
    set: (name, value) =>
      attempt(async () => {
        const { title, replaced } = await book.set(name, value);
        return { where: title, replaced };
      }),
    remove: (name) =>
      attempt(async () => {
        const removed = await book.remove(name);
        return removed === null ? null : { where: removed.title };
      }),
  };
}
async function attempt<Value>(work: () => Promise<Value>): Promise<{ done: Value } | { trouble: string }> {
  try {
    return { done: await work() };
  } catch (error) {
    if (error instanceof KeyringError) return { trouble: error.message };
    throw error;
  }
}
async function listRows(
  { home, environment, clock }: SecretsHome,
  book: SecretBook,
  known: ReadonlyMap<string, string>,
): Promise<readonly SecretRow[]> {
  const now = clock.now();
  const file = join(home, ".env");
  const dotenv = parseDotenv(readIfThere(file) ?? "", file);
  const changed = await stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => now,
  );
  const stored = await book.list();
  const row = { ageMs: null, used: true, trouble: null };
  const rows: SecretRow[] = [];
  for (const name of new Set([...known.keys(), ...dotenv.keys(), ...stored.map(({ name }) => name)])) {
    const value = environment[name] ?? "";
    if (value !== "")
      rows.push({ ...row, name, source: "environment", where: "the environment", length: value.length });
  }
  const taken = () => new Set(rows.map(({ name }) => name));
  const first = taken();
  for (const [name, value] of dotenv) {
    if (value === "") continue;
    const used = !first.has(name);
    rows.push({ ...row, name, source: ".env", where: ".env", length: value.length, ageMs: now - changed, used });
  }
  const second = taken();
  for (const { name, title, savedAt, length, trouble } of stored)
    rows.push({
      name,
      source: "keyring",
      where: title,
      length,
      ageMs: savedAt === null ? null : now - savedAt,
      used: !second.has(name),
      trouble,
    });
  return rows.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
/** Names that something reads with these settings. */
function knownNames({ model, speech, alerts, forges, codingClis, tools, mcp }: Config): ReadonlyMap<string, string> {
  const known = new Map([
    ["TELEGRAM_BOT_TOKEN", "the bot"],
    ["OPENAI_API_KEY", "the model, from OpenAI"],
    ["OPENROUTER_API_KEY", "the model, from OpenRouter"],
    ["MODEL_API_KEY", "the model, from another server"],
  ]);
  for (const { apiKeyVariable } of [model, ...model.fallbacks])
    if (apiKeyVariable !== undefined) known.set(apiKeyVariable, "the model");
  for (const { name, variable } of codingCliKeys(codingClis)) known.set(variable, CODING_CLI_TITLES[name]);
  known.set(speech.apiKeyVariable, "voice messages");
  if (alerts.webhookUrl !== undefined) known.set("ALERTS_WEBHOOK_SECRET", "signing alerts");
  if (forges.github.enabled) known.set(forges.github.tokenVariable, "pushing and pull requests");
  if (tools.searchKeyVariable !== undefined) known.set(tools.searchKeyVariable, "searching the web");
  for (const { name, env, headersEnv } of mcp.servers)
    for (const variable of [...env, ...Object.values(headersEnv)])
      known.set(variable, [known.get(variable), `the server of tools ${name}`].filter(Boolean).join("; "));
  return known;
}
type Redactors = {
  /**
   * For what is kept in the database and what a model is told: the secrets that are known, without values that could be a part of
   * either, such as the path of a key.
   */
  readonly known: Redactor;
  /** For chats, logs and the terminal: also what looks like a well-known token, whoever's it is. */
  readonly leaving: Redactor;
};
export function openRedactors({
  secrets,
  chat,
}: {
  readonly secrets: Secrets;
  readonly chat: { readonly token: Secret } | null;
}): Redactors {
  const values = [...(chat === null ? [] : [chat.token]), ...secrets.all()].map((secret) => secret.reveal());
  const leaving = createRedactor(values, LEAVING_SHAPES);
  const remembered = rememberTexts((text) => leaving(text));
  return {
    known: createRedactor(values.filter((value) => !isOrdinary(value))),
    leaving: (text, keepLength = false) => (keepLength ? leaving(text, true) : remembered(text)),
  };
}
/** Variables whose names end like a secret's hold words, numbers and paths as well; what names those must stay readable. */
function isOrdinary(value: string): boolean {
  return /^(?:[a-z]{1,15}|[0-9]{1,15}|[~.]{0,2}\/.*|[a-z]:\\.*)$/iu.test(value);
}
