import { readFileSync } from "node:fs";
import { z } from "zod";
import type { EscapeAttempt } from "../../core/ports/health.ts";

/** The program that tries to get out; it prints a line for each attempt. */
export function escapeProgram(): string {
  return readFileSync(new URL("./escape.py", import.meta.url), "utf8");
}
const line = z.object({ name: z.string(), said: z.string() });

/** What each attempt of the program is, in words for people. One that is not here is told by its own name. */
const NAMES: Readonly<Record<string, string>> = {
  mount_tmpfs: "mount a file system",
  remount_writable: "make the root writable",
  bind_root: "bind the root elsewhere",
  fsopen: "mount by the newer calls",
  open_tree: "copy the tree of mounts",
  pivot_root: "exchange the root",
  unmask: "unmount what masks /proc",
  unshare_user: "make a user namespace",
  unshare_mounts: "make a mount namespace",
  unshare_network: "make a network namespace",
  clone_user: "make a user namespace by clone",
  clone3_user: "make a user namespace by clone3",
  join_namespaces_of_1: "join namespaces by setns",
  change_root: "chroot",
  device_node: "make a device node of a disk",
  disks: "open the host's disks",
  kernel_memory: "read the kernel's memory",
  kernel_log: "read the kernel's log",
  trace_parent: "trace another process",
  trace_me: "ask to be traced",
  read_parent_memory: "read another process's memory",
  take_parents_file: "take another process's open file",
  runner_memory: "open the runner's memory or streams",
  stop_the_runner: "stop the runner",
  runner_debugger: "open the runner's debugger",
  init_memory: "open the memory of its own init",
  compare_kernel_objects: "compare kernel pointers by kcmp",
  keyring: "use the kernel's keyrings",
  bpf: "load a BPF map",
  performance_counters: "open performance counters",
  io_uring: "set up io_uring",
  page_faults: "handle page faults by userfaultfd",
  kernel_module: "load a kernel module",
  other_kernel: "load another kernel",
  restart_machine: "reach the machine's restart",
  swap_on: "switch swap on",
  handle_of_root: "open the host's root by a file handle",
  set_clock: "set the clock",
  set_host_name: "set the host's name",
  other_machine_words: "mount by 32-bit calls",
  become_root: "become user 0",
  join_group_0: "join group 0",
  take_capabilities: "take capabilities",
  set_user_id_programs: "run set-user-id programs of root",
  own_set_user_id: "make a set-user-id program of root",
  raw_socket: "open a raw socket",
  packet_socket: "open a packet socket",
  virtual_machine_socket: "open a socket to the hypervisor",
  crypto_socket: "open a socket to the kernel's ciphers",
  netfilter_socket: "open a socket to the firewall",
  engine_sockets: "reach a container engine's socket",
  overwrite_program: "overwrite the program that started it",
  leaked_folders: "use a folder left open by the engine",
  cgroup_release: "have the host run a program by cgroups",
  kernel_settings: "change the kernel's settings",
  read_only_places: "write beside its own places",
  our_own_files: "write to files that the host has mounted",
  planted_link: "read through a link that leads out",
  walk_up: "walk up out of the workspace",
  hard_link: "hard-link a file from outside",
  host_processes: "see the host's processes",
  signal_host: "signal the host's process",
  names: "resolve a name",
  raise_limits: "raise its own limits",
  big_file: "write a file beyond the limit",
  files_without_end: "make files without end in /tmp",
  fill_tmp: "fill /tmp beyond its size",
  fill_home: "fill the home beyond its size",
  processes_without_end: "start processes without end",
};
const INIT = "it runs as the same user with the same rights, and knows no key";
/** What a kind of sandbox does not claim to stop, and why. */
const NOT_CLAIMED: Readonly<Record<"docker" | "bubblewrap", Readonly<Record<string, string>>>> = {
  docker: { init_memory: INIT },
  bubblewrap: {
    init_memory: INIT,
    files_without_end: "bubblewrap cannot limit how many files its temporary places hold; their size is limited",
  },
};

/** @param output what the program printed: what it got through with begins with "done" */
export function judgeAttempts(output: string, kind: "docker" | "bubblewrap"): EscapeAttempt[] {
  const lines = output.split("\n").filter((text) => text.startsWith("{"));
  return lines.map((text) => {
    const { name, said } = line.parse(JSON.parse(text));
    const words = NAMES[name] ?? name.replace("connect:", "connect to ");
    const isThrough = said.startsWith("done");
    const excuse = NOT_CLAIMED[kind][name];
    if (isThrough && excuse !== undefined) return { name: words, happened: `${said}; ${excuse}`, held: null };
    return { name: words, happened: said, held: said === "no answer" ? null : !isThrough };
  });
}
/** Those that were to be tried and are not in the output: the program was ended before. */
export function missingAttempts(output: string): string[] {
  return Object.entries(NAMES)
    .filter(([name]) => !output.includes(`"${name}"`))
    .map(([, words]) => words);
}
