import type { Config } from "../config/config.ts";
import { Fault } from "../core/fault.ts";
import type { CodingWish } from "../core/ports/coding-clis.ts";
import { CODING_CLI } from "../core/tools/coding-cli.ts";
import { createCustomTool } from "../core/tools/custom.ts";
import type { MemoryKeeper } from "../core/memories/keeper.ts";
import type { Persona } from "../core/personas/persona.ts";
import { createGh, GH } from "../core/tools/gh.ts";
import { createRemoteGit, git } from "../core/tools/git.ts";
import type { TaskRemote } from "../core/tools/remote.ts";
import { mayCall, MOST_TOOLS } from "../core/tools/server-tool.ts";
import { createDelegate, DELEGATE } from "../core/tools/delegate.ts";
import { createMemorySave, MEMORY_SAVE } from "../core/tools/memory-save.ts";
import { createMemorySearch, MEMORY_SEARCH } from "../core/tools/memory-search.ts";
import type { Tool } from "../core/tools/tool.ts";
import { ALL_TOOLS, createToolbox, type Toolbox } from "../core/tools/toolbox.ts";
import { createWebFetch } from "../core/tools/web-fetch.ts";
import { createWebSearch } from "../core/tools/web-search.ts";
import { WEB_FETCH, WEB_SEARCH } from "../core/tools/web-names.ts";
import { createSearxng } from "../http/searxng.ts";
import { createWeb } from "../http/web.ts";
import { parseIpRange } from "../lib/ip-address.ts";
import type { Secret } from "../lib/secret.ts";
import { SECOND_MS } from "../lib/time.ts";

type Settings = Config["tools"];
type KeyOf = (variable: string) => Secret | undefined;
const PAGE_BYTES = 2 * 1024 ** 2;

type ToolsDependencies = {
  readonly memory: MemoryKeeper;
  readonly sparks: readonly Persona[];
  /** Those that can be used now. */
  readonly ofServers: () => readonly Tool[];
  /** With what a chat wants of coding CLIs. */
  readonly ofClis: (coding: CodingWish | undefined) => readonly Tool[];
};
/**
 * What picks a spark's tools by their names; null: all there are. A spark without `finish` could not end.
 * @throws Fault config.invalid when a tool of the settings has the name of another
 */
export function openTools(
  settings: Settings,
  keyOf: KeyOf,
  { memory, sparks, ofServers, ofClis }: ToolsDependencies,
): (names: readonly string[] | null, remote: TaskRemote | null, coding?: CodingWish) => Toolbox {
  const all: readonly Tool[] = [
    ...ALL_TOOLS,
    createMemorySearch(memory),
    createMemorySave(memory),
    createDelegate(sparks),
    ...fetchTool(settings),
    ...searchTool(settings, keyOf),
    ...settings.custom.map(createCustomTool),
  ];
  const problems = takenNames(settings.custom);
  if (problems.length > 0) throw new Fault("config.invalid", { file: "config.toml", problems });
  return (wanted, remote, coding) => {
    const here = [...(remote === null ? all : withRemote(all, remote)), ...ofClis(coding)];
    const own =
      wanted === null ? here : here.filter(({ spec }) => wanted.includes(spec.name) || spec.name === "finish");
    const servers = ofServers().filter(({ spec }) => mayCall(spec.name, wanted));
    return createToolbox([...own, ...servers.slice(0, Math.max(0, MOST_TOOLS - own.length))]);
  };
}
/** Of all tools there can be, also where the settings leave some out. */
const OWN_NAMES: ReadonlySet<string> = new Set([
  ...ALL_TOOLS.map(({ spec }) => spec.name),
  MEMORY_SEARCH,
  MEMORY_SAVE,
  DELEGATE,
  WEB_FETCH,
  WEB_SEARCH,
  GH,
  CODING_CLI,
]);
/** Tools of the settings that would take another's place. */
export function takenNames(custom: Settings["custom"]): readonly string[] {
  return custom
    .filter(({ name }) => OWN_NAMES.has(name))
    .map(({ name }) => `tools.custom: there is a tool named ${name} already; choose another name`);
}
/** Where the repository is on a code host git reaches it, and gh is there. */
function withRemote(tools: readonly Tool[], remote: TaskRemote): readonly Tool[] {
  const { branch, hosted } = remote;
  const named = { branch, host: hosted.host, slug: hosted.slug };
  const here = () => remote;
  return [...tools.map((tool) => (tool === git ? createRemoteGit(named, here) : tool)), createGh(named, here)];
}
function fetchTool({ web, webHosts, webTimeoutSeconds, webAllowedCidrs }: Settings): readonly Tool[] {
  if (web === "off") return [];
  const guard = {
    grants: { ranges: webAllowedCidrs.map((cidr) => parseIpRange(cidr)) },
    timeoutMs: webTimeoutSeconds * SECOND_MS,
    maxBytes: PAGE_BYTES,
  };
  return [createWebFetch({ web: createWeb(guard), hosts: webHosts })];
}
function searchTool({ web, searchUrl, searchKeyVariable, webTimeoutSeconds }: Settings, keyOf: KeyOf): readonly Tool[] {
  if (web === "off" || searchUrl === undefined) return [];
  const key = searchKeyVariable === undefined ? undefined : keyOf(searchKeyVariable);
  const search = createSearxng({
    url: searchUrl,
    key,
    timeoutMs: webTimeoutSeconds * SECOND_MS,
    maxBytes: PAGE_BYTES,
  });
  return [createWebSearch({ search, address: searchUrl })];
}
