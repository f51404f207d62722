import { expect, test } from "vitest";
import { loadConfig } from "../config/config.ts";
import { openTools, takenNames } from "./tools.ts";
import type { TaskRemote } from "../core/tools/remote.ts";

test("no tool of the settings can have the name of one that a spark can be given", () => {
  const { tools } = loadConfig('[tools]\nsearch_url = "http://127.0.0.1:1/search"\n', "config.toml");
  const dependencies = { memory: {} as never, sparks: [], ofServers: () => [], ofClis: () => [] };
  const remote = { branch: "b", hosted: { host: "github.com", slug: "a/b" } } as unknown as TaskRemote;
  const names = openTools(tools, () => undefined, dependencies)(null, remote).specs.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["shell", "gh", "web_search", "memory_save"]));
  const custom = (name: string) =>
    ({ name, summary: "s", argv: ["a"], parameters: [], risk: "low", timeoutSeconds: 1 }) as const;
  for (const name of names) expect(takenNames([custom(name)]), name).toHaveLength(1);
  expect(takenNames([custom("mine")])).toEqual([]);
});
