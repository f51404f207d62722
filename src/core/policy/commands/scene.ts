/** What a part of a command is up to that a person may have to be asked about. */
export type CommandTrait = {
  readonly kind:
    | "publish"
    | "install"
    | "network"
    | "privilege"
    /** It deletes much, or what is not easily made again. */
    | "delete"
    /** It would leave nothing of the workspace. */
    | "wipe"
    /** It reads what is no business of the work: keys, tokens, `.env`, the environment. */
    | "secret"
    | "outside read"
    | "outside"
    | "git's own files"
    | "protected file"
    /** It cannot be told from its text what it will do. */
    | "opaque";
  /** The command, as it is told to people. */
  readonly what: string;
  /** What in it. */
  readonly why?: string;
};

/** A word as the program gets it. Of an unknown one (`$(…)`, what is read from a pipe) only that it is there. */
export type Field = {
  readonly text: string;
  readonly known: boolean;
  /** It may stand for any number of file names. */
  readonly glob: boolean;
  /** Files that others run, or git's own, which may be among those it stands for; relative to the workspace. */
  readonly among?: readonly string[];
  /** No quotes hold it together: of a name, or of a text, a shell takes the pieces between blanks. */
  readonly split?: true;
  /** Unknown, but a whole number. */
  readonly number?: true;
};
export function literal(text: string): Field {
  return { text, known: true, glob: false };
}
export const UNKNOWN: Field = { text: "", known: false, glob: false };
export const NUMBER: readonly Field[] = [{ ...UNKNOWN, number: true }];
export function isNumber({ text, known, number }: Field): boolean {
  return number === true || (known && /^-?\d+$/.test(text));
}

/** Where a command finds itself. */
export type Scene = {
  /** Absolute; the workspace is `/workspace`. */
  readonly directory: string;
  /** What the script itself assigned; null: something that cannot be told. */
  readonly variables: ReadonlyMap<string, readonly Field[] | null>;
  /** What comes in through the pipe, as far as it is file names or literal words; null: anything. */
  readonly input: readonly Field[] | null;
  /** What is given to it as a here-document; it is no other command's. */
  readonly text?: string;
};
/** What was found so far, in the order of the text. */
export type Report = {
  readonly traits: CommandTrait[];
  /** Something but reading happens. */
  changes: boolean;
  /** Files that the command writes itself, as normal absolute paths. */
  readonly written: string[];
};

/** A command being looked at; `run` looks at a command inside of it. */
export type Call = {
  readonly name: string;
  readonly scene: Scene;
  readonly report: Report;
  /** As it is told to people, shortened. */
  readonly shown: string;
  readonly run: (words: readonly Field[]) => void;
};
/** After its options are taken apart. */
export type ReadCall = Call & {
  /** Options given, by the name they were given with, with their values. */
  readonly options: ReadonlyMap<string, readonly Field[]>;
  readonly operands: readonly Field[];
};

export function find(call: Call, kind: CommandTrait["kind"], why?: string): void {
  const what = call.shown;
  if (!call.report.traits.some((known) => known.kind === kind && known.what === what && known.why === why))
    call.report.traits.push({ kind, what, ...(why === undefined ? {} : { why }) });
}
