import { z } from "zod";
import { Fault } from "../core/fault.ts";
import type { Persona } from "../core/personas/persona.ts";
import { LEVELS } from "../core/policy/levels.ts";
import { hostGrant } from "./sections/values.ts";
import { problemsOf } from "./problems.ts";
import { parseToml } from "./toml.ts";

const SOUL_CHARACTERS = 20_000;
const headSchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,29}$/u, "must be lower-case letters, digits and -, at most 30"),
  summary: z.string().min(1).max(120),
  tools: z.array(z.string().min(1)).min(1).optional(),
  strategy: z.enum(["react", "code"]).default("react"),
  max_steps: z.number().int().min(1).max(1000).optional(),
  level: z.literal([...LEVELS]).optional(),
  hosts: z.array(hostGrant).max(50).optional(),
});

/**
 * Reads a persona: settings in TOML between two lines `+++`, and the soul in Markdown below them.
 * @throws Fault config.invalid
 */
export function parsePersona(text: string, file: string): Persona {
  const [, head, body] = /^\+\+\+\r?\n(.*?)^\+\+\+[ \t]*(?:\r?\n(.*))?$/msu.exec(text.replace(/^\ufeff/u, "")) ?? [];
  if (head === undefined) throw invalid(file, ["line 1: a persona begins with its settings between two lines +++"]);
  const toml = parseToml(`\n${head}`);
  if (toml.kind === "broken") throw invalid(file, [toml.problem]);
  const result = headSchema.safeParse(toml.value);
  if (!result.success) {
    const known = () => Object.keys(headSchema.shape);
    const problems = problemsOf(result.error, { value: toml.value, known });
    throw invalid(
      file,
      problems.map(({ path, text: problem }) => `line ${toml.lineOf(path) ?? 1}: ${problem}`),
    );
  }
  const soul = (body ?? "").trim();
  if (soul === "") throw invalid(file, ["below the settings stands nothing: say who this spark is and how it works"]);
  if (soul.length > SOUL_CHARACTERS) throw invalid(file, [`the soul is longer than ${SOUL_CHARACTERS} characters`]);
  const { name, summary, tools, strategy, max_steps: maxSteps, level, hosts = [] } = result.data;
  const most = { maxSteps: maxSteps ?? null, level: level ?? null };
  return { name, summary, tools: tools ?? null, strategy, ...most, hosts: hosts.toSorted(), soul };
}
function invalid(file: string, problems: readonly string[]): Fault<"config.invalid"> {
  return new Fault("config.invalid", { file, problems });
}
