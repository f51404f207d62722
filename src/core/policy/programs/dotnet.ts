import { type Call, type Field, find, type ReadCall } from "../commands/scene.ts";
import { checkInside } from "../paths/paths.ts";
import { checkNear } from "./other.ts";
import type { Programs, Rule } from "./rule.ts";
import { ANY_INSTALL, ANY_PUBLISH, each } from "./traits.ts";

const runs = (options: string, operands: Rule["operands"] = ["inside"]): Rule => ({
  options: `${options} --version! -v! --help! -h!`,
  operands,
  changes: true,
  runs: true,
});
/** Properties of a build that are switches, numbers, or names of what is built. */
const PROPERTY =
  /^(Configuration|Platform|TargetFramework|TargetFrameworks|RuntimeIdentifier|Version|VersionPrefix|VersionSuffix|AssemblyVersion|FileVersion|InformationalVersion|TreatWarningsAsErrors|WarningLevel|NoWarn|WarnAsError|Deterministic|ContinuousIntegrationBuild|EnforceCodeStyleInBuild|RunAnalyzers|RunAnalyzersDuringBuild|AnalysisLevel|AnalysisMode|Nullable|DebugType|DebugSymbols|Optimize|CollectCoverage|CoverletOutputFormat|Threshold|ThresholdType|ExcludeByAttribute|UseAppHost|PublishSingleFile|SelfContained|PublishReadyToRun|PublishTrimmed|PublishAot|EnableNETAnalyzers|GenerateDocumentationFile|RestoreLockedMode|RestorePackagesWithLockFile|UseSharedCompilation|BuildInParallel|TestTfmsInParallel|SkipTests|VSTestVerbosity|GeneratePackageOnBuild|DesignTimeBuild|BuildProjectReferences|EnableWindowsTargeting|LangVersion|CheckForOverflowUnderflow)=[\w.,;%+-]*$/i;
function checkBuilt(call: ReadCall): void {
  // a slash begins options as well
  for (const field of call.operands) {
    const [, property] = /^\/p(?:roperty)?:(.*)$/is.exec(field.text) ?? [];
    if (property === undefined && field.text.includes("="))
      find(call, "opaque", `the setting ${field.text.slice(0, 60)} may load something`);
    else if (property === undefined) checkInside(call, field);
    else if (!field.known || !PROPERTY.test(property))
      find(call, "opaque", `the property ${property.slice(0, 60)} may run something`);
  }
  for (const { text, known } of [...(call.options.get("-p") ?? []), ...(call.options.get("--property") ?? [])])
    if (!known || !PROPERTY.test(text.replace(/^:/, "")))
      find(call, "opaque", `the property ${text.slice(0, 60)} may run something`);
  for (const { text, known } of [...(call.options.get("--logger") ?? []), ...(call.options.get("-l") ?? [])])
    if (
      !known ||
      !/^(console|trx|html|junit|xunit|nunit|GitHubActions)(;(verbosity|LogFileName|LogFilePrefix|LogFilePath)=[\w.{}-]+)*$/i.test(
        text,
      )
    )
      find(call, "opaque", `the logger ${text.slice(0, 60)} may be loaded from anywhere`);
}
/** Its options begin with a slash or a dash, and a word in it says what they are. */
function checkMsbuild(call: Call, fields: readonly Field[]): null {
  call.report.changes = true;
  for (const field of fields) {
    const [, name = "", value = ""] = /^[/-]{1,2}(\w+)(?::([^]*))?$/.exec(field.text) ?? [];
    if (/^[/-]/.test(field.text) && /^(p|property)$/i.test(name)) {
      if (!value.split(";").every((one) => PROPERTY.test(one)))
        find(call, "opaque", `the property ${value.slice(0, 60)} may run something`);
    } else if (/^[/-]/.test(field.text) && /^(t|target)$/i.test(name)) {
      if (!/^(Build|Rebuild|Clean|Compile|VSTest|Test)(;(Build|Rebuild|Clean|Compile|VSTest|Test))*$/i.test(value))
        find(call, "opaque", `the target ${value.slice(0, 60)} may do more than build`);
    } else if (
      !field.known ||
      (/^[/-]/.test(field.text) &&
        !/^(m|maxcpucount|nologo|v|verbosity|nr|nodeReuse|clp|consoleloggerparameters|warnaserror|graph|version|help|restore)$/i.test(
          name,
        ))
    )
      find(call, "opaque", `its option ${field.text.slice(0, 60)} is not among the harmless ones`);
    else if (/^restore$/i.test(name)) find(call, "install");
    else if (/\.(slnx?|(cs|fs|vb|vcx)proj)$/.test(field.text)) checkInside(call, field);
    else if (!/^[/-]/.test(field.text)) find(call, "opaque", "what it builds may be anything");
  }
  return null;
}
const ms: Rule = { custom: checkMsbuild };
const DOTNET =
  "--collect:* -c= --configuration= -f=name --framework= -r=plain --runtime=plain -o=write --output=write -v= --verbosity= --no-restore --no-build --nologo --no-dependencies --no-incremental --filter= --logger= -l= -p= --property= -bl=none --arch=name -a=name --os=name --artifacts-path=write --tl:off --tl:on -tl:off -clp:* -nologo -nr:false -m:* -maxcpucount:* -v:* -verbosity:* --severity=name --diag=write --runtime=name --ucr=none --no-logo --use-current-runtime --blame-hang-timeout= --blame-hang --blame-crash --environment=none -e=none --disable-build-servers --source=none -warnaserror+ --warnaserror --exclude-diagnostics=name --report=write --binarylog=write -graph --collect= --results-directory=write --settings=script -s=inside -t --list-tests --blame --force --self-contained? --no-self-contained --verify-no-changes --diagnostics? --include= --exclude= -tl? --tl? --nodereuse? -m? --interactive=none -warnaserror";

/** .NET and its tools. */
export const DOTNET_TOOLS: Programs = {
  dotnet: {
    options: "--version! --info! --list-sdks! --list-runtimes! -h! --help!",
    subcommands: {
      ...each("test build clean format", { ...runs(DOTNET, ["text"]), check: checkBuilt }),
      msbuild: ms,
      run: {
        options: `${DOTNET} --project=inside -p=script --property=none --no-launch-profile`,
        operands: ["text"],
        changes: true,
        runs: true,
        check: (call) => checkNear(call, call.operands),
      },
      vstest: runs(""),
      sln: { options: "--in-root -s= --solution-folder=", operands: ["inside"], changes: true },
      list: {
        options: "--include-transitive --outdated=none --vulnerable=none --deprecated=none --format=name --framework=",
        operands: ["plain"],
      },
      reference: { subcommands: { list: { operands: ["plain"] } } },
      package: {
        subcommands: { list: { options: "--include-transitive --format=name --project=inside" } },
        others: ANY_INSTALL,
      },
      help: { operands: ["plain"] },
      restore: { ...runs("-v=name --verbosity=name --no-dependencies --locked-mode --nologo"), trait: "install" },
      tool: { subcommands: { list: { options: "-g --global --local" } }, others: ANY_INSTALL },
      ...each("add remove new workload", ANY_INSTALL),
      ...each("nuget pack publish", ANY_PUBLISH),
      "build-server": { operands: ["name"], changes: true },
      ef: {
        subcommands: {
          migrations: {
            subcommands: {
              list: runs(
                "--no-build --project=inside --startup-project=inside --context=name -p=inside -s=inside --no-connect --json",
              ),
              add: runs(
                "--no-build --project=inside --startup-project=inside --context=name -p=inside -s=inside -o=write",
                ["name"],
              ),
              script: runs(
                "--idempotent -i -o=write --no-build --project=inside -p=inside -s=inside --startup-project=inside",
                ["name"],
              ),
              "has-pending-model-changes": runs("--no-build --project=inside"),
            },
          },
          dbcontext: {
            subcommands: { ...each("info list", runs("--no-build --project=inside --context=name --json")) },
          },
        },
        others: ANY_PUBLISH,
      },
      ...each("csharpier", runs("--check --no-cache --include-generated", ["write"])),
      stryker: runs("--reporter=name -r=name --mutate= -m= --project= -p= --concurrency= -c= --output=write"),
      ...each("reportgenerator", ANY_PUBLISH),
      fantomas: runs("--check -r --recurse", ["write"]),
    },
  },
  msbuild: ms,
  nuget: ANY_PUBLISH,
  ...each("csharpier", {
    ...runs("--check --no-cache", ["write"]),
    subcommands: each("check format", runs("--no-cache --skip-write", ["write"])),
  }),
  fantomas: runs("--check -r --recurse", ["write"]),
};
