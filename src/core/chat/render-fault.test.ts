import { expect, test } from "vitest";
import { plainText } from "../../lib/blocks-text.ts";
import { Fault } from "../fault.ts";
import { afterFault } from "../tasks/interruption.ts";
import { faultBlocks } from "./render-fault.ts";

const lastLine = (fault: Fault): string => plainText(faultBlocks(fault)).trim().split("\n").at(-1) ?? "";

test.each([
  ["sudo systemctl start docker", true, "→ Run sudo systemctl start docker, then start me again.", "Run sudo"],
  ["set sandbox.runtime to auto", false, "→ Set sandbox.runtime to auto.", "Set sandbox.runtime to auto, then resume."],
])("%j is told as a sentence wherever a sandbox is missing", (fix, isCommand, told, later) => {
  const faults = [
    new Fault("sandbox.unavailable", { reason: "there is none", fix, isCommand }),
    new Fault("sandbox.image-missing", { image: "other:1", fix, isCommand }),
  ];
  expect(faults.map(lastLine)).toEqual([told, told]);
  for (const fault of faults)
    expect(afterFault(fault)).toMatchObject({ reason: expect.stringContaining(later) as string });
});

const refused = new Fault("repository.refused", {
  source: "/nope",
  why: "not-found",
  detail: "there is no such folder",
});
const broken = new Fault("store.failed", { path: "/home/sparks.db", reason: "file is not a database" });
const tooDear = new Fault("model.over-budget", {
  worstUsd: 1,
  empty: { kind: "empty", purse: "day", name: "", spentUsd: 1, capUsd: 1, fillsAt: null },
});

test("each door is told of the commands it has", () => {
  expect(plainText(faultBlocks(refused))).toContain("/repo lists what is registered");
  expect(plainText(faultBlocks(refused, "terminal"))).toMatch(
    /→ sparks repo list lists what is registered, sparks repo add <path or git URL> registers another\./,
  );
  expect(plainText(faultBlocks(broken))).toContain("/health looks at it.");
  expect(plainText(faultBlocks(broken, "terminal"))).toContain("sparks doctor looks at it.");
  expect(plainText(faultBlocks(tooDear, "terminal"))).toContain("/cost in the chat shows what is left");
});
