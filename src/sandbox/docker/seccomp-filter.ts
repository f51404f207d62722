import { F_SETSIG, NAMESPACE_FLAGS, SIGNAL_CALLS, SIGSTOP } from "./seccomp.ts";

/**
 * Numbers of the refused calls on x86-64 and arm64 (the kernel's asm/unistd.h). bubblewrap takes a compiled filter, and an
 * allow-list would need the numbers of all 300 others; what no build or test needs and what widens the kernel's face
 * is refused instead.
 */
const REFUSED: readonly (readonly [name: string, x64: number, arm64: number])[] = [
  ["ptrace", 101, 117],
  ["process_vm_readv", 310, 270],
  ["process_vm_writev", 311, 271],
  ["process_madvise", 440, 440],
  ["pidfd_getfd", 438, 438],
  ["kcmp", 312, 272],
  ["unshare", 272, 97],
  ["setns", 308, 268],
  ["mount", 165, 40],
  ["umount2", 166, 39],
  ["pivot_root", 155, 41],
  ["chroot", 161, 51],
  ["move_mount", 429, 429],
  ["open_tree", 428, 428],
  ["fsopen", 430, 430],
  ["fsconfig", 431, 431],
  ["fsmount", 432, 432],
  ["fspick", 433, 433],
  ["mount_setattr", 442, 442],
  ["add_key", 248, 217],
  ["request_key", 249, 218],
  ["keyctl", 250, 219],
  ["bpf", 321, 280],
  ["perf_event_open", 298, 241],
  ["userfaultfd", 323, 282],
  ["kexec_load", 246, 104],
  ["kexec_file_load", 320, 294],
  ["init_module", 175, 105],
  ["finit_module", 313, 273],
  ["delete_module", 176, 106],
  ["reboot", 169, 142],
  ["swapon", 167, 224],
  ["swapoff", 168, 225],
  ["acct", 163, 89],
  ["quotactl", 179, 60],
  ["open_by_handle_at", 304, 265],
  ["name_to_handle_at", 303, 264],
  ["syslog", 103, 116],
  ["settimeofday", 164, 170],
  ["clock_settime", 227, 112],
  ["sethostname", 170, 161],
  ["setdomainname", 171, 162],
  ["vhangup", 153, 58],
  ["lookup_dcookie", 212, 18],
  ["memfd_secret", 447, 447],
];
/** Refused with ENOSYS, so that libraries fall back to what can be looked into. */
const MISSING = { x64: [435, 425, 426, 427], arm64: [435, 425, 426, 427] }; // clone3, io_uring_*
const MACHINES = {
  x64: { audit: 0xc000003e, clone: 56, socket: 41, ioctl: 16, fcntl: 72 },
  arm64: { audit: 0xc00000b7, clone: 220, socket: 198, ioctl: 29, fcntl: 25 },
};
const SIGNALS = {
  x64: { kill: 62, tkill: 200, tgkill: 234, rt_sigqueueinfo: 129, rt_tgsigqueueinfo: 297, pidfd_send_signal: 424 },
  arm64: { kill: 129, tkill: 130, tgkill: 131, rt_sigqueueinfo: 138, rt_tgsigqueueinfo: 240, pidfd_send_signal: 424 },
};
const FAMILIES = [1, 2, 10]; // UNIX, INET, INET6
const NETLINK = 16; // its protocol 0 alone, which tells of interfaces: not audit, not netfilter
const TIOCSTI = 0x5412; // would type into the terminal of whoever started the bot
const X32_BIT = 0x40000000;

const ALLOW = 0x7fff0000;
const KILL = 0x80000000;
const errno = (code: number): number => 0x00050000 | code;
const EPERM = 1;
const ENOSYS = 38;
// offsets in struct seccomp_data, little-endian
const AT = { number: 0, audit: 4, argument: (index: number) => 16 + 8 * index };

type Instruction = readonly [code: number, jumpTrue: number, jumpFalse: number, value: number];
const load = (offset: number): Instruction => [0x20, 0, 0, offset];
const answer = (value: number): Instruction => [0x06, 0, 0, value];
const skipUnlessEqual = (value: number, skip: number): Instruction => [0x15, 0, skip, value];
const skipIfEqual = (value: number, skip: number): Instruction => [0x15, skip, 0, value];

/** Refuses a call when the low 32 bits of an argument, which are all that the kernel reads of a number, are a value. */
function refuseArgument(call: number, index: number, value: number): Instruction[] {
  return [
    skipUnlessEqual(call, 4),
    load(AT.argument(index)),
    skipUnlessEqual(value, 1),
    answer(errno(EPERM)),
    load(AT.number),
  ];
}

/** A classic BPF program as the kernel takes it (struct sock_filter[]); null for a processor that is not known. */
export function seccompFilter(architecture: string): Buffer | null {
  if (architecture !== "x64" && architecture !== "arm64") return null;
  const machine = MACHINES[architecture];
  const refused = REFUSED.map(([, x64, arm64]) => (architecture === "x64" ? x64 : arm64));
  const groups: Instruction[][] = [
    [load(AT.audit), skipIfEqual(machine.audit, 1), answer(KILL), load(AT.number)],
    [[0x35, 0, 1, X32_BIT] as const, answer(errno(ENOSYS))], // the other ABI of x86-64 has other numbers
    refused.flatMap((number) => [skipUnlessEqual(number, 1), answer(errno(EPERM))]),
    MISSING[architecture].flatMap((number) => [skipUnlessEqual(number, 1), answer(errno(ENOSYS))]),
    [skipUnlessEqual(machine.clone, 3), load(AT.argument(0))],
    [[0x45, 0, 1, NAMESPACE_FLAGS] as const, answer(errno(EPERM)), load(AT.number)],
    refuseArgument(machine.ioctl, 1, TIOCSTI),
    refuseArgument(machine.fcntl, 1, F_SETSIG),
    ...SIGNAL_CALLS.map(([name, index]) => refuseArgument(SIGNALS[architecture][name], index, SIGSTOP)),
    [skipUnlessEqual(machine.socket, FAMILIES.length + 5), load(AT.argument(0))],
    FAMILIES.map((family, index) => skipIfEqual(family, FAMILIES.length - index + 3)),
    [skipUnlessEqual(NETLINK, 2), load(AT.argument(2)), skipIfEqual(0, 1)],
    [answer(errno(EPERM)), answer(ALLOW)],
  ];
  const program = groups.flat();
  const bytes = Buffer.alloc(program.length * 8);
  program.forEach(([code, jumpTrue, jumpFalse, value], index) => {
    bytes.writeUInt16LE(code, index * 8);
    bytes.writeUInt8(jumpTrue, index * 8 + 2);
    bytes.writeUInt8(jumpFalse, index * 8 + 3);
    bytes.writeUInt32LE(value, index * 8 + 4);
  });
  return bytes;
}
