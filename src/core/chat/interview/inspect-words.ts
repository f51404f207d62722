import { bold, code, italic, paragraph, type Block } from "../../../lib/blocks.ts";
import type { LookAtText } from "../../attachments/load.ts";
import { Fault } from "../../fault.ts";
import type { Quoted } from "../../incoming.ts";
import { type Inspection, inspect, type Source, tellFindings } from "../../policy/scan/inspect.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";

type Deps = Pick<ChatDependencies, "scanner" | "emit">;

/**
 * Looks at a person's own words. What is found is put on record and nothing is said: people may talk about attacks.
 * @returns true when the settings forbid taking such words up, which the person has then been told
 */
export async function refusesWords(deps: Deps, turn: Turn, text: string): Promise<boolean> {
  const found = look(deps, turn, text, { surface: "chat" });
  if (found.action !== "withhold") return false;
  await turn.reply(putAside("This reads like an attack on me", found), { suffix: "put-aside" });
  return true;
}
/** Looks at words of somebody else that a person passed on. */
export function lookAtForwarded(deps: Deps, turn: Turn, text: string): Inspection {
  // Whose they were is not known, so the person who passed them on does not make them trusted.
  return look(deps, turn, text, { surface: "ticket", author: "" });
}
/**
 * Looks at words of somebody else that a person answers: they go to the model with the answer. What reads like an attack, and goes on, is
 * shown with a warning.
 * @returns true when the settings forbid taking such words up, which the person has then been told
 */
export async function refusesQuoted(deps: Deps, turn: Turn, quoted: Quoted | undefined): Promise<boolean> {
  if (quoted?.by !== "other") return false;
  const found = lookAtForwarded(deps, turn, quoted.text);
  const warning = warningOf(found);
  if (found.action === "withhold") await turn.reply(putAside("What you answered reads like an attack on me", found));
  else if (warning !== null) await turn.reply([warning], { suffix: "quoted", silent: true });
  return found.action === "withhold";
}
/** Looks at what stands in a file. Whether it goes on is told by the fault. @throws Fault file.withheld */
export function lookAtFile(deps: Deps, turn: Turn): LookAtText {
  return (text, { file: { forwarded, name } }) => {
    const from = forwarded
      ? { surface: "ticket" as const, author: "" }
      : { surface: "repository" as const, path: name };
    const { action, result } = look(deps, turn, text, from);
    if (action === "withhold") throw new Fault("file.withheld", { why: tellFindings(result) });
    return action === "flag" ? tellFindings(result) : null;
  };
}
export function putAside(what: string, { result }: Inspection): readonly Block[] {
  return [
    paragraph("🛡 ", bold(`${what}: it ${tellFindings(result)}.`), " It is on record, and nothing was done with it."),
    paragraph(
      "Say in your own words what you want; an owner can have such words taken up with ",
      code("/set scanner.mode flag_only"),
      ".",
    ),
  ];
}
/** One line under what was forwarded; null when nothing was found. */
export function warningOf({ action, result }: Inspection): Block | null {
  return action === "pass" ? null : paragraph(italic(`🛡 Read it before you use it: it ${tellFindings(result)}.`));
}

function look(
  deps: Deps,
  { incoming }: Turn,
  text: string,
  from: Pick<Source, "surface" | "author" | "path">,
): Inspection {
  const { source: provider, chat, from: person } = incoming;
  const source = { provider, author: String(person.userId), ...from };
  const found = inspect(text, source, deps.scanner());
  const { action, result } = found;
  if (action === "pass") return found;
  deps.emit({
    kind: "prompt.flagged",
    surface: from.surface === "chat" ? "chat" : from.surface === "repository" ? "file" : "forwarded",
    score: result.score,
    rules: result.findings.map(({ rule }) => rule),
    why: tellFindings(result),
    action: action === "withhold" ? "withheld" : from.surface === "chat" ? "noted" : "warned",
    excerpt: result.findings[0]?.excerpt ?? "",
    taskId: null,
    chatId: chat.chatId,
    userId: person.userId,
  });
  return found;
}
