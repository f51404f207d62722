import { checkWrite } from "../paths/paths.ts";
import { type Call, type Field, find, type ReadCall } from "../commands/scene.ts";
import { checkWords } from "../commands/texts.ts";
import type { Programs, Rule } from "./rule.ts";
import { each } from "./traits.ts";

const tells = "--version! -version! -V! --help! -h!";
const runs = (options: string, operands: Rule["operands"] = ["inside"]): Rule => ({
  options: `${options} --version! --help!`,
  operands,
  changes: true,
  runs: true,
});
/** `jar tf x.jar` and `ar t x.a` list; what they put in or take out is more than their words say. */
function checkListing(call: ReadCall): void {
  const [letters] = call.operands;
  const listed = call.options.has("--list") || call.options.has("-t") || /^-?t[vf]*$/.test(letters?.text ?? "");
  if (!listed) find(call, "opaque", "it packs or unpacks");
}
/** What tables there are; a statement may change more than it tells, and read what nobody should see. */
const DOT_LOOKS =
  /^\s*\.(tables|schema|indexes|indices|databases|dbinfo|fullschema|mode \w+|headers? (on|off))( [\w%.]+)?\s*$/;
const PRAGMA_LOOKS =
  /^\s*pragma (table_(x?info|list)|index_(list|info)|foreign_key_list|integrity_check|quick_check|user_version|schema_version)(\([\w"']+\))?;?\s*$/i;
/** Functions and words of a question that reads tables; whatever else is followed by a bracket is not known. */
const ASKS = /^\s*(explain( query plan)?\s+)?(select|with|values)\b/i;
const CALLED =
  /^(count|sum|avg|min|max|total|group_concat|string_agg|length|lower|upper|substr|substring|round|abs|coalesce|ifnull|nullif|iif|date|time|datetime|strftime|julianday|unixepoch|json|json_extract|json_array_length|json_each|json_group_array|json_object|json_type|replace|trim|ltrim|rtrim|typeof|printf|format|cast|in|exists|distinct|over|values|and|or|as|not|when|then|else|on|from|join|where|select|by|instr|hex|quote|random|row_number|rank|dense_rank|lag|lead|first_value|last_value|ntile|partition|filter|between|like|glob|having|using|union|all|is|sign|floor|ceil|changes|sqlite_version|pragma_table_info|pragma_index_list)$/i;
const BARRED =
  /\b(attach|detach|pragma|insert|update|delete|drop|alter|create|vacuum|reindex|into|load_extension|readfile|writefile|edit|fsdir|lsdir|zipfile|sqlar\w*|dbstat|completion|sqlite_dbpage|sqlite_stmt|bytecode|tables_used|csv|vsv)\b/i;
/** Tables that hold what people and machines sign in with. */
const HELD =
  /\b(\w+_)?(users?|accounts?|people|customers?|sessions?|credentials?|secrets?|tokens?|passwords?|api_?keys?|auth\w*|keys)\b/i;
function isQuestion(text: string): boolean {
  const plain = text
    .replaceAll(/'(?:[^']|'')*'/g, "''")
    .trim()
    .replace(/;$/, "");
  const called = [...plain.matchAll(/([A-Za-z_]\w*)\s*\(/g)].every(([, name = ""]) => CALLED.test(name));
  if (HELD.test(plain)) return false;
  return ASKS.test(plain) && called && !plain.includes(";") && !BARRED.test(plain) && !/["`\\]|--|\/\*/.test(plain);
}
function checkSql(call: ReadCall): void {
  const [, ...orders] = call.operands;
  if (orders.length === 0) find(call, "opaque", "it takes its orders from elsewhere");
  const harmless = ({ text, known }: Field) =>
    known && (DOT_LOOKS.test(text) || PRAGMA_LOOKS.test(text) || isQuestion(text));
  if (!orders.every(harmless)) find(call, "opaque", "its statements may change or reach more than they tell");
}

/** A `java -jar` takes whatever follows as words for the program. */
function javaWords(call: Call, fields: readonly Field[]): null {
  const at = fields.findIndex(({ text, known }) => known && text === "-jar");
  const own = at === -1 ? fields : fields.slice(0, at + 2);
  call.run([{ text: "java plain", known: true, glob: false }, ...own]);
  checkWords(call, at === -1 ? [] : fields.slice(at + 2));
  return null;
}
/** `-o=x`, or a change in place. */
function checkStripped(call: ReadCall): void {
  if (!call.options.has("-o")) for (const file of call.operands) checkWrite(call, file);
}

/** Programs that look into what compilers made, and into databases. */
export const BINARIES: Programs = {
  ...each("objdump", {
    options: `-d -D -h -x -t -T -p -s -S -f -a -r -R -l -C -j= -M=name --disassemble? --section= --no-show-raw-insn --demangle? ${tells}`,
    operands: ["read"],
  }),
  nm: {
    options: `-A -a -C -D -g -n -p -r -S -u -l -P -o --defined-only --undefined-only --demangle? --size-sort ${tells}`,
    operands: ["read"],
  },
  size: { options: `-A -B -d -o -x -t ${tells}`, operands: ["read"] },
  readelf: { options: `-a -h -l -S -e -s -n -r -d -V -A -W -x= -p= --dyn-syms --wide ${tells}`, operands: ["read"] },
  "c++filt": { options: `-n -_ ${tells}`, operands: ["name"] },
  addr2line: { options: `-e=read -f -C -i -p -a ${tells}`, operands: ["name"] },
  strip: {
    options: `-s -g -S -x --strip-all --strip-debug --strip-unneeded -o=write ${tells}`,
    operands: ["read"],
    changes: true,
    check: checkStripped,
  },
  ar: { options: "--version!", operands: ["plain", "write"], changes: true, needs: 2, check: checkArchive },
  ranlib: { options: "--version!", operands: ["write"], changes: true },
  gcov: { options: `-a -b -c -f -l -p -n -o=folder -j -t -k ${tells}`, operands: ["inside"], changes: true },
  javap: {
    options: `-c -l -s -v -p -public -private -protected -package -constants -verbose -cp=folder -classpath=folder -sysinfo ${tells}`,
    operands: ["read"],
    whole: true,
  },
  jar: {
    options: "-t -v -f=read --list --file=read --version! --help!",
    // letters such as `tf` pass as a file's name
    operands: ["read"],
    check: checkListing,
  },
  java: { custom: javaWords },
  ctags: {
    options: `-R -a -n -x -f=write -o=write --exclude= --languages=name --recurse? ${tells}`,
    operands: ["read"],
    changes: true,
  },
  cppcheck: runs(
    "--enable= --std= -q --quiet -j= -I=folder --error-exitcode= --inline-suppr --suppress= --force --language=name --xml -v --check-level=name",
    ["read"],
  ),
  "pkg-config": {
    options: `--cflags --libs --exists --modversion --atleast-version= --static --list-all --print-errors --short-errors --cflags-only-I --libs-only-l --libs-only-L --variable= ${tells}`,
    operands: ["plain"],
  },
  sqlite3: {
    options:
      "--version! -version! -readonly -safe -html -quote -list -separator= -nullvalue= -newline= -header -noheader -csv -json -column -line -list -box -table -markdown -batch -bail",
    operands: ["read", "text"],
    needs: 1,
    whole: true,
    check: checkSql,
  },
};
/** Only made anew from object files, or listed. */
function checkArchive(call: ReadCall): void {
  if (!/^-?([rc][rcsuvD]*|t[vO]*)$/.test(call.operands[0]?.text ?? "")) find(call, "opaque", "it packs or unpacks");
}
