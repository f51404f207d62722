import { z } from "zod";

const lineSchema = z.looseObject({ level: z.number(), time: z.string(), msg: z.string().default("") });
const MARKS: Readonly<Record<number, string>> = { 20: "  ", 30: "  ", 40: "! ", 50: "✗ ", 60: "✗ " };
const VALUE_CHARACTERS = 120;

/** One of pino's lines for people: `14:03:12   task.started taskId=12`. The time is UTC, as in the file. */
export function prettyLine(line: string): string {
  const { level, time, msg, ...facts } = lineSchema.parse(JSON.parse(line));
  const words = Object.entries(facts).map(([name, value]) => `${name}=${show(value)}`);
  return `${time.slice(11, 19)} ${MARKS[level] ?? "  "}${[msg, ...words].join(" ")}\n`;
}
/** Quoted where it holds spaces or control characters, so that no value can write on the terminal as it likes. */
function show(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const short = text.length > VALUE_CHARACTERS ? `${text.slice(0, VALUE_CHARACTERS)}…` : text;
  const quoted = typeof value === "string" && !/^[\w./:@+-]+$/u.test(short) ? JSON.stringify(short) : short;
  return quoted.replaceAll(
    /[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
