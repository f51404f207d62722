import { stringify } from "smol-toml";
import { z } from "zod";
import { configSchema } from "./schema.ts";

export type Field = {
  readonly description?: string;
  readonly default?: unknown;
  readonly example?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly unknown[];
  readonly type?: string;
  readonly anyOf?: readonly { readonly const?: unknown }[];
  readonly items?: Field;
  readonly properties?: Readonly<Record<string, Field>>;
};
const WIDTH = 100;
const TOP = `# Every setting at its default, with unit and bounds. Lines that begin with "# name =" have no default.
# Copy what you want to change into config.toml in the home folder (~/.sparks); all of it may be left out.
# Secrets do not belong here: they come from the environment or from .env beside the file.
`;

/** The text of config.example.toml. */
export function renderExample(): string {
  const schema = z.toJSONSchema(configSchema, { io: "input" }) as Field;
  return [TOP, ...Object.entries(schema.properties ?? {}).map(renderSection)].join("\n");
}
function renderSection([name, section]: [string, Field]): string {
  const fields = Object.entries(section.properties ?? {});
  const tables = fields.filter(([, field]) => field.items?.properties !== undefined);
  const inner = fields.filter(([, field]) => field.properties !== undefined && field.example === undefined);
  const lines = fields.filter((entry) => !tables.includes(entry) && !inner.includes(entry)).map(renderKey);
  const rest = tables.map(([key, field]) => renderTables(`${name}.${key}`, field));
  const sections = inner.map(([key, field]) => renderSection([`${name}.${key}`, field]));
  // A table that holds nothing but tables needs no head of its own.
  const head = lines.length + rest.length === 0 && sections.length > 0 ? [] : [`[${name}]\n`];
  return [comment(section.description ?? ""), ...head, ...lines, ...rest, ...sections].join("");
}
function renderKey([name, field]: [string, Field]): string {
  const about = [field.description ?? "", boundsOf(field)].filter((part) => part !== "").join(" ");
  const shown = field.default === undefined ? `# ${line(name, field.example)}` : line(name, field.default);
  return `${comment(about)}${shown}\n`;
}
/** An array of tables is shown by one that is commented out. */
function renderTables(name: string, field: Field): string {
  const keys = Object.entries(field.items?.properties ?? {}).map(
    ([key, inner]) => `${comment(inner.description ?? "")}# ${line(key, inner.example ?? inner.enum?.[0])}\n`,
  );
  return `\n${comment(field.description ?? "")}# [[${name}]]\n${keys.join("")}`;
}
export function boundsOf({ minimum, maximum, enum: values, default: initial, anyOf }: Field): string {
  if (values !== undefined && values.length > 1)
    return `One of ${values.map((value) => JSON.stringify(value)).join(", ")}.`;
  if (anyOf?.every((each) => each.const !== undefined) === true || typeof initial === "boolean") return "";
  return minimum === undefined || maximum === undefined ? "" : `From ${minimum} to ${maximum}.`;
}
function line(name: string, value: unknown): string {
  if (Array.isArray(value) && value.length > 3)
    return `${name} = [\n${value.map((item) => `  ${JSON.stringify(item)},\n`).join("")}]`;
  if (Array.isArray(value) && value.some(isTable)) return `${name} = [${value.map(inlineTable).join(", ")}]`;
  if (isTable(value)) return `${name} = ${inlineTable(value)}`;
  return stringify({ [name]: value }).trimEnd();
}
function isTable(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function inlineTable(value: object): string {
  return `{ ${Object.entries(value)
    .map(([key, inner]) => line(key, inner))
    .join(", ")} }`;
}
function comment(text: string): string {
  const lines: string[] = [];
  let current = "#";
  for (const word of text.split(" ").filter((part) => part !== "")) {
    if (current.length + 1 + word.length > WIDTH) {
      lines.push(current);
      current = "#";
    }
    current += ` ${word}`;
  }
  return [...lines, current]
    .filter((each) => each !== "#")
    .map((each) => `${each}\n`)
    .join("");
}
