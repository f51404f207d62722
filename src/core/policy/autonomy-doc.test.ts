import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { renderAutonomyDoc } from "./autonomy-doc.ts";

test("the committed page says what the tables say (scripts/autonomy-doc.ts writes it)", () => {
  expect(readFileSync(new URL("../../../docs/autonomy.md", import.meta.url), "utf8")).toBe(renderAutonomyDoc());
});
