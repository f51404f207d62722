import { absolutePath, checkDeleted, checkReadWhole, checkWrite } from "../paths/paths.ts";
import { standsFor, STEERING } from "../paths/notable.ts";
import { placeOf } from "../paths/protected-paths.ts";
import { type Field, find, literal, type ReadCall } from "../commands/scene.ts";
import { checkRevision, plainPathspec } from "../commands/texts.ts";

/** Searching the history for keys finds those that were taken out again. */
export function checkSought(call: ReadCall): void {
  // `-L 1,5:file` and `-L :name:file`
  for (const field of call.options.get("-L") ?? [])
    checkRevision(call, { ...field, text: field.text.slice(field.text.lastIndexOf(":") + 1) });
  const sought = [...(call.options.get("-S") ?? []), ...(call.options.get("-G") ?? [])];
  if (sought.some(({ text }) => /secret|passw|api.?key|credential|private.?key|_?(KEY|TOKEN|PASS)\b|AKIA/i.test(text)))
    find(call, "secret", "it looks for keys in the history");
}

/** Settings that name no program and no file. */
const PLAIN_SETTING =
  /^(user\.(name|email)|color\.\w+|core\.(quotepath|autocrlf|eol|abbrev|safecrlf|ignorecase|filemode)|init\.defaultbranch|advice\.\w+|pull\.(rebase|ff)|push\.default|merge\.(ff|conflictstyle)|diff\.(renames|algorithm|noprefix)|log\.date|commit\.gpgsign=false|tag\.gpgsign=false|gc\.auto|rerere\.enabled|safe\.directory)$/i;
/** `git -c name=value` before the subcommand. */
export function checkSettings(call: ReadCall): void {
  for (const { text, known } of call.options.get("-c") ?? []) {
    const [name = ""] = text.split("=");
    const plain =
      PLAIN_SETTING.test(name) ||
      /^(core\.)?pager(\.\w+)?=(cat|false)?$|^core\.pager=cat$|^(core|sequence)\.editor=(true|:)$|^(commit|tag)\.gpgsign=false$/i.test(
        text,
      );
    if (!known || !plain) find(call, "opaque", `the setting ${text.slice(0, 60)} may make git run something`);
  }
}
export function checkConfig(call: ReadCall): void {
  const [name, value] = call.operands;
  const asks = ["--get", "--get-all"].some((option) => call.options.has(option)) || value === undefined;
  const lists = ["-l", "--list"].some((option) => call.options.has(option));
  if (lists) return find(call, "secret", "settings may hold tokens");
  const asked = /^(user|core|init|branch|pull|push|color|remote\.[\w-]+)\.(?!url|askpass|sshcommand)\w+$/i;
  if (name === undefined || !name.known || !(asks ? asked : PLAIN_SETTING).test(name.text))
    find(call, "opaque", "a setting that may make git run something, or tell a token");
  if (!asks) call.report.changes = true;
  if (!asks && (call.options.has("--global") || call.options.has("--system")))
    find(call, "outside", "settings of the whole machine");
}
/** A pathspec that says what is not meant: everything else is. */
const LEAVES_OUT = /^:(\([^)]*exclude[^)]*\)|[/^]*[!^])/;
/** What is ignored is taken in as well; of all there is, keys and passwords are. */
export function checkTaken(call: ReadCall): void {
  const has = (...names: readonly string[]) => names.some((name) => call.options.has(name));
  if (call.name.endsWith(" add") && !has("-f")) return;
  if (/ stash( push)?$/.test(call.name) && !has("-a", "--all")) return;
  if (call.operands.length === 0) find(call, "secret", "what is ignored goes with it");
  for (const field of call.operands) {
    const text = plainPathspec(field.text).replaceAll(/\*+/g, "*");
    checkReadWhole(call, { ...field, text: text === "" || LEAVES_OUT.test(field.text) ? "/workspace" : text });
  }
}
/** A pathspec may begin with marks, and git finds its stars and brackets in folders and behind dots as well. */
function checkPathspec(call: ReadCall, field: Field): void {
  const text = plainPathspec(field.text);
  const marked = text !== field.text;
  if (LEAVES_OUT.test(field.text) || (marked && ALL_OF_IT.test(text === "" ? "." : text)))
    return find(call, "delete", "it throws away what is not committed");
  const steers = /[*?[]/.test(text) ? STEERING.find((file) => standsFor(text, file)) : undefined;
  if (steers !== undefined) find(call, "protected file", `${field.text.slice(0, 60)} may stand for ${steers}`);
  if (marked) checkWrite(call, literal(text));
}
const ALL_OF_IT = /^(\.|:\/|\*|\.\/|:\/\*|\/workspace\/?)$/;
/** What is thrown away is found nowhere else. */
export function checkThrownAway(call: ReadCall): void {
  const own = call.operands.find(({ text }) => /^(\.\/)?\.git(\/|$)/i.test(text));
  if (own !== undefined) find(call, "git's own files", own.text);
  if (call.operands.some(({ text }) => ALL_OF_IT.test(text)))
    find(call, "delete", "it throws away what is not committed");
  for (const field of call.operands) {
    const place = placeOf(absolutePath(call, field.text));
    if (place.kind === "inside" && place.protectedAs !== null) find(call, "protected file", field.text);
    checkPathspec(call, field);
  }
  if (call.options.has("-M") && call.operands.length > 1) find(call, "delete", "it throws a branch away");
  if (
    ["-f", "--force", "-B", "-C", "--force-create", "--hard", "--discard-changes"].some((option) =>
      call.options.has(option),
    )
  )
    find(call, "delete", "it throws away what is not committed");
}
/** Only told with `-n`. */
export function checkCleaned(call: ReadCall): void {
  const told = call.options.has("-n") || call.options.has("--dry-run");
  if (told && !["-f", "-ff", "--force"].some((name) => call.options.has(name))) return;
  // what stars and marks mean to git is more than they mean to a shell
  const plain = call.operands.every(({ text }) => /^[\w@./-]+$/.test(text));
  if (call.operands.length === 0 || !plain) find(call, "delete");
  else checkDeleted(call, call.operands, true);
}
/** `git branch` and `git tag` list when they are told to, or given no name. */
export function changesUnlessListing(call: ReadCall): void {
  const lists = ["-l", "--list", "--contains", "--points-at", "--show-current"].some((option) =>
    call.options.has(option),
  );
  const alters = ["-m", "-M", "-c", "-u", "-d", "--delete", "--move", "--copy"].some((option) =>
    call.options.has(option),
  );
  if (alters || (call.operands.length > 0 && !lists)) call.report.changes = true;
}
export function checkRemoved(call: ReadCall): void {
  for (const field of call.operands) checkPathspec(call, field);
  if (!call.options.has("--cached")) checkDeleted(call, call.operands, call.options.has("-r"));
  else if (call.operands.some(({ text }) => ALL_OF_IT.test(text))) find(call, "delete", "it forgets every file");
}
export function checkGrepTree(call: ReadCall): void {
  for (const file of call.operands.slice(call.options.has("-e") ? 0 : 1)) checkRevision(call, file);
}
export function checkReflog(call: ReadCall): void {
  if (/^(expire|delete|drop)$/.test(call.operands[0]?.text ?? "")) find(call, "delete");
}

/** What is taken from a commit is written, unless only what is staged is put back. */
export function checkRestored(call: ReadCall): void {
  const has = (...names: readonly string[]) => names.some((name) => call.options.has(name));
  if (has("--staged", "-S") && !has("-W", "--worktree")) return;
  checkThrownAway(call);
  for (const path of call.operands) checkWrite(call, path);
}
/** A format of another name, or an ending that stands for one, is a program of the settings. */
export function checkPacked(call: ReadCall): void {
  const formats = call.options.get("--format") ?? [];
  const files = [...(call.options.get("-o") ?? []), ...(call.options.get("--output") ?? [])];
  const named = formats.every(({ text, known }) => known && /^(tar|zip|tgz|tar\.gz)$/.test(text));
  const ended = formats.length > 0 || files.every(({ text, known }) => known && /\.(tar|zip|tgz|tar\.gz)$/.test(text));
  if (!named || !ended) find(call, "opaque", "a format that may be a program of the settings");
}
/** Only with `-n` is the other side not asked. */
export function checkAsked(call: ReadCall): void {
  if (!call.options.has("-n") || call.operands.some(({ text }) => !/^[\w.-]+$/.test(text))) find(call, "network");
}
/** Of two folders everything in them is shown. */
export function checkCompared(call: ReadCall): void {
  const files = call.operands.every(({ text, known, glob }) => known && !glob && /[\w-]\.[A-Za-z]\w*$/.test(text));
  if (call.options.has("--no-index") && !files) find(call, "opaque", "it may show whole folders");
}
/** Patches are kept in the workspace. */
export function checkLaidDown(call: ReadCall): void {
  for (const field of [...(call.options.get("-o") ?? []), ...(call.options.get("--output-directory") ?? [])])
    if (placeOf(absolutePath(call, field.text)).kind === "outside") find(call, "outside", field.text);
}
