import { nearestName } from "../../../lib/nearest-name.ts";
import { bold, bullets, code, paragraph, type Block, type Inline } from "../../../lib/blocks.ts";
import { CODING_CLI_TITLES, CODING_CLIS, type CodingCliAbout } from "../../ports/coding-clis.ts";
import type { CodingChoice } from "../settings/coding-choices.ts";
import { anyText, defineCommand, type Command } from "../desk/command.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";

export const codingCommands: readonly Command[] = [
  defineCommand(
    {
      name: "cli",
      summary: "Show or choose the coding CLI that tasks of this chat hand work to",
      usage: "[name | off | reset]",
      examples: ["/cli", "/cli codex", "/cli off", "/cli reset"],
      role: "member",
      arguments: anyText,
    },
    chooseCli,
  ),
  defineCommand(
    {
      name: "cli_model",
      summary: "Show or choose the model of this chat's coding CLI",
      usage: "[name | reset]",
      examples: ["/cli_model", "/cli_model claude-opus-5-5", "/cli_model reset"],
      role: "member",
      arguments: anyText,
    },
    chooseCliModel,
  ),
];

async function chooseCli({ coding }: ChatDependencies, turn: Turn, asked: string): Promise<void> {
  const { chat, from } = turn.incoming;
  const all = coding.list();
  const wanted = asked.toLowerCase().replaceAll(/[\s-]+/g, "_");
  if (wanted === "") return turn.reply(choiceBlocks(all, await coding.of(chat.chatId)));
  if (wanted === "reset" || wanted === "default") {
    await coding.use(chat.chatId, null, from);
    return turn.reply([
      paragraph("🛠 Back to what the settings say."),
      ...choiceBlocks(all, await coding.of(chat.chatId)),
    ]);
  }
  if (wanted === "off" || wanted === "none") {
    await coding.use(chat.chatId, "off", from);
    return turn.reply([paragraph("🛠 Tasks of this chat that are planned from now on hand no work to coding CLIs.")]);
  }
  const about = all.find(({ name }) => name === wanted);
  if (about === undefined) return turn.reply(unknownBlocks(asked, wanted, all));
  if (about.problem !== null) return turn.reply(problemBlocks(about, about.problem));
  await coding.use(chat.chatId, about.name, from);
  const { models } = await coding.of(chat.chatId);
  await turn.reply([
    paragraph(
      "🛠 ",
      bold(CODING_CLI_TITLES[about.name]),
      " with ",
      code(models[about.name] ?? about.model),
      " for tasks of this chat that are planned from now on.",
    ),
  ]);
}
function choiceBlocks(all: readonly CodingCliAbout[], { chosen, used, models }: CodingChoice): Block[] {
  if (all.length === 0) return NONE_ON;
  const now: Inline[] =
    chosen === "off"
      ? ["🛠 Off, chosen for this chat."]
      : used === null
        ? ["🛠 None works now."]
        : ["🛠 ", bold(CODING_CLI_TITLES[used.name]), chosen === null ? ", the usual one." : ", chosen for this chat."];
  return [
    paragraph(...now),
    bullets(
      ...all.map(({ name, model, ceilingUsd, problem }): Inline[] => [
        problem === null ? "✅ " : "⚠️ ",
        code(name),
        ` with ${models[name] ?? model}, at most $${ceilingUsd} a task`,
        ...(problem === null ? [] : [`; ${problem.what} → `, code(problem.fix)]),
      ]),
    ),
    paragraph(
      code("/cli <name>"),
      " chooses one, ",
      code("/cli off"),
      " none, ",
      code("/cli_model <name>"),
      " its model.",
    ),
  ];
}
const NONE_ON: Block[] = [
  paragraph(
    "No coding CLI is switched on. Set ",
    code("enabled = true"),
    " under ",
    code("[coding_clis.claude_code]"),
    ", ",
    code("[coding_clis.codex]"),
    " or ",
    code("[coding_clis.opencode]"),
    " in config.toml, and start me again.",
  ),
];
function unknownBlocks(asked: string, wanted: string, all: readonly CodingCliAbout[]): Block[] {
  const known = CODING_CLIS.find((name) => name === wanted);
  if (known !== undefined)
    return [
      paragraph(
        `${CODING_CLI_TITLES[known]} is not switched on; nothing was changed. Set `,
        code(`coding_clis.${known}.enabled = true`),
        " in config.toml, and start me again.",
      ),
    ];
  const near = nearestName(
    wanted,
    all.map(({ name }) => name),
  );
  return [
    paragraph(
      `"${asked.slice(0, 60)}" is no coding CLI that I know; nothing was changed.`,
      ...(near === null ? [] : [" Did you mean ", code(near), "?"]),
    ),
    ...(all.length === 0 ? NONE_ON : [paragraph("There are: ", code(all.map(({ name }) => name).join(", ")), ".")]),
  ];
}
function problemBlocks({ name }: CodingCliAbout, { what, fix }: NonNullable<CodingCliAbout["problem"]>): Block[] {
  return [
    paragraph(`${CODING_CLI_TITLES[name]} cannot be used: ${what}. Nothing was changed.`),
    paragraph("What helps: ", code(fix)),
  ];
}

async function chooseCliModel({ coding }: ChatDependencies, turn: Turn, asked: string): Promise<void> {
  const { chat, from } = turn.incoming;
  const { used, chosen, models } = await coding.of(chat.chatId);
  if (used === null)
    return turn.reply(
      chosen === "off"
        ? [paragraph("Coding CLIs are off in this chat; nothing was changed. ", code("/cli reset"), " puts them back.")]
        : choiceBlocks(coding.list(), { used, chosen, models }),
    );
  const title = CODING_CLI_TITLES[used.name];
  const before = models[used.name] ?? used.model;
  if (asked === "")
    return turn.reply([
      paragraph(
        "🛠 ",
        bold(title),
        " uses ",
        code(before),
        models[used.name] === undefined ? ", the usual one." : ", chosen for this chat.",
      ),
    ]);
  const model = asked === "reset" || asked === "default" ? null : asked;
  const problem = model === null ? null : coding.modelProblem(used.name, model);
  if (problem !== null)
    return turn.reply([
      paragraph(`"${asked.slice(0, 80)}": ${problem}. Nothing was changed; ${title} uses `, code(before), "."),
    ]);
  await coding.chooseModel(chat.chatId, { cli: used.name, model }, from);
  await turn.reply([
    paragraph("🛠 ", bold(title), ": ", code(before), " → ", code(model ?? used.model), " in this chat."),
  ]);
}
