import { checkPlace } from "../paths/paths.ts";
import type { Field, ReadCall } from "./scene.ts";

/*
 * Checkers and formatters that are given files which others run. Which of their options change a file is spelled in too many ways to be
 * listed, and settings of the repository may say it as well: so it is known of few that they only look, and all others may change it.
 */

/** Words in the name of an option by which a program changes what it finds. */
const CHANGING =
  /(^|-)(fix|fixes|autofix|write|rewrite|reformat|correct|autocorrect|in-?place|apply|update|modify|overwrite|replace|annotate|noqa|suppress|migrate|upgrade|alter)(-|$)/;
/** As flags; to test runners and compilers they are other words. */
const LETTERS = ["-w", "-i", "-a", "-A", "-x", "-F", "-f"];
const OTHER_LETTERS =
  /(^|[ /])(pytest|py\.test|test|unittest|vitest|jest|mocha|rspec|phpunit|tox|nox|bats|prove|gcc|g\+\+|cc|c\+\+|clang|clang\+\+|go (build|vet|run))$/;
/** Formatters that change what they are given unless they are told not to. */
const FORMATTERS =
  /(^|[ /])([\w-]*(fmt|format|formatter|fixer)(:write)?|black|isort|usort|ssort|autoflake|docformatter|pyupgrade|unify|flynt|add-trailing-comma|phpcbf|rector|pint|toml-sort|yamlfix|own check)( (process|fix))?$/;
/** Tasks of the repository's own by names that say so. */
const TASKS = /^(\w+[:.-])?(fmt|format|fix|tidy|prettier|prettify|style|lint)([:.-][\w-]+)*$/;
const LOOKING = /^--(check|check-only|diff|lint|dry-run|list-different|verify|fix-dry-run)$/;
/** Programs that never change what they are given without an option that says so. */
const LOOKERS =
  /(^|[ /])(markdownlint|remark|textlint|alex|write-good|cspell|vale|woke|lychee|markdown-link-check|proselint|doc8|rstcheck|yaml-lint|yamllint-js|yamale|check-jsonschema|cfn-lint|zizmor|editorconfig-checker|ec|jscpd|tokei|pandoc|eslint|oxlint|stylelint|shellspec|prettier|xmllint|(conftest|taplo|spectral|redocly|biome|pre-commit|buf|opa|kube-linter|goreleaser) [\w-]+)$/;

/** @param named whether what it is given can only be a file: then it is asked about unless it is known to be only looked at */
export function checkWorkedOn(read: ReadCall, field: Field, named: boolean): void {
  if (!field.known || looksOnly(read)) return;
  const changes = mayChange(read);
  const only = !changes && (LOOKERS.test(read.name) || OTHER_LETTERS.test(read.name));
  if (only || !(named || changes)) return;
  // Many a formatter makes names of a pattern itself, so a quoted one stands for as much.
  for (const text of choicesOf(field.text))
    checkPlace(read, {
      ...field,
      among: changes ? (field.among ?? []) : [],
      text,
      glob: field.glob || /[*?[]/.test(text),
    });
}
/** More than this many are taken for one that may be anything. */
const MANY = 64;
/** `{a,b}.md` and `@(a|b).md`, as the libraries read them that formatters look for files with. */
function choicesOf(pattern: string): readonly string[] {
  let open = [pattern.replaceAll(/!\([^()]*\)/g, "*")];
  for (let round = 0; round < 4; round += 1)
    open = open.flatMap((text) => {
      const [whole, braced, listed] = /\{([^{}]*)\}|[@+?*]\(([^()]*)\)/.exec(text) ?? [];
      if (whole === undefined) return [text];
      const choices = braced?.split(",") ?? listed?.split("|") ?? [];
      return choices.map((choice) => text.replace(whole, () => (choice.includes("..") ? "*" : choice)));
    });
  return open.length > MANY || open.some((text) => /[{(]/.test(text)) ? [...open.slice(0, MANY), ".*"] : open;
}
/** A list of files in an option. */
export function checkFileLists(read: ReadCall): void {
  for (const name of ["--files", "--file", "--paths"])
    for (const field of read.options.get(name) ?? [])
      for (const text of field.text.split(",")) checkWorkedOn(read, { ...field, text }, false);
}
function looksOnly({ name, options }: ReadCall): boolean {
  const told = [...options.keys()].some((option) => LOOKING.test(option));
  const briefly = /(^|[ /])(prettier|isort)$/.test(name) && ["-c", "-l"].some((letter) => isFlag(options, letter));
  return (told || briefly) && ![...options.keys()].some(isChanging);
}
function mayChange({ name, options, operands }: ReadCall): boolean {
  if ([...options.keys()].some(isChanging) || operands.some(({ text }) => TASKS.test(text))) return true;
  return FORMATTERS.test(name) || (!OTHER_LETTERS.test(name) && LETTERS.some((letter) => isFlag(options, letter)));
}
function isFlag(options: ReadCall["options"], letter: string): boolean {
  return options.get(letter)?.length === 0;
}
function isChanging(option: string): boolean {
  return !LOOKING.test(option) && !/^-*no-/.test(option) && CHANGING.test(option.replace(/^-+/, "").toLowerCase());
}
