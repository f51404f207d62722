import { z } from "zod";
import type { ToolSpec } from "../ports/model.ts";

/** A tool as the model sees it, its parameters as JSON Schema. `schema` must be of an object. */
export function toToolSpec(name: string, description: string, schema: z.ZodType): ToolSpec {
  const { $schema: _, ...parameters } = z.toJSONSchema(schema, { io: "input" });
  return { name, description, parameters };
}
