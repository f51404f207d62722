import { anthropicMessages } from "./gateway/anthropic.ts";
import { fieldOf, listOf } from "./gateway/wire.ts";
import { type Harness, type Heard, NOTHING_HEARD, textOf, toolLine } from "./harness.ts";

/** Claude Code in print mode. @see https://code.claude.com/docs/en/headless, .../settings#environment-variables */
export const claudeCode: Harness = {
  wire: anthropicMessages,
  run: ({ program, model, maxOutputTokens, server, runKey }) => ({
    argv: [
      program,
      "--print",
      ...["--output-format", "stream-json", "--verbose", "--model", model],
      // The sandbox around it is what holds it; its own questions would be asked of nobody.
      "--dangerously-skip-permissions",
      // What the repository says of hooks, servers and helpers of keys is not run.
      ...["--setting-sources", "user", "--strict-mcp-config", "--no-session-persistence"],
      ...["--disallowedTools", "WebFetch", "WebSearch"],
    ],
    env: {
      ANTHROPIC_BASE_URL: server,
      ANTHROPIC_API_KEY: runKey,
      ...Object.fromEntries(MODELS.map((name) => [name, model])),
      CLAUDE_CODE_MAX_OUTPUT_TOKENS: String(maxOutputTokens),
      ...PATIENCE,
      ...Object.fromEntries(SWITCHES.map((name) => [name, "1"])),
    },
  }),
  read,
};
/** Which model it takes for what; all of them are the one whose price is known. */
const MODELS = [
  "ANTHROPIC_MODEL",
  "ANTHROPIC_SMALL_FAST_MODEL",
  "ANTHROPIC_DEFAULT_HAIKU_MODEL",
  "ANTHROPIC_DEFAULT_SONNET_MODEL",
  "ANTHROPIC_DEFAULT_OPUS_MODEL",
  "CLAUDE_CODE_SUBAGENT_MODEL",
];
/** A request may be held until a person has given more money. After an hour Claude Code makes it anew, which is held as the first was. */
const PATIENCE = {
  CLAUDE_STREAM_FIRST_BYTE_TIMEOUT_MS: "1800000",
  API_TIMEOUT_MS: "3600000",
  // Else what is silent for six minutes is closed by the runtime below it.
  API_FORCE_IDLE_TIMEOUT: "0",
};
const SWITCHES = [
  "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC",
  "DISABLE_AUTOUPDATER",
  "DISABLE_TELEMETRY",
  "DISABLE_ERROR_REPORTING",
  "IS_SANDBOX",
];

function read(line: Readonly<Record<string, unknown>>): Heard {
  if (line["type"] === "assistant") {
    const blocks = listOf(fieldOf(line, "message"), "content");
    const doing = blocks.filter(({ type }) => type === "tool_use").map(({ name, input }) => toolLine(name, input));
    const said = blocks.map(({ type, text }) => (type === "text" ? textOf(text) : "")).join("");
    return said === "" ? { doing } : { doing, said };
  }
  if (line["type"] !== "result") return NOTHING_HEARD;
  const said = textOf(line["result"]);
  if (line["is_error"] === true) return { problem: said || `it ended with ${textOf(line["subtype"]) || "an error"}` };
  return said === "" ? NOTHING_HEARD : { said };
}
