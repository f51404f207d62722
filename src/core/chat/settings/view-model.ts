import { bold, bullets, code, paragraph, type Block } from "../../../lib/blocks.ts";
import type { ModelAbout } from "../../ports/model.ts";
import type { Repository } from "../../ports/store.ts";

/** What a goal is answered with when no model can serve it: what works without one, and how to connect one. */
export function capabilitiesWithoutModel(about: ModelAbout, repositories: readonly Repository[]): Block[] {
  const example = about.kind === "recorded" ? about.covers[0] : undefined;
  const repository = repositories[0]?.name ?? "<repository>";
  return [
    paragraph(bold("That needs a language model, and none is connected."), " Your message was not sent anywhere."),
    paragraph("Without one I can:"),
    bullets(
      ["detect, build and test any repository: ", code(`/ci ${repository}`)],
      ["register repositories: ", code("/repo add <path or git URL>")],
      ...(example === undefined ? [] : [["show a whole task from a recording: say ", bold(example)]]),
    ),
    paragraph("To connect one, do one of these and start me again:"),
    bullets(
      ["put ", code("OPENAI_API_KEY=…"), " into the file ", code(".env"), " of my folder (", code("~/.sparks"), ")"],
      ["start Ollama, LM Studio or a llama.cpp server on this machine: I find it by myself"],
      [
        "set ",
        code("[model]"),
        " in ",
        code("config.toml"),
        " there, for any other server that speaks OpenAI's protocol",
      ],
    ),
  ];
}
