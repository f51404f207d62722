import { expect, test } from "vitest";
import { DEFAULT_CONFIG } from "../config/config.ts";
import { createCustomTool } from "../core/tools/custom.ts";
import type { TaskRemote } from "../core/tools/remote.ts";
import { MOST_TOOLS } from "../core/tools/server-tool.ts";
import { openTools } from "./tools.ts";

const never = () => Promise.reject(new Error("not used here"));
const memory = { search: never, save: never, recall: never };
const remote = { branch: "sparks/task-1-x", hosted: { host: "github.com", slug: "ada/shop" } } as unknown as TaskRemote;
const named = (name: string) => ({
  name,
  summary: "Says its name.",
  argv: ["echo", name],
  parameters: [],
  risk: "low" as const,
  timeoutSeconds: 5,
});
const many = (name: string, count: number) => Array.from({ length: count }, (_, at) => named(`${name}_${at}`));

test("a model is never given more tools than providers take, and a spark's own come first", () => {
  const ofServers = many("mcp", 100).map((one) => {
    const tool = createCustomTool(one);
    return { ...tool, spec: { ...tool.spec, name: tool.spec.name.replace("mcp_", "mcp:docs:") } };
  });
  const settings = { ...DEFAULT_CONFIG.tools, searchUrl: "http://127.0.0.1:1/search", custom: many("own", 50) };
  const pick = openTools(settings, () => undefined, {
    memory,
    sparks: [],
    ofServers: () => ofServers,
    ofClis: () => [createCustomTool(named("coding_cli"))],
  });
  const names = pick(null, remote).specs.map(({ name }) => name);
  expect(names).toHaveLength(MOST_TOOLS);
  expect(names.filter((name) => !name.startsWith("mcp:"))).toHaveLength(73);
  expect(names).toContain("mcp:docs:54");
  expect(names).not.toContain("mcp:docs:55");
  expect(pick(["read_file", "mcp:*"], null).specs).toHaveLength(102);
});
