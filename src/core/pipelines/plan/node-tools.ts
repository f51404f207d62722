/** How a Node project's package manager is called. */
import type { PipelineStep } from "../pipeline.ts";
import { outPath } from "../workspace.ts";

type Argv = PipelineStep["argv"];
export type NodeTools = {
  /** What brings the manager itself, when the sandbox has only npm. */
  readonly bootstrap: Argv | null;
  readonly install: Argv;
  readonly env: Readonly<Record<string, string>>;
  script(name: string, args: readonly string[]): Argv;
  /** A program of the project's dependencies. */
  binary(command: readonly string[]): Argv;
};
type Options = { readonly manager: string; readonly version: string | null; readonly locked: boolean };

/** pnpm, yarn and bun are not part of the sandbox: npm puts the version asked for beside the results. */
const TOOLS = outPath("tools");

export function nodeTools({ manager, version, locked }: Options): NodeTools {
  switch (manager) {
    case "pnpm":
      return foreign({
        program: "pnpm",
        packages: `pnpm@${exact(version) ?? "latest"}`,
        install: locked ? ["install", "--frozen-lockfile"] : ["install", "--no-frozen-lockfile"],
        env: { npm_config_manage_package_manager_versions: "false", npm_config_verify_deps_before_run: "false" },
        binary: ["exec"],
      });
    case "yarn":
      return yarn(exact(version), locked);
    case "bun":
      return foreign({
        program: "bun",
        packages: `bun@${exact(version) ?? "latest"}`,
        install: locked ? ["install", "--frozen-lockfile"] : ["install"],
        env: {},
        binary: ["x", "--no-install"],
      });
    default:
      return npm(locked);
  }
}

function npm(locked: boolean): NodeTools {
  const quiet = ["--no-audit", "--no-fund"];
  return {
    bootstrap: null,
    install: locked ? ["npm", "ci", ...quiet] : ["npm", "install", "--no-package-lock", ...quiet],
    env: {},
    script: (name, args) => {
      const call: Argv = name === "test" ? ["npm", "test"] : ["npm", "run", name];
      return args.length === 0 ? call : [...call, "--", ...args];
    },
    binary: (command) => ["npx", "--no-install", ...command],
  };
}
/** Yarn 1 and its successors share a name and little else; a project without a version has the old one. */
function yarn(version: string | null, locked: boolean): NodeTools {
  const modern = version !== null && !/^[01]\./.test(version);
  const frozen = modern ? "--immutable" : "--frozen-lockfile";
  return foreign({
    program: "yarn",
    packages: modern ? `@yarnpkg/cli-dist@${version}` : `yarn@${version ?? "1"}`,
    // In CI the newer ones refuse to install without a lockfile unless told otherwise.
    install: ["install", ...(locked ? [frozen] : modern ? ["--no-immutable"] : [])],
    env: modern
      ? {
          YARN_ENABLE_GLOBAL_CACHE: "false",
          YARN_CACHE_FOLDER: outPath("yarn-cache"),
          YARN_IGNORE_PATH: "1",
          YARN_ENABLE_TELEMETRY: "0",
        }
      : { YARN_IGNORE_PATH: "1" },
    binary: modern ? ["exec"] : ["run"],
  });
}

type Foreign = {
  readonly program: string;
  readonly packages: string;
  readonly install: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly binary: readonly string[];
};
function foreign({ program, packages, install, env, binary }: Foreign): NodeTools {
  // Its folder goes before the rest of PATH, since scripts call the manager by its name as well.
  const call = (...args: string[]): Argv => [
    "sh",
    "-c",
    `PATH="${TOOLS}/node_modules/.bin:$PATH" exec "$0" "$@"`,
    program,
    ...args,
  ];
  return {
    bootstrap: ["npm", "install", "--prefix", TOOLS, "--no-save", "--no-audit", "--no-fund", packages],
    install: call(...install),
    env,
    script: (name, args) => call("run", name, ...args),
    binary: (command) => call(...binary, ...command),
  };
}
/** `9.1.0` of `9.1.0`, `^9.1.0` or `>=9`; null when it is no version that a registry would know. */
function exact(version: string | null): string | null {
  return /\d+(?:\.\d+){0,2}(?:-[\w.]+)?/.exec(version ?? "")?.[0] ?? null;
}
