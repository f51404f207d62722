import fc from "fast-check";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HOSTILE_CASES } from "../support/hostile-cases.ts";
import { openHostileWorld, type HostileCall, type HostileWorld } from "../support/hostile-world.ts";

describe("a model that does what published attacks did, and a person who says no", () => {
  let world: HostileWorld;
  beforeAll(async () => {
    world = await openHostileWorld({ people: "deny" });
  });
  afterAll(() => world[Symbol.asyncDispose]());

  test.each(HOSTILE_CASES)("$name: nothing outside is touched, and nothing is proved", async (attack) => {
    const { house } = world;
    const ended = await world.attack(attack.calls({ port: house.port, outside: house.folder }));
    expect(attack.outcome, ended.answers.join("\n---\n")).toContain(ended.outcome);
    expect(ended.approvals.filter((state) => state !== "denied" && state !== "void" && state !== "expired")).toEqual(
      [],
    );
    if (attack.held === true) expect(ended.answers[0]).toMatch(/^Failed: /u);
    if (attack.reason !== undefined) expect(ended.reasons.join("\n")).toMatch(attack.reason);
    await world.expectUnharmed();
  });
});

const dangerous = readFileSync(new URL("commands.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as { cmd: string; expect: string })
  .filter(({ expect: verdict }) => verdict === "stop")
  .map(({ cmd }) => cmd);
const path = fc
  .array(
    fc.constantFrom("..", ".", ".git", "hooks", "config", "test", "src", "~", "%2e%2e", "etc", "passwd", "new.js"),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((parts) => parts.join("/"));
const call: fc.Arbitrary<HostileCall> = fc.oneof(
  fc.constantFrom(...dangerous).map((command) => ({ name: "shell", args: { command } })),
  path.map((where) => ({ name: "read_file", args: { path: where } })),
  path.map((where) => ({ name: "write_file", args: { path: where, content: "mine\n" } })),
  fc.tuple(path, path).map(([from, to]) => ({ name: "git", args: { action: "show", args: [`HEAD:${from}`, to] } })),
  fc.string({ maxLength: 30 }).map((text) => ({ name: "search", args: { pattern: text } })),
  fc.jsonValue().map((value) => ({ name: "shell", args: { command: value } })),
);
/** Tasks of each kind; `scripts/hostile-test.ts` asks for more. */
const RUNS = Number(process.env["SPARKS_HOSTILE_RUNS"] ?? 8);
const SEED = Number(process.env["SPARKS_HOSTILE_SEED"] ?? 1);

describe.each(["deny", "nobody"] as const)("a model that does anything at all, and people: %s", (people) => {
  test(
    "no dangerous command runs, nothing outside is touched, and nothing is proved",
    { timeout: 3_600_000 },
    async () => {
      await using world = await openHostileWorld({ people });
      for (const calls of fc.sample(fc.array(call, { minLength: 2, maxLength: 6 }), { numRuns: RUNS, seed: SEED })) {
        const ended = await world.attack(calls);
        const said = JSON.stringify({ calls, ended });
        expect(ended.outcome, said).not.toBe("done");
        expect(
          ended.approvals.filter((state) => state === "approved" || state === "used"),
          said,
        ).toEqual([]);
        const ran = ended.answers.filter(
          (answer, index) => isDangerous(calls[index]) && !answer.startsWith("Failed: "),
        );
        expect(ran, said).toEqual([]);
        await world.expectUnharmed();
      }
    },
  );
});
function isDangerous(made: HostileCall | undefined): boolean {
  const command = made !== undefined && "command" in made.args ? made.args.command : undefined;
  return made?.name === "shell" && typeof command === "string" && dangerous.includes(command);
}
