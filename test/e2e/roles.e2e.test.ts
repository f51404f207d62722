import { expect, test } from "vitest";
import { COMMANDS } from "../../src/core/chat/desk/commands.ts";
import { isAtLeast, ROLES } from "../../src/core/policy/roles.ts";
import { letIn, OTHER, startApp } from "../support/app.ts";

test.each(ROLES.filter((role) => role !== "owner"))(
  "what a %s may not do is refused with who may, for every command there is, and nothing else is",
  async (role) => {
    await using app = await startApp();
    await letIn(app, OTHER, role);
    const mayNot = COMMANDS.filter((command) => !isAtLeast(role, command.role));
    for (const { name } of COMMANDS) await app.says(`/${name}`, OTHER);
    await app.says("/nosuchcommand", OTHER);
    await app.untilTrue(() => app.texts(OTHER).some((text) => text.includes("no command /nosuchcommand")), "the last");
    await app.app().idle();
    const refused = app
      .texts(OTHER)
      .flatMap((text) => /^\/(\w+) is for an? (\w+); you are/.exec(text)?.slice(1, 3).join() ?? []);
    expect(refused.toSorted()).toEqual(mayNot.map((command) => `${command.name},${command.role}`).toSorted());
  },
);
test("a viewer's words start nothing", async () => {
  await using app = await startApp();
  await letIn(app, OTHER, "viewer");
  await app.says("Fix the failing test in sample", OTHER);
  await app.untilTrue(() => app.texts(OTHER).some((text) => /for a member; you are a viewer/.test(text)), "a refusal");
  await app.app().idle();
  expect(app.texts(OTHER).join()).not.toContain("Task");
});
