import { writeFileSync } from "node:fs";
import { renderExample } from "../src/config/example.ts";

writeFileSync(new URL("../config.example.toml", import.meta.url), renderExample());
