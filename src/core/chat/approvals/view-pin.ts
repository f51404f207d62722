import { bold, code, codeBlock, details, paragraph, type Block, type Inline } from "../../../lib/blocks.ts";
import { lineChanges } from "../../../lib/line-changes.ts";
import { visible } from "../../../lib/visible.ts";
import type { Pin, PinState } from "../../policy/approvals/pin.ts";
import { inspect, type ScannerOptions, tellFindings } from "../../policy/scan/inspect.ts";
import type { Button } from "../../ports/messenger.ts";
import { writeButtonData } from "../desk/button-data.ts";

/** Of each part, in characters; what is longer stands whole in a file beside it. */
const MOST_TEXT = 3000;

/** A tool of a server as its owner decides on it: all that a model would be told of it, to the last character. */
export function pinBlocks(pin: Pin, before: Pin | null, scanner: ScannerOptions): Block[] {
  const { server, tool, state, hash, hosts = [] } = pin;
  return [
    paragraph(bold(`🧩 ${titleOf(pin, before)}`)),
    paragraph("Server ", code(server), ", tool ", code(tool.name), ". What the server says of it:"),
    codeBlock(fits(shownText(tool.description))),
    details("What it takes (JSON Schema)", codeBlock(fits(schemaText(pin)), "json")),
    ...(before === null ? [] : changeBlocks(pin, before)),
    ...(hosts.length === 0 ? [] : [paragraph("🌐 What it is given can reach ", ...hostList(hosts), ".")]),
    ...findingBlocks(pin, scanner),
    paragraph(
      bold(stateLine(state)),
      ` Bound to ${hash.slice(0, 8)}…: if the server changes a word, or the settings its hosts, it is asked again.`,
    ),
  ];
}
/** What a server's sandbox may reach, one after the other. */
export function hostList(hosts: readonly string[]): Inline[] {
  return hosts.flatMap((host, at): Inline[] => (at === 0 ? [code(host)] : [", ", code(host)]));
}
/** All of it, where the message cannot hold it; null when it does. */
export function wholePin(pin: Pin): string | null {
  const [description, schema] = [shownText(pin.tool.description), schemaText(pin)];
  if (description.length <= MOST_TEXT && schema.length <= MOST_TEXT) return null;
  return [
    `${pin.server}: ${pin.tool.name}, bound to ${pin.hash}`,
    "--- description",
    description,
    "--- schema",
    schema,
  ].join("\n");
}
export function pinKeyboard({ id, state }: Pin): readonly (readonly Button[])[] {
  const approve = { text: "Approve this tool", data: dataOf(id, "approve"), style: "success" } as const;
  switch (state.kind) {
    case "asked":
      return [[approve, { text: "Refuse", data: dataOf(id, "refuse"), style: "danger" }]];
    case "approved":
      return [[{ text: "Take it back", data: dataOf(id, "refuse"), style: "danger" }]];
    case "refused":
      return [[approve]];
    case "replaced":
      return [];
  }
}
function dataOf(id: number, action: string): string {
  return writeButtonData({ kind: "pin", id, action });
}
function titleOf(pin: Pin, before: Pin | null): string {
  const { server, tool, state } = pin;
  const name = `${server}: ${tool.name}`;
  if (state.kind !== "asked" || before === null) return `A tool of a server: ${name}`;
  const how = onlyHosts(pin, before) ? "is given other hosts by the settings" : "was changed by its server";
  return `${name} ${how}, and is not used until you approve it again`;
}
/** In a list and at the end of a message. */
export function stateLine(state: PinState): string {
  switch (state.kind) {
    case "asked":
      return "It waits for the owner, and is not used.";
    case "approved":
      return `✅ Approved by ${state.byName}.`;
    case "refused":
      return `⛔ Refused by ${state.byName}; it is not used.`;
    case "replaced":
      return "↪️ The server, or its settings, say something else by now; this is not used.";
  }
}
function changeBlocks(pin: Pin, before: Pin): Block[] {
  const parts = [
    lineChanges(shownText(before.tool.description), shownText(pin.tool.description)),
    lineChanges(schemaText(before), schemaText(pin)),
    lineChanges(hostLines(before), hostLines(pin)),
  ].filter((part) => part !== "");
  return [paragraph("What changed since it was approved:"), codeBlock(fits(parts.join("\n")), "diff")];
}
function hostLines({ hosts = [] }: Pin): string {
  return hosts.length === 0 ? "reaches no hosts" : hosts.map((host) => `reaches ${host}`).join("\n");
}
function onlyHosts(pin: Pin, before: Pin): boolean {
  return (
    shownText(before.tool.description) === shownText(pin.tool.description) && schemaText(before) === schemaText(pin)
  );
}
function findingBlocks({ tool, server }: Pin, scanner: ScannerOptions): Block[] {
  const text = `${tool.name}\n${tool.description}\n${JSON.stringify(tool.schema)}`;
  const { result } = inspect(
    text,
    { surface: "mcp-description", provider: "mcp", author: server },
    { ...scanner, mode: "flag_only" },
  );
  if (result.findings.length === 0) return [];
  const warning = `${tellFindings(result)}. A description has no business giving orders: refuse it unless you know why it does.`;
  return [paragraph(bold("⚠️ It reads like orders to the model: "), visible(warning))];
}
function shownText(text: string): string {
  return text === "" ? "(nothing)" : visible(text);
}
function schemaText({ tool }: Pin): string {
  return visible(JSON.stringify(tool.schema, null, 1));
}
function fits(text: string): string {
  if (text.length <= MOST_TEXT) return text;
  return `${text.slice(0, MOST_TEXT).toWellFormed()}\n[… goes on: whole in the file beside this …]`;
}
