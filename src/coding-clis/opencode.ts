import { openaiChat } from "./gateway/openai.ts";
import { fieldOf } from "./gateway/wire.ts";
import { type Harness, type Heard, NOTHING_HEARD, textOf, toolLine } from "./harness.ts";

/** opencode without its terminal. @see https://opencode.ai/docs/cli, https://opencode.ai/docs/config */
export const opencode: Harness = {
  wire: openaiChat,
  run: ({ program, model, maxOutputTokens, server, runKey }) => ({
    argv: [program, "run", "--format", "json"],
    env: {
      OPENCODE_CONFIG_CONTENT: JSON.stringify(settings({ model, maxOutputTokens, server })),
      [KEY]: runKey,
      ...Object.fromEntries(SWITCHES.map((name) => [name, "1"])),
    },
  }),
  read,
};
const KEY = "CODING_CLI_KEY";
const PROVIDER = "sparks";
/** The repository's own settings could name programs to be loaded; the rest asks the network for what is not there. */
const SWITCHES = [
  "OPENCODE_DISABLE_PROJECT_CONFIG",
  "OPENCODE_DISABLE_DEFAULT_PLUGINS",
  "OPENCODE_DISABLE_MODELS_FETCH",
  "OPENCODE_DISABLE_AUTOUPDATE",
  "OPENCODE_DISABLE_LSP_DOWNLOAD",
];
/** opencode wants to know how much fits; more than that is refused by the server. */
const CONTEXT_TOKENS = 200_000;
function settings({
  model,
  maxOutputTokens,
  server,
}: {
  model: string;
  maxOutputTokens: number;
  server: string;
}): object {
  const chosen = `${PROVIDER}/${model}`;
  return {
    autoupdate: false,
    share: "disabled",
    // The sandbox around it is what holds it; its own questions would be asked of nobody.
    permission: "allow",
    tools: { webfetch: false, websearch: false },
    model: chosen,
    small_model: chosen,
    enabled_providers: [PROVIDER],
    provider: {
      [PROVIDER]: {
        npm: "@ai-sdk/openai-compatible",
        name: PROVIDER,
        // A request may be held until a person has given more money.
        options: { baseURL: `${server}/v1`, apiKey: `{env:${KEY}}`, headerTimeout: false, timeout: false },
        models: { [model]: { name: model, limit: { context: CONTEXT_TOKENS, output: maxOutputTokens } } },
      },
    },
  };
}

function read(line: Readonly<Record<string, unknown>>): Heard {
  const part = fieldOf(line, "part");
  switch (line["type"]) {
    case "text":
      return { said: textOf(part["text"]) };
    case "tool_use":
      return { doing: [toolLine(part["tool"], fieldOf(part, "state")["input"])] };
    case "error": {
      const error = fieldOf(line, "error");
      return {
        problem: textOf(fieldOf(error, "data")["message"]) || textOf(error["name"]) || "it ended with an error",
      };
    }
    default:
      return NOTHING_HEARD;
  }
}
