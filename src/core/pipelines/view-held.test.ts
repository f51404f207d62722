import { expect, test } from "vitest";
import { plainText } from "../../lib/blocks-text.ts";
import type { StepReport } from "./pipeline.ts";
import { tellHeld } from "./run/tell-held.ts";
import { heldBlocks } from "./view-held.ts";

test("what is not seen in the name of a file that is held back is told by its number", () => {
  const held = [".env\u200B", "k\u202Eey.pem"];
  expect(plainText(heldBlocks(held))).toBe("🔒 Held back from the workspace: .env\\u{200b}, k\\u{202e}ey.pem.");
  const report = { outcome: "failed", stdout: "no .env\u200B", stderr: "", notes: [] } as unknown as StepReport;
  expect(tellHeld(report, held).notes[0]).toContain("names .env\\u{200b}, held back");
});
