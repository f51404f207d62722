import type { Rule } from "./rule.ts";
import { COERCION_RULES } from "./rules/coercion.ts";
import { EMBEDDED_RULES } from "./rules/embedded.ts";
import { EXFILTRATION_RULES, SECRET_RULES } from "./rules/exfiltration.ts";
import { EXTRACTION_RULES } from "./rules/extraction.ts";
import { IMPERSONATION_RULES } from "./rules/impersonation.ts";
import { JAILBREAK_RULES } from "./rules/jailbreak.ts";
import { MEMORY_RULES, TRIGGER_RULES } from "./rules/lasting.ts";
import { MCP_RULES } from "./rules/mcp.ts";
import { OVERRIDE_RULES } from "./rules/override.ts";

/** Every rule in English words or in the shape of a text; other languages are in `language-rules.ts`. */
export const RULES: readonly Rule[] = [
  ...OVERRIDE_RULES,
  ...IMPERSONATION_RULES,
  ...EXTRACTION_RULES,
  ...EXFILTRATION_RULES,
  ...SECRET_RULES,
  ...COERCION_RULES,
  ...JAILBREAK_RULES,
  ...EMBEDDED_RULES,
  ...MEMORY_RULES,
  ...TRIGGER_RULES,
  ...MCP_RULES,
];
