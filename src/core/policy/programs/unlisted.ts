/*
 * Options that nobody listed, of programs that work by the repository's own settings. What such an option is called says what it is
 * about: one that is not about running, loading, writing or reaching, and is given no more than a bare word, only changes how the program
 * checks, counts or tells.
 */

/** Parts of names that are about more than that. */
const REACHING = new Set(
  (
    "exec execute executable run runner runners cmd command commands script scripts shell eval expr expression code call callback hook hooks " +
    "plugin plugins addon addons extension extensions load loader loaders require requires import imports include includes preload " +
    "prelude init setup bootstrap prepare before after pre post config configuration settings setting options option rc preset presets extends " +
    "file files filename dir dirs directory directories folder folders path paths root base basedir cwd chdir home prefix out output outfile " +
    "outputs dest destination write save dump export exports report reports reporter reporters log logs logfile cache archive upload submit push " +
    "publish deploy release send share serve server host hostname port listen bind open browser browsers ui gui web http https url urls uri remote " +
    "remotes fetch download install update upgrade registry proxy socket network net online cloud api token key auth login user username password " +
    "secret secrets credential credentials env environment debug debugger inspect inspector pdb gdb attach daemon background fork ffi broadcast " +
    "tool tools toolchain binary bin program compiler linker cc cxx interpreter python node java jvm jdk ruby php perl engine driver backend wrapper " +
    "wrap launcher renderer transformer transformers transform transforms resolver resolvers parser parsers processor processors preprocessor preprocessors " +
    "harness source sources template templates with use allow unsafe insecure force delete remove purge prune clean reset overwrite global system sudo " +
    "privileged docker container nix watch watcher interactive edit editor pager paste pastebin telemetry stdin args arg flags opts define " +
    "defines property properties var vars set override overrides patch under kernel module modules package packages library libraries libs lib project projects " +
    "workspace worktree repo repository git scan store snapshot daemonize connect sync trust agent agents middleware theme rule rules rulesdir ruleset " +
    "rulesets policy policies schema schemas mapping manifest lockfile baseline migrate migration migrations database db connection dsn spec specs " +
    "provider providers target targets input inputs data classpath jar jars gem gems wheel index channel channels feed feeds profile profiler prof " +
    "trace tracing metrics dashboard sandbox vm worker restrict confirm preserve suid root generate gen create new add apply verbatim chooser choose success failure prepend append workdir noxfile noent xinclude entities dtd external sequencer serializer serializers formatter formatters drb dmypy strategy middleware clobber mirror helper helpers filter filters solver resource resources"
  ).split(" "),
);
/** Of `--failOnWarnings` and `--fail-on-warnings`: fail, on, warnings. */
function partsOf(name: string): readonly string[] {
  return name
    .replace(/^--/, "")
    .replaceAll(/([a-z\d])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split(/[-_.:]/);
}
/** What is switched off runs and reaches less, but for what keeps it in bounds. */
const BOUNDS = /sandbox|verify|confirm|preserve|restrict|auth|check-?sum|ssl|tls|dry/;

/** @param text as it was given: `--name` or `--name=value` */
export function isBareOption(text: string): boolean {
  const found = /^(--[a-z][\w-]{1,40})(?:=([\w%+-]{0,40}(?:,[\w+-]{1,40}){0,20}|\d+(?:\.\d+)?))?$/i.exec(text);
  if (found === null) return false;
  const [, name = "", value] = found;
  if (name.startsWith("--no-")) return value === undefined && !BOUNDS.test(name);
  return partsOf(name).every((part) => part !== "" && !REACHING.has(part));
}
