import { expect, test } from "vitest";
import { matchingCommands } from "./command-menu.ts";

const commands = ["start", "status", "plan"].map((command) => ({ command, description: command }));
const names = (typed: string): string[] => matchingCommands(commands, typed).map(({ command }) => command);

test("a slash offers all commands, letters narrow them, an argument or other words end the choice", () => {
  expect(names("/")).toEqual(["start", "status", "plan"]);
  expect(names("/ST")).toEqual(["start", "status"]);
  expect(names("/plan ")).toEqual([]);
  expect(names("see /st")).toEqual([]);
});

test("a command typed whole is the first choice, though another begins with it", () => {
  const settings = ["settings", "set"].map((command) => ({ command, description: command }));
  expect(matchingCommands(settings, "/set").map(({ command }) => command)).toEqual(["set", "settings"]);
});
