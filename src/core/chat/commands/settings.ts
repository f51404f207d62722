import { z } from "zod";
import { bold, bullets, code, paragraph, type Block, type Inline } from "../../../lib/blocks.ts";
import { duration } from "../../../lib/measure.ts";
import type { CommandSpec } from "../../ports/commands.ts";
import type { KnobChange } from "../../ports/knobs.ts";
import type { MenuName } from "../../ports/menus.ts";
import { anyText, defineCommand, nothing, words, type Command } from "../desk/command.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";
import { whatIs } from "../interview/expiry.ts";
import { setChatLevel } from "../settings/level-words.ts";
import { usageBlocks } from "../desk/usage.ts";

const SET: CommandSpec = {
  name: "set",
  summary: "Change a knob, or put it back to what the file says",
  usage: "<key> <value> | <key> reset",
  examples: ["/set tasks.max_steps 80", "/set tasks.max_steps reset", "/set chat.zone Europe/Prague"],
  role: "maintainer",
};
export const settingsCommands: readonly Command[] = [
  opens("settings", { name: "settings", summary: "Settings of this chat", role: "member" }),
  opens("knobs", { name: "knobs", summary: "All knobs, to look at and to change", role: "viewer" }),
  opens("models", { name: "models", summary: "The models there are, to choose from", role: "viewer" }),
  defineCommand(
    {
      name: "model",
      summary: "Show or choose this chat's model",
      usage: "[name | reset]",
      examples: ["/model", "/model gpt-5.2", "/model reset"],
      role: "member",
      arguments: anyText,
    },
    chooseModel,
  ),
  defineCommand({ ...SET, arguments: words }, set),
  defineCommand(
    {
      name: "sparks",
      summary: "Who can do tasks, and with which tools",
      usage: "",
      examples: ["/sparks"],
      role: "viewer",
      aliases: ["ghosts"],
      arguments: nothing,
    },
    async (deps, turn) => turn.reply(sparksBlocks(deps)),
  ),
  defineCommand(
    {
      name: "status",
      summary: "Model, limits, tasks and how long I run",
      usage: "",
      examples: ["/status"],
      role: "viewer",
      arguments: nothing,
    },
    async (deps, turn) => turn.reply(await statusBlocks(deps, turn)),
  ),
  defineCommand(
    {
      name: "session",
      summary: "What of this chat the model is given",
      usage: "",
      examples: ["/session"],
      role: "viewer",
      arguments: nothing,
    },
    async (deps, turn) => turn.reply(await sessionBlocks(deps, turn)),
  ),
];
function opens(menu: MenuName, spec: Pick<CommandSpec, "name" | "summary" | "role">): Command {
  return defineCommand(
    { ...spec, usage: "", examples: [`/${spec.name}`], arguments: z.string().transform(() => null) },
    async ({ menus }, { row, incoming }) =>
      menus.open(menu, { rowId: row.id, chat: incoming.chat, from: incoming.from }),
  );
}

async function set(deps: ChatDependencies, turn: Turn, given: readonly string[]): Promise<void> {
  const [key, ...rest] = given;
  const value = rest.join(" ");
  if (key === undefined) return deps.menus.open("knobs", { rowId: turn.row.id, ...turn.incoming });
  if (key === "chat.level") return setChatLevel(deps, turn, value);
  if (key === "chat.locale" || key === "chat.zone") return setLocale(deps, turn, key, value);
  if (value === "") return turn.reply(usageBlocks(SET, `Which value should ${key.slice(0, 60)} have?`));
  const { from } = turn.incoming;
  const done = value === "reset" ? await deps.knobs.reset(key, from) : await deps.knobs.set(key, value, from);
  await turn.reply(changeBlocks(key, done));
}
const LOCALE_KEYS = { "chat.locale": "locale", "chat.zone": "zone" } as const;
/** This chat's own language and zone of dates and numbers. */
async function setLocale(
  { locales }: ChatDependencies,
  turn: Turn,
  key: keyof typeof LOCALE_KEYS,
  value: string,
): Promise<void> {
  const { chatId } = turn.incoming.chat;
  const part = LOCALE_KEYS[key];
  if (value === "") return turn.reply([paragraph(code(key), ` is ${locales.of(chatId)[part]} in this chat.`)]);
  const done = await locales.choose(chatId, part, value === "reset" ? null : value);
  if (done.kind === "chosen")
    return turn.reply([
      paragraph(
        "🌍 ",
        code(key),
        " is ",
        bold(done.now[part]),
        " in this chat. Now is ",
        {
          kind: "time",
          at: turn.incoming.at,
          text: new Date(turn.incoming.at).toISOString(),
        },
        ".",
      ),
    ]);
  await turn.reply([
    paragraph(
      `"${value.slice(0, 60)}" is no ${part === "zone" ? "time zone" : "language"} that I know; nothing was changed.`,
      ...(done.nearest === null ? [] : [" Did you mean ", code(done.nearest), "?"]),
    ),
    paragraph("Example: ", code(part === "zone" ? "/set chat.zone Europe/Prague" : "/set chat.locale en-GB"), "."),
  ]);
}
function changeBlocks(key: string, done: KnobChange): Block[] {
  switch (done.kind) {
    case "changed":
      return [
        paragraph(
          "🎛 ",
          code(done.key),
          ": ",
          done.from,
          " → ",
          bold(done.to),
          ". It holds for what begins from now on.",
        ),
      ];
    case "same":
      return [paragraph(code(done.key), ` is ${done.value} already; nothing was changed.`)];
    case "refused":
      return [
        paragraph(`${done.problem}. `, code(done.knob.key), ` stays ${done.knob.value}.`),
        paragraph(done.knob.about, " ", done.knob.bounds),
      ];
    case "unknown":
      return [
        paragraph(
          "There is no knob ",
          code(key.slice(0, 60)),
          ".",
          ...(done.nearest === null ? [] : [" Did you mean ", code(done.nearest), "?"]),
          " ",
          code("/knobs"),
          " lists them all.",
        ),
      ];
  }
}

const LISTED = 12;
async function chooseModel(deps: ChatDependencies, turn: Turn, asked: string): Promise<void> {
  const { chat, from } = turn.incoming;
  const { about } = deps.model;
  if (asked === "") {
    const { name, usual } = await deps.models.current(chat.chatId);
    return turn.reply([
      paragraph("🧠 ", code(name), usual ? ", the usual one." : ", chosen for this chat."),
      paragraph(code("/models"), " shows all; ", code("/model <name>"), " chooses one for this chat."),
    ]);
  }
  if (about.kind !== "live")
    return turn.reply([
      paragraph(
        about.kind === "none"
          ? "No model is connected, so there is none to choose."
          : "A recording has only one model.",
        " Nothing was changed. ",
        code("/start"),
        " says how to connect one.",
      ),
    ]);
  if (asked === "reset" || asked === "default") {
    await deps.models.choose(chat.chatId, null, from);
    return turn.reply([paragraph("🧠 Back to the usual model, ", code(about.name), ".")]);
  }
  const known = await deps.models.list(turn.signal);
  if (known !== null && !known.includes(asked)) return turn.reply(unknownModel(asked, known));
  const before = await deps.models.current(chat.chatId);
  await deps.models.choose(chat.chatId, asked, from);
  await turn.reply([
    paragraph("🧠 ", code(before.name), " → ", code(asked), " in this chat."),
    ...(known === null ? [paragraph("The provider does not list its models, so the name could not be checked.")] : []),
  ]);
}
function unknownModel(asked: string, known: readonly string[]): Block[] {
  const like = known.filter((name) => name.toLowerCase().includes(asked.toLowerCase()));
  const shown = (like.length > 0 ? like : known).slice(0, LISTED);
  return [
    paragraph(`"${asked.slice(0, 80)}" is not among the ${known.length} models of the provider; nothing was changed.`),
    paragraph(like.length > 0 ? "Like it are:" : "There are, among others:"),
    bullets(...shown.map((name): Inline[] => [code(name)])),
  ];
}

function sparksBlocks({ sparks }: ChatDependencies): Block[] {
  return [
    paragraph(bold("Sparks")),
    bullets(
      ...sparks.map(({ name, summary, tools, strategy, level }): Inline[] => [
        bold(name),
        ` ${summary} Tools: ${tools === null ? "all" : tools.join(", ")}; ${strategy === "code" ? "explores, executes, verifies" : "one loop"}${level === null ? "" : `; autonomy level ${level} at most`}.`,
      ]),
    ),
  ];
}
async function statusBlocks(deps: ChatDependencies, turn: Turn): Promise<Block[]> {
  const { chat } = turn.incoming;
  const { name, usual } = await deps.models.current(chat.chatId);
  const { about } = deps.model;
  const level = await deps.chatLevels.of(chat.chatId);
  const knob = (key: string) => deps.knobs.list().find((each) => each.key === key)?.value ?? "?";
  const busy = await deps.tasks.list({ limit: 100, states: ["running", "queued"] });
  const running = busy.filter((task) => task.state.kind === "running").length;
  const waiting = (await deps.approvalStore.pending()).length;
  return [
    paragraph(bold("Status")),
    bullets(
      [
        "🧠 ",
        code(name),
        about.kind === "live" ? ` at ${about.provider}${about.local ? ", on this machine" : ""}` : ` (${about.kind})`,
        usual ? "" : ", chosen for this chat",
      ],
      [
        `🎛 autonomy level ${knob("tasks.autonomy_level")}${level === null ? "" : `, in this chat at most ${level}`}; at most ${knob("tasks.max_steps")} steps and $${knob("tasks.max_cost_usd")} a task`,
      ],
      [
        `⚙️ ${running} running of ${knob("tasks.max_parallel")}, ${busy.length - running} queued, ${waiting} waiting for a yes`,
      ],
      [`🧱 ${deps.sandbox.kind === "docker" ? "Docker" : "bubblewrap"}, ${deps.sparks.length} sparks`],
      ["⏱ up for ", duration(deps.clock.now() - deps.startedAt)],
    ),
  ];
}
/** Estimated as four characters a token, as for English text. */
const CHARACTERS_A_TOKEN = 4;
async function sessionBlocks(deps: ChatDependencies, turn: Turn): Promise<Block[]> {
  const { chat, from } = turn.incoming;
  const { history, open } = await deps.conversations.get(chat.chatId, from.userId);
  const characters = history.reduce((sum, said) => sum + said.text.length, 0);
  const last = history.at(-1);
  return [
    paragraph(bold("Session"), " of ", from.name, chat.threadId === null ? "" : ` in topic ${chat.threadId}`),
    bullets(
      [`${history.length} turns are given to the model, about ${Math.ceil(characters / CHARACTERS_A_TOKEN)} tokens`],
      [open === null ? "no question is open" : `open: ${whatIs(open).toLowerCase()}`],
      ...(last === undefined ? [] : [["last: ", last.role === "person" ? "you: " : "I: ", last.text.slice(0, 120)]]),
    ),
    paragraph(code("/reset"), " forgets them."),
  ];
}
