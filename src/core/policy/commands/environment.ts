import { own } from "../../../lib/own.ts";

/**
 * Variables that make programs load code, start other programs, or look for their settings elsewhere. Whoever may set one of these may
 * run anything.
 */
const STEERING =
  /^(IFS|ENV|PS[0-4]|EDITOR|VISUAL|SHELL|BROWSER|HOME|LD|AR|AS|CC|CXX|CPP|MAKE[A-Z]*|MFLAGS|GO[A-Z]+|PWD|OLDPWD|CDPATH|TERMINFO|DISPLAY|HIST\w*)$|PATH$|^(LD|DYLD|GIT|NODE|NPM|YARN|PNPM|BUN|DENO|PERL|PERL5|RUBY|GEM|BUNDLE|BASH|SHELL|JAVA|JDK|_JAVA|MAVEN|GRADLE|CARGO|RUSTC|RUSTUP|CGO|GO|GCC|CMAKE|PIP|UV|POETRY|PIPENV|PYTHON|PYTEST|TAR|GREP|RIPGREP|LESS|MAN|XDG|SSH|GPG|DOCKER|KUBE|AWS|AZURE|GOOGLE|GCLOUD|GH|GITHUB|DOTNET|CORECLR|COMPLUS|PHP|COMPOSER|CURL|WGET|HTTP|HTTPS|FTP|ALL|NO|OPENSSL|SSL|GCONV|LOC|NLS|RES|HOST|HIST|VIM|EX|ZDOT|PROMPT|ELECTRON|SUDO|LUA|R|JULIA|ERL|ELIXIR)_|^(PYTHON|PERL|RUBY|BASH|PYTEST|NODE|GIT|NPM|CARGO|RUST|JAVA|PHP|LUA)|^npm_/i;
/** Names that say where something is found or what it is told: to a program, not to the script that only calls a folder so. */
const TELLING =
  /(PRELOAD|OPTIONS?|OPTS|FLAGS|ARGS|RC|INIT|HOOKS?|PLUGINS?|PAGER|EDITOR|COMMAND|CMD|EXEC|PROXY|LOADER|LIBRARY|CONFIG|HOME|SHELL|WRAPPER|LAUNCHER|COMPILER|LINKER|PROGRAM|TMPDIR|FILE|DIR|URL|URI|KEY|TOKEN|SECRET|PASSWORD|SERVER|REGISTRY|INDEX|SUFFIX)$/i;
/** Exceptions that are set every day and cannot do harm. */
const USUAL =
  /^(NODE_ENV|CI|TZ|LANG|LC_[A-Z]+|LANGUAGE|DEBUG|VERBOSE|FORCE_COLOR|NO_COLOR|CLICOLOR(_FORCE)?|TERM|COLUMNS|LINES|PORT|NO_UPDATE_NOTIFIER|RUST_BACKTRACE|RUST_LOG|RUST_MIN_STACK|RUST_TEST_THREADS|CARGO_TERM_COLOR|CARGO_INCREMENTAL|CARGO_NET_OFFLINE|CGO_ENABLED|GOOS|GOARCH|GOMAXPROCS|GO111MODULE|GOAMD64|GOARM(64)?|GOGC|GOMEMLIMIT|GOTRACEBACK|GIT_TERMINAL_PROMPT|PYTHONDONTWRITEBYTECODE|PYTHONUNBUFFERED|PYTHONHASHSEED|PYTHONIOENCODING|PYTHONUTF8|RAILS_ENV|RACK_ENV|APP_ENV|MIX_ENV|FLASK_ENV|DJANGO_SETTINGS_MODULE|NODE_NO_WARNINGS|NPM_CONFIG_OFFLINE|DOTNET_CLI_TELEMETRY_OPTOUT|DOTNET_NOLOGO|HUSKY|NEXT_TELEMETRY_DISABLED)$/;
const HEAP = /^(-Xm[xs]\d+[kmg]( |$))*$/i;
const COMPILING = /^(-(O[0-3sg]?|g|W[a-z][a-z-]*|std=[\w+]+|fsanitize=[a-z,]+|fPIC|pthread|DNDEBUG)( |$))*$/;
/** It takes every text as it is. */
const NO_EDITOR = /^(true|:)$/;
/** Settings that can do harm, with those of their values that cannot. */
const SIMPLE: Readonly<Record<string, RegExp>> = {
  // a category with a dot in it is a class of a module, which is loaded
  PYTHONWARNINGS: /^[a-z]*(::?\w*)*(,[a-z]+(::?\w*)*)*$/,
  GOFLAGS: /^(-(mod=(vendor|mod|readonly)|count=\d+|trimpath|race|v)( |$))*$/,
  NODE_OPTIONS:
    /^(--(max-old-space-size=\d+|enable-source-maps|no-warnings|no-deprecation|trace-(warnings|deprecation|uncaught)|experimental-vm-modules|unhandled-rejections=\w+|experimental-strip-types)( |$))*$/,
  MAVEN_OPTS: HEAP,
  GRADLE_OPTS: HEAP,
  EDITOR: NO_EDITOR,
  GIT_EDITOR: NO_EDITOR,
  GIT_SEQUENCE_EDITOR: NO_EDITOR,
  CC: /^(gcc|clang|cc)(-\d+)?$/,
  CXX: /^(g\+\+|clang\+\+|c\+\+)(-\d+)?$/,
  CFLAGS: COMPILING,
  CXXFLAGS: COMPILING,
  RUSTDOCFLAGS: /^(-[DWAF] ?[a-z][\w:-]*( |$))*$/,
  RUSTFLAGS: /^(-[DWAF] ?[a-z][\w:-]*( |$)|-C ?(debuginfo|opt-level|overflow-checks|debug-assertions)=\w+( |$))*$/,
};
/** Folders of the workspace from which a program may load. */
const LOAD_PATHS = /^(PYTHONPATH|NODE_PATH|RUBYLIB)$/;
/** A database in memory, in a file of the workspace, or beside the tests. */
const OWN_DATABASE =
  /^(sqlite3?::?memory:|sqlite3?:\/\/\/?([\w-][\w.-]*\/)*[\w-][\w.-]*|(postgres(ql)?|mysql|redis|mongodb)(\+\w+)?:\/\/(\w+(:\w+)?@)?(localhost|127\.0\.0\.1|db|postgres|redis|mysql|mongo)(:\d+)?(\/[\w-]*)?)$/;
const PLAIN_VALUE = /^[\w.,:@%+*-]*$/;

/** May a program be started with this in its environment, going by its name and value alone? */
export function isHarmlessSetting(name: string, value: string | null): boolean {
  if (name === "PAGER" || name === "GIT_PAGER") return value === "cat";
  if (USUAL.test(name)) return value !== null && /^[\w.,:@%+*=/ -]*$/.test(value) && !/^:?\/|\.\./.test(value);
  if (LOAD_PATHS.test(name)) return value !== null && /^((\.|[a-z]\w*)(\/\w+)*(:(?=.)|$))*$/i.test(value);
  const simple = own(SIMPLE, name);
  if (simple !== undefined) return value !== null && simple.test(value);
  if (/^(TEST_)?(DATABASE|DB|REDIS|MONGO)_UR[IL]$/.test(name)) return value !== null && OWN_DATABASE.test(value);
  if (value === "" && !/^(PATH|HOME|IFS|ENV)$/.test(name)) return true;
  if (isSteering(name) || TELLING.test(name)) return false;
  return value !== null && PLAIN_VALUE.test(value) && value.length <= 100;
}
/** Would an assignment of it change what later commands of the script are? */
export function isSteering(name: string): boolean {
  return STEERING.test(name) && !USUAL.test(name);
}

/** Variables of the surroundings whose value is no secret. */
const TELLABLE =
  /^(USER|LOGNAME|PATH|SHELL|LANG|LC_[A-Z]+|TERM|NODE_ENV|CI|HOSTNAME|UID|EUID|PPID|RANDOM|SECONDS|LINENO|EPOCHSECONDS|OSTYPE|MACHTYPE|COLUMNS|LINES|NODE_VERSION|PYTHON_VERSION|JAVA_HOME|GOPATH|GOROOT|CARGO_HOME|VIRTUAL_ENV|TZ|SHLVL|BASH_VERSION|[0-9?#$!@*-])$/;
export function isTellable(name: string): boolean {
  return TELLABLE.test(name);
}
