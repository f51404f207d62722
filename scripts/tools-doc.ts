import { writeFileSync } from "node:fs";
import { renderToolsDoc } from "../src/core/tools/tools-doc.ts";

writeFileSync(new URL("../docs/tools.md", import.meta.url), renderToolsDoc());
