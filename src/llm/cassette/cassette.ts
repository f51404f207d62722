import { readFile, rename, writeFile } from "node:fs/promises";
import { z } from "zod";
import { Fault } from "../../core/fault.ts";
import type { Purpose } from "../../core/ports/model.ts";

const usageSchema = z.strictObject({ inputTokens: z.int().min(0), outputTokens: z.int().min(0) });

const turnSchema = z.strictObject({
  reply: z
    .strictObject({
      text: z.string().optional(),
      calls: z
        .array(z.strictObject({ name: z.string().min(1), arguments: z.record(z.string(), z.unknown()) }))
        .optional(),
    })
    .refine(({ text, calls }) => (text ?? "").trim() !== "" || (calls ?? []).length > 0, "has neither text nor calls"),
  usage: usageSchema,
});

export const purposeSchema = z.enum(["talk", "work", "summarise"] satisfies Purpose[]);

const episodeSchema = z.strictObject({
  purpose: purposeSchema,
  /** `goal` is the source of a regular expression over the first user message, without regard to case. */
  match: z.strictObject({ goal: z.string().refine(isRegularExpression, "is no regular expression") }),
  /** The answer to a conversation with n answers in it is turn n, counted from 0. */
  turns: z.array(turnSchema).min(1),
});

const cassetteSchema = z.strictObject({
  version: z.literal(1),
  name: z.string().min(1),
  /** The model whose answers these are. */
  model: z.string().min(1),
  /** Examples of goals it was made for, to be shown to people. */
  covers: z.array(z.string().min(1)),
  /** The first that matches is taken. */
  episodes: z.array(episodeSchema),
});

export type Cassette = z.infer<typeof cassetteSchema>;
export type Episode = Cassette["episodes"][number];
export type Turn = Episode["turns"][number];

function isRegularExpression(source: string): boolean {
  try {
    return new RegExp(source, "iu").source !== "";
  } catch {
    return false;
  }
}

/** @throws Fault config.invalid when the file is no cassette, or not readable */
export async function loadCassette(file: string): Promise<Cassette> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, "utf8"));
  } catch (cause) {
    throw new Fault("config.invalid", { file, problems: [(cause as Error).message] }, { cause });
  }
  const parsed = cassetteSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new Fault("config.invalid", { file, problems });
}

/** The file is whole at any time: it is written beside the old one and takes its name. */
export async function saveCassette(file: string, cassette: Cassette): Promise<void> {
  const unfinished = `${file}.part`;
  await writeFile(unfinished, `${JSON.stringify(cassetteSchema.parse(cassette), null, 2)}\n`);
  await rename(unfinished, file);
}

export type Asked = { readonly purpose: string; readonly goal: string; readonly answered: number };

/** Undefined: this was not recorded. */
export function findTurn(cassette: Cassette, { purpose, goal, answered }: Asked): Turn | undefined {
  const episode = cassette.episodes.find((each) => each.purpose === purpose && goalMatches(each, goal));
  return episode?.turns[answered];
}

function goalMatches(episode: Episode, goal: string): boolean {
  return new RegExp(episode.match.goal, "iu").test(goal);
}
