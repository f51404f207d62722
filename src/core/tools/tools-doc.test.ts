import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { renderToolsDoc } from "./tools-doc.ts";

test("the committed page says what tools and policy say (scripts/tools-doc.ts writes it)", () => {
  expect(readFileSync(new URL("../../../docs/tools.md", import.meta.url), "utf8")).toBe(renderToolsDoc());
});
