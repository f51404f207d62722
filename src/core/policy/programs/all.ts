import { BINARIES } from "./binaries.ts";
import { BUILD_TOOLS } from "./build-tools.ts";
import { COMPILED } from "./compiled.ts";
import { DANGERS } from "./dangers.ts";
import { DOCUMENTS } from "./documents.ts";
import { DOTNET_TOOLS } from "./dotnet.ts";
import { FILES } from "./files.ts";
import { FUNCTIONAL } from "./functional.ts";
import { GIT } from "./git.ts";
import { GO_TOOLS } from "./go.ts";
import { INFRA } from "./infra.ts";
import { JVM_TOOLS } from "./jvm-tools.ts";
import { LANGUAGES } from "./languages.ts";
import { NATIVE_TOOLS } from "./native-tools.ts";
import { NODE } from "./node.ts";
import { OTHER } from "./other.ts";
import { PATCH } from "./patch.ts";
import { PYTHON } from "./python.ts";
import type { Programs } from "./rule.ts";
import { SYSTEM } from "./system.ts";
import { TEXT } from "./text.ts";

/** Every program whose use can be told to be harmless, or that is known not to be. */
export const PROGRAMS: Programs = {
  ...DANGERS,
  ...COMPILED,
  ...GO_TOOLS,
  ...FILES,
  ...GIT,
  ...NODE,
  ...OTHER,
  ...DOTNET_TOOLS,
  ...PATCH,
  ...PYTHON,
  ...SYSTEM,
  ...TEXT,
  ...BUILD_TOOLS,
  ...BINARIES,
  ...DOCUMENTS,
  ...INFRA,
  ...LANGUAGES,
  ...FUNCTIONAL,
  ...JVM_TOOLS,
  ...NATIVE_TOOLS,
};
