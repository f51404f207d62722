/** Turns what came over the wire into a method's checked parameters, or says in Telegram's words what is wrong. */
import { badRequest } from "./failure.ts";
import { PARAMETERS } from "./parameters.ts";
import type { Kind, MethodName, Upload } from "./parameters.ts";

export type Fields = Readonly<Record<string, unknown>>;
export type Uploads = ReadonlyMap<string, Upload>;

export function isMethod(name: string): name is MethodName {
  return Object.hasOwn(PARAMETERS, name);
}

/** Parameters that the method does not have. The real server ignores them, and so hides a misspelt one. */
export function unknownParameters(method: MethodName, fields: Fields, files: Uploads): string[] {
  const table: Readonly<Record<string, string>> = PARAMETERS[method];
  const named = Object.keys(fields).filter((name) => !Object.hasOwn(table, name));
  const attached = [...files.keys()].filter((name) => !Object.hasOwn(table, name) && !isAttached(fields, name));
  return [...named, ...attached];
}

function isAttached(fields: Fields, name: string): boolean {
  return JSON.stringify(fields).includes(`attach://${name}`);
}

export function checkPayload(method: MethodName, fields: Fields, files: Uploads): Fields {
  const table: Readonly<Record<string, string>> = PARAMETERS[method];
  const payload: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(table)) {
    const kind = spec.replace("?", "") as Kind;
    const given = fields[name] ?? files.get(name);
    const value = given === undefined || given === null ? undefined : readValue(name, kind, given, files);
    if (value !== undefined) payload[name] = value;
    else if (!spec.endsWith("?")) throw missing(name);
  }
  return payload;
}

const MISSING: Readonly<Record<string, string>> = {
  chat_id: "chat_id is empty",
  text: "message text is empty",
  message_id: "message identifier is not specified",
  message_ids: "message identifiers are not specified",
  from_chat_id: "chat_id is empty",
  photo: "there is no photo in the request",
  document: "there is no document in the request",
  audio: "there is no audio in the request",
  video: "there is no video in the request",
  voice: "there is no voice in the request",
  animation: "there is no animation in the request",
  sticker: "there is no sticker in the request",
  file_id: "file_id is not specified",
};

function missing(name: string): Error {
  return badRequest(MISSING[name] ?? `parameter "${name}" is required`);
}

function readValue(name: string, kind: Kind, given: unknown, files: Uploads): unknown {
  switch (kind) {
    case "int":
      return readInteger(name, given);
    case "float":
      return readNumber(name, given);
    case "bool":
      return readBoolean(name, given);
    case "string":
      return readString(name, given);
    case "chat":
      return typeof given === "number" ? readInteger(name, given) : readString(name, given);
    case "object":
    case "array":
      return readJson(name, kind, given);
    case "file":
    case "file-or-string":
      return readFile(name, kind, given, files);
  }
}

function readString(name: string, given: unknown): string {
  if (typeof given === "string") return given;
  throw badRequest(`parameter "${name}" must be a String`);
}

/** Numbers arrive as text in forms and query strings. */
function readNumber(name: string, given: unknown): number {
  const value = typeof given === "string" && given.trim() !== "" ? Number(given) : given;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw badRequest(`parameter "${name}" must be a Number`);
}

function readInteger(name: string, given: unknown): number {
  const value = readNumber(name, given);
  if (Number.isSafeInteger(value)) return value;
  throw badRequest(`parameter "${name}" must be an Integer`);
}

function readBoolean(name: string, given: unknown): boolean {
  if (typeof given === "boolean") return given;
  if (given === "true" || given === "True" || given === "1") return true;
  if (given === "false" || given === "False" || given === "0" || given === "") return false;
  throw badRequest(`parameter "${name}" must be a Boolean`);
}

const JSON_NAMES: Readonly<Record<string, string>> = {
  reply_markup: "reply keyboard markup",
  reply_parameters: "reply parameters",
};

function readJson(name: string, kind: "object" | "array", given: unknown): unknown {
  const value = typeof given === "string" ? parseJson(name, given) : given;
  if (value === undefined) return undefined;
  const fits =
    kind === "array" ? Array.isArray(value) : typeof value === "object" && value !== null && !Array.isArray(value);
  if (fits) return value;
  if (name === "reply_markup") throw badRequest("object expected as reply markup");
  throw badRequest(`parameter "${name}" must be ${kind === "array" ? "an Array" : "an Object"}`);
}

function parseJson(name: string, text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(`can't parse ${JSON_NAMES[name] ?? name} JSON object`);
  }
}

function readFile(name: string, kind: "file" | "file-or-string", given: unknown, files: Uploads): unknown {
  if (typeof given !== "string") {
    if (isUpload(given)) return given;
    throw badRequest(`parameter "${name}" must be a file or a String`);
  }
  const upload = attached(given, files);
  if (upload === undefined && kind === "file") throw badRequest(`parameter "${name}" must be an uploaded file`);
  return upload ?? given;
}

/** The file that `attach://name` stands for. */
export function attached(value: string, files: Uploads): Upload | undefined {
  if (!value.startsWith("attach://")) return undefined;
  const upload = files.get(value.slice("attach://".length));
  if (upload === undefined) throw badRequest("wrong file identifier/HTTP URL specified");
  return upload;
}

export function isUpload(value: unknown): value is Upload {
  return typeof value === "object" && value !== null && "bytes" in value && value.bytes instanceof Uint8Array;
}

/** Refuses fields that a nested object does not have, and wants those without a question mark. `table` is typed against the types. */
export function checkObject(what: string, value: unknown, table: Readonly<Record<string, string>>): void {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw badRequest(`can't parse ${what}: expected an Object`);
  const object = value as Fields;
  for (const name of Object.keys(object)) {
    if (!Object.hasOwn(table, name)) throw badRequest(`can't parse ${what}: field "${name}" is unknown`);
  }
  for (const [name, spec] of Object.entries(table)) {
    const given = object[name];
    if (given === undefined || given === null) {
      if (!spec.endsWith("?")) throw badRequest(`can't parse ${what}: Field "${name}" must be of type ${spec}`);
    } else if (!hasKind(given, spec.replace("?", "") as Kind)) {
      throw badRequest(`can't parse ${what}: Field "${name}" must be of type ${spec.replace("?", "")}`);
    }
  }
}

function hasKind(value: unknown, kind: Kind): boolean {
  switch (kind) {
    case "int":
      return typeof value === "number" && Number.isSafeInteger(value);
    case "float":
      return typeof value === "number";
    case "bool":
      return typeof value === "boolean";
    case "string":
      return typeof value === "string";
    case "chat":
      return typeof value === "string" || typeof value === "number";
    case "object":
      return typeof value === "object" && !Array.isArray(value);
    case "array":
      return Array.isArray(value);
    case "file":
    case "file-or-string":
      return typeof value === "string" || isUpload(value);
  }
}
