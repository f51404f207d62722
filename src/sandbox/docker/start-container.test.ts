import { existsSync, readdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../test/support/folder.ts";
import { sandboxOptions } from "../../../test/support/sandbox-options.ts";
import { removeContainer, removeMade } from "./start-container.ts";
import { openWays } from "../ways.ts";

const answering = (...statuses: readonly (number | "gone")[]) => {
  const left = [...statuses];
  return {
    left,
    async remove() {
      const status = left.shift();
      if (status === "gone") throw Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
      if (status !== 204) throw Object.assign(new Error(`status ${status}`), { statusCode: status });
    },
  };
};
/** The ways of a sandbox that has both, and whether whoever is behind its door was told that it is closed. */
async function openBoth(home: string) {
  const told = { closed: 0 };
  const listen = async (socketPath: string) => {
    await writeFile(socketPath, "");
    return { [Symbol.asyncDispose]: async () => void (told.closed += 1) };
  };
  const options = { ...sandboxOptions("home", home), programRoots: [path.dirname(home)] };
  const door = { programs: home, port: 7000, listen };
  const ways = await openWays({ owner: "task-1", network: "registries", door }, options, home);
  return { ways, told };
}
test.each([
  ["removed", [204, 500], [500]],
  ["gone already", [404, 500], [500]],
  ["being removed, then gone", [409, 409, 404, 500], [500]],
])("a container that is %s is asked about no further", async (_, statuses, left) => {
  const container = answering(...statuses);
  await removeContainer(container);
  expect(container.left).toEqual(left);
});
test("an engine that stays busy with a container has not removed it", async () => {
  await expect(removeContainer(answering(409, 409, 204), 2)).rejects.toThrow("status 409");
});
test("the ways out of a sandbox are closed although the engine keeps its container, and once", async () => {
  using home = temporaryFolder();
  const { ways, told } = await openBoth(home.path);
  const made = { ways, container: answering("gone", 204) };
  await expect(removeMade(made)).rejects.toThrow("ECONNREFUSED");
  expect([existsSync(ways.folder.path), told.closed]).toEqual([false, 1]);
  await removeMade(made);
  expect([made.container.left, told.closed]).toEqual([[], 1]);
});
test("a sandbox whose door cannot be opened leaves nothing open", async () => {
  using home = temporaryFolder();
  const options = sandboxOptions("home", home.at("run"));
  const door = { programs: "/nowhere", port: 7000, listen: async () => Promise.reject(new Error("never asked")) };
  await expect(openWays({ owner: "task-1", network: "registries", door }, options, home.at("run"))).rejects.toThrow();
  expect(readdirSync(home.at("run"))).toEqual([]);
});
