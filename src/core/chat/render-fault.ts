import { own } from "../../lib/own.ts";
import { code, paragraph, bullets, type Block, type Inline } from "../../lib/blocks.ts";
import { formatBytes } from "../../lib/bytes.ts";
import { tellEmptyPurse } from "../policy/purse-words.ts";
import type { Fault, FaultCode, FaultData, Remedy } from "../fault.ts";
import { bytes as size, duration } from "../../lib/measure.ts";
import { withCapital } from "../../lib/with-capital.ts";
import { utcMinute } from "../../lib/utc-time.ts";

/** Where people are told: in a chat commands are typed as `/health`, in a terminal as `sparks doctor`. */
type Door = "chat" | "terminal";
/** The one place where people are told of faults: what happened, what was kept, what to do next. */
export function faultBlocks(fault: Fault, door: Door = "chat"): Block[] {
  const tell = TEXTS[fault.code] as (data: FaultData[FaultCode]) => Told;
  const { what, kept, next: inChat } = tell(fault.data);
  const next = door === "chat" ? inChat : inChat?.map((line) => line.flatMap(inTerminal));
  return [
    paragraph("⚠️ ", ...what),
    ...(kept === undefined ? [] : [paragraph(kept)]),
    ...(next === undefined ? [] : next.length === 1 ? [paragraph("→ ", ...(next[0] ?? []))] : [bullets(...next)]),
  ];
}
/** What a terminal has no command for is still to be had in the chat. */
function inTerminal(part: Inline): readonly Inline[] {
  if (typeof part !== "object" || part.kind !== "code" || !part.text.startsWith("/")) return [part];
  const command = own(TERMINAL_COMMANDS, part.text);
  return command === undefined ? [part, " in the chat"] : [code(command)];
}
const TERMINAL_COMMANDS: Readonly<Record<string, string>> = {
  "/health": "sparks doctor",
  "/repo": "sparks repo list",
  "/repo add <path or git URL>": "sparks repo add <path or git URL>",
};
type Told = {
  readonly what: readonly Inline[];
  readonly kept?: string;
  readonly next?: readonly (readonly Inline[])[];
};
function remedyLine({ fix, isCommand }: Remedy): readonly Inline[] {
  return isCommand ? ["Run ", code(fix), ", then start me again."] : [`${withCapital(fix)}.`];
}
/** Limits are set in MiB, mostly. */
function mostShown(bytes: number): string {
  return bytes % 1024 ** 2 === 0 ? `${bytes / 1024 ** 2} MiB` : formatBytes(bytes);
}
const NOTHING_CHANGED = "Nothing was changed.";
const KEPT = "What was said and done so far is kept.";

const TEXTS: { readonly [Code in FaultCode]: (data: FaultData[Code]) => Told } = {
  "config.invalid": ({ file, problems }) => ({
    what: [
      `The configuration ${file} has ${problems.length} problem${problems.length === 1 ? "" : "s"}: ${problems.join("; ")}`,
    ],
    next: [["Mend the file and start again; ", code("sparks config check"), " looks at it."]],
  }),
  "secret.inline": ({ file, key, ...belongs }) => {
    const variable = "variable" in belongs ? belongs.variable : "A_NAME";
    return {
      what: [`${file} holds a secret at `, code(key), "."],
      kept: "It was not used.",
      next: [
        ["Put it into the environment or into ", code(".env"), " beside the file, as ", code(`${variable}=…`), "."],
        ["Or keep it in the keyring: ", code(`sparks secrets set ${variable}`), "."],
        ...("namedBy" in belongs ? [["The name is yours to choose; write it under ", code(belongs.namedBy), "."]] : []),
      ],
    };
  },
  "secret.unreadable": ({ name, reason }) => ({
    what: ["The secret ", code(name), ` cannot be read: ${reason}.`],
    kept: "It was not changed, and nothing was started without it.",
    next: [
      ["Unlock the keyring and start again."],
      [
        "Or set it anew: ",
        code(`sparks secrets set ${name}`),
        "; or take it out: ",
        code(`sparks secrets rm ${name}`),
        ".",
      ],
    ],
  }),
  "home.locked": ({ home, pid }) => ({
    what: [`Another Sparks${pid > 0 ? ` (process ${pid})` : ""} runs on ${home}.`],
    kept: "It goes on undisturbed.",
    next: [["Stop that one first, or give this one a folder of its own with ", code("--home <folder>"), "."]],
  }),
  "store.newer": ({ path, found, known }) => ({
    what: [`The database ${path} was written by a newer Sparks (schema ${found}; this one knows ${known}).`],
    kept: "It was not touched.",
    next: [["Use the newer version, or restore the copy beside the database."]],
  }),
  "store.full": ({ path }) => ({
    what: [`The disk is full: nothing more can be written to ${path}.`],
    kept: "What was stored before is whole.",
    next: [["Free some space; I go on by myself."]],
  }),
  "store.failed": ({ path, reason }) => ({
    what: [`The database ${path} answered: ${reason}`],
    kept: "What was stored before stays.",
    next: [
      [code("/health"), " looks at it."],
      ["If the file is damaged, move it away with those beside it: the next start makes a new one."],
    ],
  }),
  "repository.refused": ({ source, detail }) => ({
    what: [code(source), `: ${detail}`],
    kept: "Nothing was registered or changed.",
    next: [[code("/repo"), " lists what is registered, ", code("/repo add <path or git URL>"), " registers another."]],
  }),
  "repository.git-failed": ({ action, detail }) => ({
    what: [`Git failed while ${action}: ${detail}`],
    kept: "Your repository was not changed.",
    next: [["Try again; if it stays, run the same by hand to see why."]],
  }),
  "patch.refused": ({ reason }) => ({
    what: [`The change was refused: ${reason}`],
    kept: "It is not in your repository.",
  }),
  "branch.exists": ({ branch }) => ({
    what: ["The branch ", code(branch), " is in your repository already and holds something else."],
    kept: "It was left as it is.",
    next: [["Rename or delete that branch, then press Apply again."]],
  }),
  "sandbox.unavailable": ({ reason, ...remedy }) => ({
    what: [`There is no sandbox to run this in: ${reason}`],
    kept: "Nothing was run.",
    next: [remedyLine(remedy)],
  }),
  "sandbox.unreachable": ({ socket }) => ({
    what: [`The container engine does not answer on ${socket}.`],
    kept: KEPT,
    next: [["Start the engine, then try again."]],
  }),
  "sandbox.image-missing": ({ image, ...remedy }) => ({
    what: [`The engine has no image ${image}.`],
    kept: "Nothing was run.",
    next: [remedyLine(remedy)],
  }),
  "sandbox.lost": ({ reason }) => ({ what: [`The sandbox went away: ${reason}`], kept: KEPT, next: [["Try again."]] }),
  "disk.full": ({ path }) => ({
    what: [`No space is left for ${path}.`],
    kept: KEPT,
    next: [["Free some space and try again."]],
  }),
  "model.none": ({ hint }) => ({
    what: [`No language model is connected. ${hint}`],
    kept: "Your message was not sent anywhere.",
  }),
  "model.not-recorded": () => ({
    what: ["The recorded model has no answer for this."],
    kept: NOTHING_CHANGED,
    next: [["Connect a live one: put ", code("OPENAI_API_KEY=…"), " into ", code(".env"), ", or start Ollama."]],
  }),
  "model.unauthorized": ({ provider, model }) => ({
    what: [`${provider} refused the key for ${model}.`],
    kept: KEPT,
    next: [["Check the key in ", code(".env"), " and start me again."]],
  }),
  "model.rate-limited": ({ model, retryAfterMs }) => ({
    what: [`${model} is limited just now.`],
    kept: KEPT,
    next: [retryAfterMs === null ? ["Try again in a while."] : ["Try again in ", duration(retryAfterMs), "."]],
  }),
  "model.unavailable": ({ model, reason }) => ({
    what: [`${model} cannot be reached: ${reason}`],
    kept: KEPT,
    next: [["Try again; ", code("/health"), " shows what is connected."]],
  }),
  "model.timeout": ({ model, phase, afterMs }) => ({
    what: [`${model} gave no ${phase === "connect" ? "connection" : "answer"} within `, duration(afterMs), "."],
    kept: KEPT,
    next: [["Try again."]],
  }),
  "model.incomplete": ({ model, reason }) => ({
    what: [`The answer of ${model} was not whole: ${reason}`],
    kept: "No half answer was used.",
    next: [["Try again."]],
  }),
  "model.over-budget": ({ empty }) => {
    const { what, fillsAt, key } = tellEmptyPurse(empty);
    return {
      what: [what],
      kept: `${KEPT} The model was not asked.`,
      next: [
        fillsAt === null
          ? ["It is not filled by itself."]
          : ["It is filled again at ", { kind: "time", at: fillsAt, text: utcMinute(fillsAt) }, "."],
        [code(key), " in the settings decides it; ", code("/cost"), " shows what is left."],
      ],
    };
  },
  "model.refused": ({ model, reason }) => ({
    what: [`${model} would not take this: ${reason}`],
    kept: KEPT,
    next: [["Say it otherwise or shorter."]],
  }),
  "forge.unauthorized": ({ host, variable }) => ({
    what: [`${host} does not take the token in `, code(variable), "."],
    kept: KEPT,
    next: [["Make a new token, keep it with ", code(`sparks secrets set ${variable}`), ", and start me again."]],
  }),
  "forge.refused": ({ host, doing, reason }) => ({
    what: [`${host} would not ${doing}: ${reason}`],
    kept: "What was done here is kept.",
    next: [["Mend that on its side, then try again."]],
  }),
  "forge.not-found": ({ host, what }) => ({
    what: [`${host} shows no ${what} to this token.`],
    kept: NOTHING_CHANGED,
    next: [["Check that it is there, and that the token may see it."]],
  }),
  "forge.rate-limited": ({ host, retryAt }) => ({
    what: [`${host} takes no more requests just now.`],
    kept: KEPT,
    next: [
      retryAt === null
        ? ["It is tried again by itself."]
        : ["It takes some again at ", { kind: "time", at: retryAt, text: utcMinute(retryAt) }, "."],
    ],
  }),
  "forge.unreachable": ({ host, reason }) => ({
    what: [`${host} cannot be reached: ${reason}.`],
    kept: KEPT,
    next: [["Try again later."]],
  }),
  "speech.failed": ({ reason }) => ({
    what: [`The service for speech could not make text of it: ${reason}.`],
    kept: "Nothing was done with it; the message is still in the chat.",
    next: [["Send it again later, or type it."]],
  }),
  "file.too-large": ({ bytes, mostBytes }) => ({
    what: [
      "That file is ",
      ...(bytes === null ? [] : [size(bytes), " and so "]),
      `too large; I take at most ${mostShown(mostBytes)}.`,
    ],
    kept: "It was not loaded.",
    next: [["Send a smaller one, or in parts."]],
  }),
  "file.no-room": ({ mostBytes }) => ({
    what: [`There is no room for that file: of files that people send I keep at most `, size(mostBytes), " together."],
    kept: "It was not loaded.",
    next: [
      [
        "Discard some that wait, end tasks that have some, or raise ",
        code("[files] max_total_mib"),
        " in the settings.",
      ],
    ],
  }),
  "file.withheld": ({ why }) => ({
    what: [`That file reads like an attack on me: it ${why}.`],
    kept: "It is on record, and nothing was done with it.",
    next: [["An owner can have such files taken up with ", code("/set scanner.mode flag_only"), "."]],
  }),
  "file.unavailable": ({ reason }) => ({
    what: [`The file of that message could not be loaded: ${reason}.`],
    kept: "Nothing was done with it; the message is still in the chat.",
    next: [["Send it again."]],
  }),
  "telegram.unauthorized": ({ reason }) => ({
    what: [`Telegram refused the bot token: ${reason}`],
    next: [["Get the token from @BotFather and put it into ", code("TELEGRAM_BOT_TOKEN"), "."]],
  }),
  "telegram.conflict": ({ reason }) => ({
    what: [`Another program uses this bot token: ${reason}`],
    next: [["Stop the other one; I go on by myself."]],
  }),
  "telegram.unreachable": ({ reason }) => ({
    what: [`Telegram cannot be reached: ${reason}`],
    kept: "Messages wait and are sent later.",
  }),
};
