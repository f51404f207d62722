import { writeFileSync } from "node:fs";
import { renderAutonomyDoc } from "../src/core/policy/autonomy-doc.ts";

writeFileSync(new URL("../docs/autonomy.md", import.meta.url), renderAutonomyDoc());
