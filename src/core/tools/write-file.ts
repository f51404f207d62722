import { z } from "zod";
import { utf8Length } from "../../lib/cap-text.ts";
import { pathRefused, succeeded } from "./answer.ts";
import { reach } from "./reach.ts";
import { defineTool } from "./tool.ts";

const schema = z.strictObject({
  path: z.string().min(1).describe("Relative to the workspace"),
  content: z.string().describe("The whole new content"),
});

export const writeFile = defineTool({
  name: "write_file",
  description:
    "Writes a whole file, making its folders; an existing file is replaced. To change a part of a file use edit_file.",
  schema,
  risk: "low",
  mutates: true,
  intent: ({ path, content }) => ({ effect: "edit", paths: [path], content }),
  async run({ path, content }, context) {
    const reached = await reach(path, "write", context);
    if ("refused" in reached) return reached.refused;
    const { session, signal } = context;
    const result = await session.write(reached.path, new TextEncoder().encode(content), { signal });
    if (result.kind === "refused") return pathRefused(path, result.why);
    return succeeded(`${result.created ? "Created" : "Replaced"} ${path} (${utf8Length(content)} bytes).`);
  },
});
