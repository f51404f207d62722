import type { Config } from "./config/config.ts";
import type { Tool } from "./core/tools/tool.ts";
import { ALL_TOOLS, createToolbox, type Toolbox } from "./core/tools/toolbox.ts";
import { createWebFetch } from "./core/tools/web-fetch.ts";
import { createWeb } from "./http/web.ts";
import { parseIpRange } from "./lib/ip-address.ts";
import { SECOND_MS } from "./lib/time.ts";

const PAGE_BYTES = 2 * 1024 ** 2;

/** What picks a spark's tools by their names; null: all there are. A spark without `finish` could not end. */
export function openTools(config: Config["tools"]): (names: readonly string[] | null) => Toolbox {
  const all: readonly Tool[] = [...ALL_TOOLS, ...webTools(config)];
  return (names) =>
    createToolbox(names === null ? all : all.filter(({ spec }) => names.includes(spec.name) || spec.name === "finish"));
}
function webTools({ web, webHosts, webTimeoutSeconds, webAllowedCidrs }: Config["tools"]): readonly Tool[] {
  if (web === "off") return [];
  const guard = {
    grants: { ranges: webAllowedCidrs.map((cidr) => parseIpRange(cidr)) },
    timeoutMs: webTimeoutSeconds * SECOND_MS,
    maxBytes: PAGE_BYTES,
  };
  return [createWebFetch({ web: createWeb(guard), hosts: webHosts })];
}
