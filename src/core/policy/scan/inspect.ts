import { compilePattern } from "../../../lib/pattern.ts";
import type { Provider } from "./providers.ts";
import type { ScanResult, Surface } from "./finding.ts";
import { scan } from "./scan.ts";

type ScannerMode = "off" | "flag_only" | "block";
export type ScannerOptions = {
  readonly mode: ScannerMode;
  readonly flagScore: number;
  readonly blockScore: number;
  /** The first that fits goes before `mode`; what one of them leaves out fits everything. */
  readonly overrides: readonly {
    readonly provider?: string;
    readonly repository?: string;
    readonly mode: ScannerMode;
  }[];
  /** Texts from these are trusted: nothing is made of what is found in them. Case does not matter. */
  readonly allowTickets: readonly string[];
  readonly allowRepositories: readonly string[];
  readonly allowAuthors: readonly string[];
  /** Regular expressions in RE2's syntax; a text that one of them fits is trusted. */
  readonly allowPatterns: readonly string[];
};
/** Where a text comes from, and by which door. */
export type Source = {
  readonly surface: Surface;
  readonly provider: Provider;
  readonly repository?: string;
  readonly author?: string;
  readonly ticket?: string;
  /** Of the file it stands in: a test quotes what the code must withstand. */
  readonly path?: string;
};
/** `pass`: nothing to be said. `flag`: goes on, with a warning and stricter rules. `withhold`: does not go on. */
export type Inspection = { readonly action: "pass" | "flag" | "withhold"; readonly result: ScanResult };

const CLEAN: Inspection = { action: "pass", result: { verdict: "pass", score: 0, findings: [] } };
/** Scans a text and says what follows from it, by the settings for where it comes from. */
export function inspect(text: string, source: Source, options: ScannerOptions): Inspection {
  const mode = modeFor(source, options);
  if (mode === "off" || isTrusted(text, source, options)) return CLEAN;
  const leniency = source.path !== undefined && TEST_PATH.test(source.path) ? 2 : 1;
  const thresholds = { flag: options.flagScore * leniency, block: options.blockScore * leniency };
  const result = scan({ text, surface: source.surface }, thresholds);
  if (result.verdict === "pass") return { action: "pass", result };
  return { action: mode === "block" && result.verdict === "block" ? "withhold" : "flag", result };
}

function modeFor({ provider, repository }: Source, { mode, overrides }: ScannerOptions): ScannerMode {
  const fits = (wanted: string | undefined, is: string | undefined) => wanted === undefined || same(wanted, is);
  return overrides.find((each) => fits(each.provider, provider) && fits(each.repository, repository))?.mode ?? mode;
}
function isTrusted(text: string, { repository, author, ticket }: Source, options: ScannerOptions): boolean {
  return (
    options.allowRepositories.some((each) => same(each, repository)) ||
    options.allowAuthors.some((each) => same(each, author)) ||
    options.allowTickets.some((each) => same(each, ticket)) ||
    options.allowPatterns.some((each) => fitsPattern(each, text))
  );
}
function same(wanted: string, is: string | undefined): boolean {
  return wanted.toLowerCase() === is?.toLowerCase();
}
function fitsPattern(source: string, text: string): boolean {
  const pattern = compilePattern(source);
  return typeof pattern !== "string" && pattern.test(text);
}
const TEST_PATH = /(?:^|[/._-])(?:tests?|specs?|__tests__|fixtures?|testdata|e2e|snapshots?|attacks?)(?:[/._-]|$)/i;

/** What was found, in a few words for people and models: the whys of the heaviest findings. */
export function tellFindings({ findings }: ScanResult): string {
  const whys = [
    ...new Set(findings.map(({ why, layer }) => (layer === "plain" ? why : `${why} (hidden as ${layer})`))),
  ];
  return whys.slice(0, 2).join("; ");
}
