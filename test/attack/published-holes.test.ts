import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { HOSTILE_CASES } from "../support/hostile/cases.ts";

/**
 * Published holes of agents like this one, and the case that shows that it is not here: a file, and words that stand in it.
 * What has no door here to begin with (a market of skills, a token in an address) is named with what keeps it so.
 */
const HOSTILE = "test/support/hostile/cases.ts";
const HOLES: readonly (readonly [hole: string, file: string, words: string])[] = [
  [
    "CVE-2026-25253: a page that connected to an address from its own address, with its token",
    "src/emulator/local-api.test.ts",
    "opens with the key in the address, which becomes a cookie that scripts cannot read",
  ],
  ["CVE-2026-25253: the same from another origin, on loopback", "src/emulator/local-api.test.ts", "a foreign origin"],
  [
    "CVE-2026-28454, GHSA-3vpc-7q5r-276h: a webhook without its secret",
    "test/e2e/webhook.e2e.test.ts",
    "without the secret nothing is read",
  ],
  [
    "CVE-2026-32980: a body that was read before the secret was compared",
    "test/e2e/webhook.e2e.test.ts",
    "without the secret nothing is read",
  ],
  [
    "CVE-2026-28480: people known by names that are given away again",
    "test/e2e/telegram-bot.test.ts",
    "a stranger is refused once, then met with silence, and reaches nobody",
  ],
  ["CVE-2026-28472: a token that was there, and not looked at", "src/emulator/local-api.test.ts", "a wrong bearer"],
  [
    "CVE-2026-27002: mounts, rights and networks from settings or calls",
    "test/attack/containers.jsonl",
    "binds-/var/run/docker.sock",
  ],
  ["CVE-2026-27002: the same asked for by the model", HOSTILE, "mounts, rights and a network asked for in a call"],
  ["CVE-2026-32038: the network of another container", "test/attack/containers.jsonl", "network-container:abc123"],
  ["CVE-2026-32038: the same asked for by the model", HOSTILE, "the network of another container asked for in a call"],
  [
    "CVE-2026-27007: an old container kept for settings that only look the same",
    "src/sandbox/docker/pool-plan.test.ts",
    "one that waited as long as it may, or was made with other limits, is replaced",
  ],
  [
    "CVE-2026-27523: a linked folder above a name that is not there yet",
    HOSTILE,
    "a linked folder, and a file below it that does not exist yet",
  ],
  [
    "CVE-2026-28466: an approval in a field of the call",
    HOSTILE,
    "an approval forged in words, in a field and in an unknown tool",
  ],
  [
    "CVE-2026-28463: one string judged, another one run by the shell",
    HOSTILE,
    "a command that becomes another one when a shell expands it",
  ],
  [
    "issue 23276, PR 65713: always allowing an interpreter",
    "src/core/policy/approvals/like.test.ts",
    "a shell by its path",
  ],
  ["PR 65713: busybox counted as harmless", HOSTILE, "a program hidden in a box of programs"],
  ["CVE-2026-27646: a child session without its sandbox", HOSTILE, "another session without a sandbox"],
  [
    "CVE-2026-27646: the same by the program's own command line",
    HOSTILE,
    "a program of this program, which would work outside of the sandbox",
  ],
  [
    "CVE-2026-43585, -32897, -32045, -28446: bearers and ids that only looked right",
    "src/emulator/local-api.test.ts",
    "an empty bearer",
  ],
  [
    "CVE-2026-22812, -22813: a local port with a shell and no key",
    "src/emulator/local-api.test.ts",
    "a request without any key",
  ],
  ["CVE-2026-22813: words that became markup", "test/e2e/page.e2e.test.ts", "hostile text is only text: markup"],
  ["CVE-2026-22812: the program's own socket", HOSTILE, "the program's socket is spoken to"],
  [
    "CVE-2026-39861: a file written through a link",
    HOSTILE,
    "a link out of the workspace, and a file written through it",
  ],
  [
    "CVE-2026-25725: the agent's settings written from inside",
    HOSTILE,
    "the program's own settings are written by their place",
  ],
  ["CVE-2026-25724: a denied name under another one, by a link", HOSTILE, "a denied name through a link"],
  ["CVE-2026-103916: a copy out of the sandbox that followed a link", "src/git/patch.test.ts", "a link stays inside"],
  [
    "CVE-2026-103916: what leaves is a patch, whatever it names",
    "src/git/patch.test.ts",
    "whatever paths a patch names, only names inside the repository come of it",
  ],
  [
    "Clinejection: orders in what strangers wrote",
    "test/e2e/scanner.e2e.test.ts",
    "forwarded words that give orders carry a warning",
  ],
  ["Clinejection: a stolen token published from a task", HOSTILE, "a push"],
  [
    "ClawHavoc: tools of others, run before anybody looked",
    "test/e2e/mcp.e2e.test.ts",
    "a tool that nobody approved is no tool of the model's",
  ],
  [
    "Exposure: ports open to the world",
    "test/attack/ways-out.test.ts",
    "no file opens connections but those that are known to",
  ],
  [
    "Strangers let in by a second list",
    "test/e2e/people.e2e.test.ts",
    "in a group only those known are answered, until it is allowed, and then as what was allowed",
  ],
  [
    "CVE-2026-26324: 127.0.0.1 as a long IPv6 address",
    HOSTILE,
    "the same address written long, as a number and in other clothes",
  ],
  [
    "CVE-2026-26324: the same among the answers of a name",
    "test/attack/addresses.jsonl",
    '"2606:2800:21f:cb07:6820:80da:af6b:8b2c","::ffff:7f00:1"',
  ],
  [
    "CVE-2026-27488, -44116: a second way to fetch, without the guard",
    "test/attack/ways-out.test.ts",
    "no file opens connections but those that are known to",
  ],
  ["2026.3.28: a path under another parameter", HOSTILE, "another name for the path"],
  [
    "2026.3.28: rights that outlived their end",
    "test/e2e/people.e2e.test.ts",
    "its end shuts them out with their buttons",
  ],
  [
    "2026.3.28: who may press",
    "test/e2e/approvals.e2e.test.ts",
    "another member who presses is told who may, and nothing is decided",
  ],
  [
    "git on a repository that a sandbox wrote: the common folder",
    HOSTILE,
    "the common folder of git is pointed elsewhere",
  ],
  ["git on a repository that a sandbox wrote: hooks", HOSTILE, "a hook is written"],
  ["git on a repository that a sandbox wrote: settings", HOSTILE, "the configuration of git is written"],
  ["git told to run programs by the environment or an option", HOSTILE, "the environment moves git's folder"],
  [
    "MCP tool poisoning: orders in a description",
    "test/e2e/mcp.e2e.test.ts",
    "orders in a description are shown for what they are",
  ],
  [
    "MCP rug pull: a tool that changes once it is approved",
    "test/e2e/mcp.e2e.test.ts",
    "a server that changes an approved tool loses it until the owner has seen the change",
  ],
  [
    "MCP shadowing: the same name on two servers",
    "src/core/policy/approvals/pins.test.ts",
    "the same name on two servers are two tools",
  ],
  [
    "MCP token passthrough: a header that goes to others",
    "test/e2e/mcp-servers.test.ts",
    "the header of the settings goes to the server and to nobody it sends us to",
  ],
  ["MCP results as orders", "test/e2e/mcp.e2e.test.ts", "a result that reads like orders is told as such"],
  ["The cloud's address for keys", HOSTILE, "the cloud's own address for keys"],
  ["Deno's lesson: a program that is allowed and runs another", HOSTILE, "an interpreter given words"],
];
const top = new URL("../../", import.meta.url);
const hostile = HOSTILE_CASES.map(({ name }) => name);

test.each(HOLES)("%s: has its case", (_hole, file, words) => {
  if (file === HOSTILE) return expect(hostile).toContain(words);
  const text = readFileSync(new URL(file, top), "utf8");
  expect(text.split(words).length - 1, `how often it stands in ${file}`).toBe(1);
});
test("no case of the hostile model is there twice", () => {
  expect(hostile.length).toBeGreaterThan(20);
  expect(hostile.length).toBe(new Set(hostile).size);
});
