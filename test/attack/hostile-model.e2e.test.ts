import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HOSTILE_CASES } from "../support/hostile-cases.ts";
import { openHostileWorld, type HostileWorld } from "../support/hostile-world.ts";

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
