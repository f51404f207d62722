import { randomBytes } from "node:crypto";
import { join } from "node:path";
import {
  type CodingCliAbout,
  type CodingCliEnd,
  type CodingCliName,
  type CodingCliRun,
  type CodingClis,
  CODING_CLI_TITLES,
} from "../core/ports/coding-clis.ts";
import type { RunResult } from "../core/ports/sandbox.ts";
import type { Redactor } from "../lib/redact.ts";
import type { Secret } from "../lib/secret.ts";
import { isThisMachine } from "../lib/this-machine.ts";
import { claudeCode } from "./claude-code.ts";
import { codex } from "./codex.ts";
import type { Price } from "./gateway/cost.ts";
import { createGateway } from "./gateway/gateway.ts";
import type { Spent } from "./gateway/ledger.ts";
import type { FetchBy } from "./gateway/options.ts";
import type { Harness } from "./harness.ts";
import { isInstalled, placeOf } from "./installed.ts";
import { opencode } from "./opencode.ts";
import { createReader, type Output } from "./output.ts";

type CodingCliOptions = {
  readonly name: CodingCliName;
  readonly model: string;
  /** Of its model's server, without a slash at its end. */
  readonly baseUrl: string;
  /** Where the key of its own comes from, for people. */
  readonly keyVariable: string;
  readonly key: Secret | undefined;
  /** Of one task, in USD. */
  readonly ceilingUsd: number;
  /** Of one answer. */
  readonly maxOutputTokens: number;
  /** Null: nobody knows what that model costs. */
  readonly priceOf: (model: string) => Price | null;
};
export type CodingClisOptions = {
  /** The folder of all that is installed. */
  readonly programs: string;
  /** Where a sandbox shows the programs of its door. */
  readonly shownAt: string;
  /** As Node names it. */
  readonly architecture: string;
  readonly clis: readonly CodingCliOptions[];
  readonly redact: Redactor;
  readonly fetchBy: FetchBy;
};
const HARNESSES: Readonly<Record<CodingCliName, Harness>> = { claude_code: claudeCode, codex, opencode };
/** Inside the sandbox, whose loopback is its own. */
const PORT = 8484;

export function createCodingClis(options: CodingClisOptions): CodingClis {
  const { clis } = options;
  const optionsOf = (name: CodingCliName): CodingCliOptions => {
    const found = clis.find((each) => each.name === name);
    if (found === undefined) throw new Error(`${name} is not switched on`);
    return found;
  };
  return {
    list: () => clis.map((each) => aboutOf(each, options)),
    modelProblem: (name, model) => modelProblem(optionsOf(name), model),
    begin({ name, model, goal, purse }): CodingCliRun {
      const cli = optionsOf(name);
      const place = placeOf(options.programs, name, options.architecture);
      const used = model ?? cli.model;
      const price = cli.priceOf(used);
      if (place === null || price === null) throw new Error(`${name} cannot be used: ask for its problem first`);
      const harness = HARNESSES[name];
      const { baseUrl, key, maxOutputTokens } = cli;
      const runKey = `sparks-run-${randomBytes(24).toString("hex")}`;
      const { wire } = harness;
      const gateway = createGateway({
        wire,
        baseUrl,
        key,
        runKey,
        model: used,
        maxOutputTokens,
        price,
        purse,
        redact: options.redact,
        fetchBy: options.fetchBy,
      });
      const reader = createReader(harness);
      const server = `http://127.0.0.1:${PORT}`;
      const program = join(options.shownAt, place.program);
      return {
        door: { programs: place.folder, port: PORT, listen: (socketPath) => gateway.listen(socketPath) },
        ...harness.run({ program, model: used, maxOutputTokens, server, runKey }),
        stdin: goal,
        hear: (text) => reader.hear(text),
        end: (result) => endOf(result, reader.so(), gateway.spent()),
      };
    },
  };
}
function aboutOf(cli: CodingCliOptions, { programs, architecture }: CodingClisOptions): CodingCliAbout {
  const { name, model, ceilingUsd, baseUrl } = cli;
  const place = placeOf(programs, name, architecture);
  return { name, model, host: new URL(baseUrl).host, ceilingUsd, problem: problemOf(cli, place, architecture) };
}
function problemOf(
  cli: CodingCliOptions,
  place: ReturnType<typeof placeOf>,
  architecture: string,
): CodingCliAbout["problem"] {
  const title = CODING_CLI_TITLES[cli.name];
  if (place === null)
    return {
      what: `there is no ${title} for ${architecture} processors`,
      fix: `set coding_clis.${cli.name}.enabled = false`,
    };
  if (!isInstalled(place)) return { what: `${title} is not installed`, fix: `sparks coding-clis install ${cli.name}` };
  const unknown = modelProblem(cli, cli.model);
  if (unknown !== null) return { what: unknown, fix: `set coding_clis.${cli.name}.price, or another model` };
  // A server on this machine may want no key.
  if (cli.key !== undefined || isThisMachine(new URL(cli.baseUrl).hostname)) return null;
  return { what: `${title} has no key of its own`, fix: `sparks secrets set ${cli.keyVariable}` };
}
const MODEL_NAME = /^[A-Za-z0-9][\w.:/@-]{0,99}$/;
function modelProblem({ priceOf }: CodingCliOptions, model: string): string | null {
  if (!MODEL_NAME.test(model)) return "that is no name of a model";
  return priceOf(model) === null ? `nobody knows what ${model} costs, so that no limit on money would hold` : null;
}

function endOf(result: RunResult, { said, problem }: Output, { requests, ...spent }: Spent): CodingCliEnd {
  const why = problem ?? howItEnded(result);
  return { ok: why === null, said, problem: why, requests, ...spent };
}
function howItEnded(result: RunResult): string | null {
  switch (result.kind) {
    case "exited":
      return result.code === 0 ? null : `it ended with exit code ${result.code}: ${lastWords(result)}`;
    case "signalled":
      return `it was killed by ${result.signal}`;
    case "timed-out":
      return "its time was over; all its processes were killed";
    case "stopped":
      return "it was stopped";
    case "out-of-memory":
      return "its memory was used up";
    case "too-many-processes":
      return "it kept its sandbox full of processes";
    case "not-started":
      return `it did not start: ${result.reason}`;
  }
}
function lastWords({ stderr, stdout }: RunResult): string {
  return (stderr.text.trim() || stdout.text.trim()).slice(-400).toWellFormed() || "it said nothing";
}
