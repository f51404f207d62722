import type { z } from "zod";
import { Fault } from "../core/fault.ts";
import { camelCased } from "./camel-case.ts";
import type { CamelCased } from "./camel-case.ts";
import { findInlineSecret } from "./inline-secrets.ts";
import { dotted, problemsOf } from "./problems.ts";
import { configSchema } from "./schema.ts";
import { parseToml } from "./toml.ts";

/** All settings, checked. Keys are those of the file in camelCase: `tasks.max_steps` is `config.tasks.maxSteps`. */
export type Config = CamelCased<z.infer<typeof configSchema>>;

/**
 * @param text the file's content; an empty one means all defaults
 * @param file its name, for errors
 * @throws Fault config.invalid with all problems at once, in the file's order; secret.inline
 */
export function loadConfig(text: string, file: string): Config {
  const toml = parseToml(text);
  if (toml.kind === "broken") throw new Fault("config.invalid", { file, problems: [toml.problem] });
  const secret = findInlineSecret(toml.value);
  if (secret !== null) {
    const belongs = "variable" in secret ? { variable: secret.variable } : { namedBy: dotted(secret.namedBy) };
    throw new Fault("secret.inline", { file, key: dotted(secret.path), ...belongs });
  }
  const result = configSchema.safeParse(toml.value);
  if (result.success) return camelCased(result.data);
  const problems = problemsOf(result.error, { value: toml.value, known: (path) => namesAt(configSchema, path) })
    .map(({ path, text: problem }) => ({ line: toml.lineOf(path), problem }))
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  throw new Fault("config.invalid", {
    file,
    problems: problems.map(({ line, problem }) => (line === null ? problem : `line ${line}: ${problem}`)),
  });
}
/** Names that the schema knows at a path. */
function namesAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  const { def } = schema._zod as {
    def: { innerType?: z.core.$ZodType; element?: z.core.$ZodType; shape?: Record<string, z.core.$ZodType> };
  };
  if (def.innerType !== undefined) return namesAt(def.innerType, path);
  const [name, ...rest] = path;
  if (def.element !== undefined) return namesAt(def.element, rest);
  if (def.shape === undefined) return [];
  if (name === undefined) return Object.keys(def.shape);
  const inner = def.shape[String(name)];
  return inner === undefined ? [] : namesAt(inner, rest);
}

export const DEFAULT_CONFIG: Config = loadConfig("", "defaults");
