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
