import { z } from "zod";
import { customToolProblem } from "../../core/tools/custom.ts";
import { count, hostName, httpUrl, linearPattern, privateRanges, variable } from "./values.ts";

const customTool = z
  .strictObject({
    name: z
      .string()
      .regex(/^[a-z][a-z0-9_]{1,39}$/u, "must be 2 to 40 small letters, digits and _, a letter first")
      .meta({ description: "What the model calls.", example: "npm_script" }),
    summary: z.string().min(1).max(500).meta({
      description: "When to use it, in a sentence for the model.",
      example: "Runs a script of package.json.",
    }),
    argv: z
      .array(z.string().min(1).max(2000))
      .min(1)
      .max(50)
      .meta({
        description: "Program and arguments, no shell; {name} in an argument stands for a parameter.",
        example: ["npm", "run", "{script}"],
      }),
    parameters: z
      .array(
        z.strictObject({
          name: z
            .string()
            .regex(/^[a-z][a-z0-9_]{0,39}$/u, "must be at most 40 small letters, digits and _, a letter first"),
          summary: z.string().min(1).max(300),
          type: z.enum(["string", "integer"]).default("string"),
          pattern: linearPattern.exactOptional(),
        }),
      )
      .max(10)
      .default([])
      .meta({
        description:
          "What the model gives. pattern: of the whole value, in RE2's syntax; without one it is a plain name or path.",
        example: [{ name: "script", summary: "Its name" }],
      }),
    risk: z
      .enum(["low", "medium", "high"])
      .default("medium")
      .meta({ description: "high: asked for below level 5.", example: "medium" }),
    timeout_seconds: count(1, 1800, 120, "").meta({ description: "After this it is ended.", example: 120 }),
  })
  .superRefine((tool, context) => {
    const problem = customToolProblem(tool);
    if (problem !== null) context.addIssue({ code: "custom", path: ["argv"], message: problem });
  });

export const tools = z
  .strictObject({
    web: z
      .enum(["off", "ask"])
      .default("ask")
      .describe('May sparks read pages of the web? "ask": a person is asked for each page that is not of web_hosts.'),
    web_hosts: z
      .array(hostName)
      .max(200)
      .default([])
      .describe(
        "Hosts whose public pages may be read without asking, until texts of strangers were read, such as developer.mozilla.org.",
      ),
    web_timeout_seconds: count(1, 120, 20, "For one page, its redirects and all."),
    web_allowed_cidrs: privateRanges.describe(
      "Private address ranges in which a page may be all the same, such as a house wiki's.",
    ),
    search_url: httpUrl.exactOptional().meta({
      description:
        "A SearXNG instance to search the web with; until texts of strangers were read, queries go there without asking. Absent: sparks cannot search.",
      example: "http://127.0.0.1:8888/search",
    }),
    search_key_variable: variable.exactOptional().meta({
      description: "The environment variable that holds its key, sent as a bearer token. Absent: it needs none.",
      example: "SEARCH_API_KEY",
    }),
    custom: z
      .array(customTool)
      .max(50)
      .default([])
      .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, "two tools must not have one name")
      .describe("Tools of your own: commands that run in the sandbox, under the same rules as the shell."),
  })
  .prefault({})
  .describe("What sparks can use beyond the workspace.");
