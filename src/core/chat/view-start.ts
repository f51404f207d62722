import { bold, code, paragraph, type Block, type Inline } from "../../lib/blocks.ts";
import type { ModelAbout } from "../ports/model.ts";
import type { Sandbox } from "../ports/sandbox.ts";
import type { Repository } from "../ports/store.ts";

/** What can be done now, in six lines, from what was found. */
export function startBlocks(found: {
  sandbox: Sandbox;
  model: ModelAbout;
  repositories: readonly Repository[];
}): Block[] {
  return [
    paragraph(
      bold("Sparks"),
      " takes a goal, shows a plan, does the work in a sealed sandbox and proves it with your own checks.",
    ),
    paragraph("🧱 Sandbox: ", ...sandboxLine(found.sandbox)),
    paragraph("🧠 Model: ", ...modelLine(found.model)),
    paragraph("📁 Repositories: ", ...repositoryLine(found.repositories)),
    paragraph(
      "▶️ Try ",
      code(`/ci ${found.repositories[0]?.name ?? "<repository>"}`),
      " (needs no model) or say ",
      ...goalExample(found),
    ),
    paragraph("❓ ", code("/help"), " lists all commands; ", code("/stop"), " stops whatever runs."),
  ];
}
function sandboxLine(sandbox: Sandbox): Inline[] {
  const lacking = sandbox.guarantees.filter((guarantee) => !guarantee.holds).length;
  return [
    bold(sandbox.kind === "docker" ? "Docker" : "bubblewrap"),
    lacking === 0 ? "" : `, ${lacking} guarantee${lacking === 1 ? "" : "s"} short (/health)`,
  ];
}
function modelLine(model: ModelAbout): Inline[] {
  switch (model.kind) {
    case "none":
      return ["none. ", model.hint];
    case "recorded":
      return [
        bold("none connected"),
        ". A recorded one shows the sample; for your own goals set ",
        code("OPENAI_API_KEY"),
        " or start Ollama, then restart.",
      ];
    case "live":
      return [bold(model.name), ` (${model.provider}${model.local ? ", on this machine" : ""})`];
  }
}
function repositoryLine(repositories: readonly Repository[]): Inline[] {
  if (repositories.length === 0) return ["none yet. ", code("/repo add <path or git URL>")];
  const names = repositories
    .slice(0, 8)
    .flatMap((repository, index): Inline[] => (index === 0 ? [code(repository.name)] : [", ", code(repository.name)]));
  return [
    ...names,
    repositories.length > 8 ? ` and ${repositories.length - 8} more` : "",
    ". Add yours: ",
    code("/repo add <path or git URL>"),
  ];
}
function goalExample({ model, repositories }: { model: ModelAbout; repositories: readonly Repository[] }): Inline[] {
  const example = model.kind === "recorded" ? model.covers[0] : undefined;
  return [bold(example ?? `Fix the failing test in ${repositories[0]?.name ?? "my repository"}`), "."];
}
