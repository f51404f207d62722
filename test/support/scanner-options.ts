import type { ScannerOptions } from "../../src/core/policy/scan/inspect.ts";

/** A scanner that trusts nobody, and only flags. */
export const SCANNER: ScannerOptions = {
  mode: "flag_only",
  flagScore: 4,
  blockScore: 10,
  overrides: [],
  allowTickets: [],
  allowRepositories: [],
  allowAuthors: [],
  allowPatterns: [],
};
