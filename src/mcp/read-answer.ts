import type { CallToolResult, ContentBlock } from "@modelcontextprotocol/client";
import type { McpAnswer } from "../core/ports/mcp.ts";
import { capText, utf8Length } from "../lib/cap-text.ts";

/** What a tool answered, as text: only its words; what is no text is named and left out. */
export function readAnswer(result: CallToolResult, maxBytes: number): McpAnswer {
  const parts = result.content.map(partText);
  const structured = parts.length === 0 && result.structuredContent !== undefined;
  const text = structured ? JSON.stringify(result.structuredContent) : parts.join("\n");
  return { kind: "answered", ok: result.isError !== true, text: capText(text, maxBytes) };
}
function partText(part: ContentBlock): string {
  switch (part.type) {
    case "text":
      return part.text;
    case "image":
    case "audio":
      return named(part.type, part.mimeType, part.data);
    case "resource_link":
      return `[a link, not followed: ${part.name}, ${part.uri}]`;
    case "resource": {
      const { resource } = part;
      if ("text" in resource) return `[${resource.uri}]\n${resource.text}`;
      return named(`file ${resource.uri}`, resource.mimeType ?? "of unknown kind", resource.blob);
    }
  }
}
function named(what: string, type: string, base64: string): string {
  return `[${what}, ${type}, ${Math.floor((utf8Length(base64) * 3) / 4)} bytes, not shown]`;
}
