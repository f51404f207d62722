import fc from "fast-check";
import { expect, test } from "vitest";
import { STATES, task } from "../../../test/contracts/store-samples.ts";
import { LEVELS, type LevelNow } from "../policy/levels.ts";
import { createDelegate } from "../tools/delegate.ts";
import { ALL_TOOLS, createToolbox } from "../tools/toolbox.ts";
import { type GateFor, partPlace } from "./part-place.ts";

const SPARKS = [{ name: "scout", summary: "Looks" }];
const TOOLS = [...ALL_TOOLS, createDelegate(SPARKS)];
const NAMES = TOOLS.map(({ spec }) => spec.name);
const HOSTS = ["a.example:443", "b.example:443", "c.example:443"];
const toolbox = (names: readonly string[] | null) =>
  createToolbox(TOOLS.filter(({ spec: { name } }) => names === null || names.includes(name) || name === "finish"));
const nobody = () => Promise.reject(new Error("nobody is asked here"));

const spark = fc.record({
  tools: fc.option(fc.subarray(NAMES)),
  hosts: fc.subarray(HOSTS),
  level: fc.constantFrom(...LEVELS),
});
test("a part never has a tool, a host or a level that its caller has not, nor one that its own spark has not", async () => {
  await fc.assert(
    fc.asyncProperty(spark, spark, async (caller, own) => {
      const sparks = { coder: caller, scout: own };
      let reach: Parameters<GateFor>[0] | null = null;
      const place = partPlace(
        "scout",
        {
          task: { ...task("t", STATES.planned), id: 1, spark: "coder" },
          toolbox: toolbox(caller.tools),
          gateFor: (given) => {
            reach = given;
            return nobody;
          },
          about: { taskId: 1, spark: "coder", chatId: 7, repositoryId: 1, repository: "shop", origins: ["web"] },
        },
        {
          toolbox,
          spark: (name) => ({ name, soul: "", maxSteps: 5, ...sparks[name === "coder" ? "coder" : "scout"] }),
          levels: {
            of: async ({ spark: name }): Promise<LevelNow> => ({
              level: sparks[name === "coder" ? "coder" : "scout"].level,
              from: "spark",
            }),
          },
        },
      );
      const has = place.toolbox.specs.map(({ name }) => name);
      for (const name of has.filter((each) => each !== "finish"))
        for (const { tools } of [caller, own]) expect(tools === null || tools.includes(name)).toBe(true);
      expect(has).toContain("finish");
      expect(has).not.toContain("delegate");
      expect(has).not.toContain("step_done");
      for (const name of NAMES.filter((each) => !has.includes(each)))
        expect(place.toolbox.prepare({ kind: "parsed", id: "1", name, arguments: {} }).kind).toBe("refused");
      const given = reach as Parameters<GateFor>[0] | null;
      for (const host of given?.hosts() ?? [])
        expect(caller.hosts.includes(host) && own.hosts.includes(host)).toBe(true);
      // The sandbox opens all that the caller may reach, so anything less than all of it is nothing.
      expect([0, caller.hosts.length]).toContain(given?.hosts().length);
      expect((await given?.level())?.level).toBe(Math.min(caller.level, own.level));
      expect(place.work).toMatchObject({ spark: "scout", origins: ["web"] });
    }),
  );
});
