import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import type { SandboxLimits } from "../../core/ports/sandbox.ts";
import { RUNNER_PROCESSES } from "../docker/container-body.ts";
import { HOME_BYTES, INSIDE, TMP_BYTES } from "../options.ts";

type Mount = { readonly from: string; readonly to: string };
export type BubblewrapSpec = {
  readonly uid: number;
  readonly gid: number;
  readonly limits: SandboxLimits;
  /** Whether programs of ours are shown: they reserve more memory than they use. */
  readonly showsPrograms: boolean;
  readonly workspace: Mount;
  readonly readOnly: readonly Mount[];
  /** The file descriptor of a compiled seccomp filter; null where the processor is not known. */
  readonly seccompFd: number | null;
  readonly command: readonly string[];
};
/** Of /etc only what programs need to find libraries, names and certificates; nothing of it is secret. */
const ETC = [
  ..."alternatives ca-certificates ca-certificates.conf ssl/certs ssl/openssl.cnf pki/tls/certs pki/ca-trust".split(
    " ",
  ),
  ..."ld.so.cache ld.so.conf ld.so.conf.d localtime timezone mime.types protocols services debian_version".split(" "),
  ..."os-release python3 python3.11 python3.12 python3.13 java-17-openjdk java-21-openjdk perl fonts".split(" "),
];

/** Arguments of bwrap: new namespaces of every kind, read-only binds, limits by prlimit inside them. */
export function bubblewrapArguments(spec: BubblewrapSpec): string[] {
  const { uid, gid } = spec;
  return [
    ["--unshare-all", "--die-with-parent", "--new-session", "--hostname", "sandbox", "--clearenv"],
    ["--uid", String(uid), "--gid", String(gid), "--cap-drop", "ALL"],
    rootMounts(),
    ["/etc", "/home", "/opt", "/run"].flatMap((folder) => ["--perms", "0755", "--dir", folder]),
    ["--proc", "/proc", "--dev", "/dev", "--perms", "1777", "--size", String(64 << 20), "--tmpfs", "/dev/shm"],
    ["--perms", "1777", "--size", String(TMP_BYTES), "--tmpfs", "/tmp"],
    ["--perms", "0700", "--size", String(HOME_BYTES), "--tmpfs", INSIDE.home],
    ETC.flatMap((name) => ["--ro-bind-try", `/etc/${name}`, `/etc/${name}`]),
    spec.readOnly.flatMap((mount) => bindArguments("--ro-bind", mount)),
    bindArguments("--bind", spec.workspace),
    ["--remount-ro", "/", "--chdir", INSIDE.workspace],
    spec.seccompFd === null ? [] : ["--seccomp", String(spec.seccompFd)],
    ["--", "/usr/bin/prlimit", ...limitArguments(spec), "--", ...spec.command],
  ].flat();
}
function bindArguments(kind: "--bind" | "--ro-bind", { from, to }: Mount): string[] {
  return [kind, from, to];
}
/** A program and its arguments. */
export type Launch = { readonly program: string; readonly args: readonly string[] };
/**
 * The same where the host process is root. To the kernel root's sandbox would still be root's: it could read root's files
 * and no limit of processes would hold. So what is to be mounted is first put under a neutral place of a mount namespace
 * (root's own folders may be closed to others), then the rights are given up for the workspace's user, and bwrap takes
 * the place of the same process: it must stay our own child, since only we may tell it by our death to end.
 */
export function launchOfRoot(spec: BubblewrapSpec): Launch {
  const staged = [spec.workspace, ...spec.readOnly];
  const [workspace, ...readOnly] = staged.map(({ to }, index) => ({ from: `${STAGE}/${index}`, to }));
  if (workspace === undefined) throw new Error("a sandbox has a workspace");
  const identity = [`--reuid=${spec.uid}`, `--regid=${spec.gid}`, "--clear-groups"];
  const args = [
    ["--mount", "--propagation", "private", "--", "/bin/sh", "-euc", STAGING, "sh", String(staged.length)],
    staged.map(({ from }) => from),
    ["setpriv", ...identity, "--", "bwrap", ...bubblewrapArguments({ ...spec, workspace, readOnly })],
  ].flat();
  return { program: "unshare", args };
}
const STAGE = "/mnt";
/** `sh <count> <source>… <program> <argument>…` */
const STAGING = `
  count=$1 index=0
  shift
  mount -t tmpfs -o mode=0755,nosuid,nodev tmpfs ${STAGE}
  while [ "$index" -lt "$count" ]; do
    if [ -d "$1" ]; then mkdir "${STAGE}/$index"; else : >"${STAGE}/$index"; fi
    mount --bind -- "$1" "${STAGE}/$index"
    index=$((index + 1))
    shift
  done
  exec "$@"`;
/** /bin and its like are links into /usr on current systems and folders of their own on old ones. */
function rootMounts(): string[] {
  const beside = readdirSync("/").filter((name) => /^(bin|sbin|lib|lib32|lib64|libx32)$/.test(name));
  const links = beside.flatMap((name) => {
    const inUsr = `/usr/${name}`;
    const merged = existsSync(inUsr) && statSync(inUsr).ino === statSync(`/${name}`).ino;
    return merged ? ["--symlink", `usr/${name}`, `/${name}`] : ["--ro-bind", `/${name}`, `/${name}`];
  });
  return ["--ro-bind", "/usr", "/usr", ...links];
}
/** Per process, but for `nproc`, which the kernel counts a user namespace (since 5.14) and so per sandbox. */
function limitArguments({ limits, showsPrograms }: BubblewrapSpec): string[] {
  const pair = (name: string, value: number): string => `--${name}=${value}:${value}`;
  return [
    pair("nproc", limits.processes + RUNNER_PROCESSES),
    pair("fsize", limits.fileBytes),
    pair("data", limits.memoryBytes + (showsPrograms ? RESERVED_BY_PROGRAMS : RESERVED_BYTES)),
    pair("core", 0),
    pair("memlock", 65_536),
    "--nofile=1024:4096",
  ];
}
/** V8 reserves 512 MiB for code, and counts it as data, long before it uses any of it; a worker does so again. */
const RESERVED_BYTES = 1 << 30;
/** Bun, which coding CLIs are built with, reserves as much for several languages at once. What is used is watched all the same. */
const RESERVED_BY_PROGRAMS = 6 * 1024 ** 3;
/** Folders of programs, for PATH: the toolchains' first, since they are what the person uses. */
export function pathInside(toolchains: readonly string[]): string {
  const bins = toolchains.flatMap((root) => [
    path.join(root, "bin"),
    ...(path.basename(root) === "toolchains" ? readdirSync(root).map((name) => path.join(root, name, "bin")) : []),
  ]);
  const present = bins.filter((folder) => existsSync(folder));
  return [...present, INSIDE.node.replace(/\/node$/, "/bin"), "/usr/local/bin", "/usr/bin", "/bin", "/usr/sbin"].join(
    ":",
  );
}
