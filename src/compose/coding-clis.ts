import { INSIDE } from "../sandbox/options.ts";
import type { CodingCliRow } from "../cli/coding-clis.ts";
import { createCodingClis } from "../coding-clis/clis.ts";
import { isInstalled, placeOf } from "../coding-clis/installed.ts";
import { RELEASES } from "../coding-clis/releases.ts";
import { programRoot } from "./sandbox.ts";
import type { Config } from "../config/config.ts";
import { type CodingCliName, CODING_CLIS, type CodingClis, type CodingWish } from "../core/ports/coding-clis.ts";
import { createCodingCliTool } from "../core/tools/coding-cli.ts";
import type { Tool } from "../core/tools/tool.ts";
import type { Redactor } from "../lib/redact.ts";
import type { Secret } from "../lib/secret.ts";
import { MINUTE_MS } from "../lib/time.ts";
import { createConnectingFetch } from "../llm/http.ts";
import type { Outgoing } from "../llm/outgoing.ts";
import { listPriceOf } from "../llm/prices.ts";

type Settings = Config["codingClis"];
type CliSettings = Settings["codex"];
const SETTINGS_OF: Readonly<Record<CodingCliName, (settings: Settings) => CliSettings>> = {
  claude_code: ({ claudeCode }) => claudeCode,
  codex: ({ codex }) => codex,
  opencode: ({ opencode }) => opencode,
};
/** Names of the variables that hold the keys, for those that are switched on. */
export function codingCliKeys(
  settings: Settings,
): readonly { readonly name: CodingCliName; readonly variable: string }[] {
  return CODING_CLIS.flatMap((name) => {
    const { enabled, apiKeyVariable } = SETTINGS_OF[name](settings);
    return enabled ? [{ name, variable: apiKeyVariable }] : [];
  });
}
/** What the terminal shows of them, whether they are switched on or not. */
export function codingCliRows({ codingClis }: Config, home: string): readonly CodingCliRow[] {
  return CODING_CLIS.map((name) => {
    const place = placeOf(programRoot(home), name, process.arch);
    const { enabled } = SETTINGS_OF[name](codingClis);
    return { name, version: RELEASES[name].version, installed: place !== null && isInstalled(place), enabled };
  });
}
type CodingWorld = {
  readonly home: string;
  readonly secret: (variable: string) => Secret | undefined;
  readonly redact: Redactor;
  /** The way to their models' servers: the same as to the program's own. */
  readonly outgoing: Outgoing;
};

export function openCodingClis(settings: Settings, { home, secret, redact, outgoing }: CodingWorld): CodingClis {
  return createCodingClis({
    programs: programRoot(home),
    shownAt: INSIDE.programs,
    architecture: process.arch,
    redact,
    fetchBy: (onConnected) => createConnectingFetch(onConnected, { outgoing, sent: "all" }),
    clis: codingCliKeys(settings).map(({ name, variable }) => {
      const { model, baseUrl, ceilingUsd, maxOutputTokens, price } = SETTINGS_OF[name](settings);
      return {
        name,
        model,
        baseUrl: baseUrl.replace(/\/+$/, ""),
        keyVariable: variable,
        key: secret(variable),
        ceilingUsd,
        maxOutputTokens,
        priceOf: (asked) =>
          price !== undefined && asked === model
            ? { input: price.inputUsd, cached: price.cachedInputUsd, output: price.outputUsd }
            : listPriceOf(asked),
      };
    }),
  });
}
/** The tool by which sparks hand work over, as a chat wants it. */
export function codingCliTools(
  clis: CodingClis,
  settings: Settings,
): (coding: CodingWish | undefined) => readonly Tool[] {
  return (wish) => {
    const tool = createCodingCliTool({ clis, wish, timeoutMs: settings.timeoutMinutes * MINUTE_MS });
    return tool === null ? [] : [tool];
  };
}
