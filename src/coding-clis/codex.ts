import { openaiResponses } from "./gateway/openai.ts";
import { fieldOf, listOf } from "./gateway/wire.ts";
import { type Harness, type Heard, NOTHING_HEARD, textOf, toolLine } from "./harness.ts";

/** Codex without its terminal. @see https://developers.openai.com/codex/noninteractive, .../codex/config-reference */
export const codex: Harness = {
  wire: openaiResponses,
  run: ({ program, model, server, runKey }) => ({
    argv: [
      program,
      "exec",
      "--json",
      ...["--ephemeral", "--skip-git-repo-check", "--ignore-user-config", "--ignore-rules"],
      // Its own sandbox cannot be made within ours, which holds more.
      "--dangerously-bypass-approvals-and-sandbox",
      ...SETTINGS.flatMap((setting) => ["-c", setting]),
      ...["-c", `model_providers.sparks={name="sparks",base_url="${server}/v1",env_key="${KEY}",wire_api="responses"}`],
      ...["--model", model, "-"],
    ],
    env: { [KEY]: runKey },
  }),
  read,
};
const KEY = "CODING_CLI_KEY";
const SETTINGS = [
  'model_provider="sparks"',
  'web_search="disabled"',
  "check_for_update_on_startup=false",
  "analytics.enabled=false",
];

function read(line: Readonly<Record<string, unknown>>): Heard {
  const item = fieldOf(line, "item");
  switch (line["type"]) {
    case "item.started":
      return item["type"] === "command_execution" ? { doing: [toolLine("run", item)] } : NOTHING_HEARD;
    case "item.completed":
      return readItem(item);
    case "turn.failed":
      return { problem: errorOf(textOf(fieldOf(line, "error")["message"])) };
    default:
      return NOTHING_HEARD;
  }
}
function readItem(item: Readonly<Record<string, unknown>>): Heard {
  switch (item["type"]) {
    case "agent_message":
      return { said: textOf(item["text"]) };
    case "file_change":
      return { doing: listOf(item, "changes").map((change) => toolLine(change["kind"], change)) };
    default:
      return NOTHING_HEARD;
  }
}
/** A server's refusal comes as it was sent. */
function errorOf(text: string): string {
  try {
    return textOf(fieldOf(JSON.parse(text) as Record<string, unknown>, "error")["message"]) || text;
  } catch {
    return text;
  }
}
