/** What JSON reporters write is one value: it is gathered and parsed at the end, tool chatter before and after it left out. */
import { z } from "zod";
import type { ResultReader } from "./reader.ts";

const MOST_BYTES = 20 * 1024 * 1024;

export function createJsonReader<Shape>(
  schema: z.ZodType<Shape>,
  tool: string,
  give: (value: Shape) => void,
): ResultReader {
  let text = "";
  return {
    write(piece) {
      if (text.length < MOST_BYTES) text += piece;
    },
    end() {
      const start = text.indexOf("{");
      const end = text.lastIndexOf("}");
      if (start === -1 || end <= start) return [`${tool} wrote no results.`];
      try {
        const parsed = schema.safeParse(JSON.parse(text.slice(start, end + 1)));
        if (!parsed.success) return [`The results are not those of ${tool}.`];
        give(parsed.data);
        return [];
      } catch {
        return [`The results of ${tool} are cut or no JSON.`];
      }
    },
  };
}
