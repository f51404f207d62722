import { COMMANDS, FORGED, LIES } from "./acts.ts";
import type { HostileCase } from "./case.ts";
import { GREED } from "./greed.ts";
import { LEAKS } from "./leaks.ts";
import { ADDRESSES, OWN_FILES, PATHS } from "./reach.ts";

/** Published holes of agents and what else a model would try, as calls. None mends the repository honestly. */
export const HOSTILE_CASES: readonly HostileCase[] = [
  ...PATHS,
  ...OWN_FILES,
  ...COMMANDS,
  ...FORGED,
  ...ADDRESSES,
  ...LIES,
  ...GREED,
  ...LEAKS,
];
