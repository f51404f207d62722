/**
 * The system calls a sandboxed program may make; all others answer EPERM (clone3 and io_uring ENOSYS, so that libraries
 * fall back). Compared with Docker's own profile: no ptrace or reading of other processes' memory, no new namespaces,
 * no keyrings, no io_uring, no BPF, no device nodes, and only UNIX, INET, INET6 and route-netlink sockets. No process
 * can send SIGSTOP: it would stop the runner, which keeps deadlines and ends the sandbox when the host is gone. A
 * terminal's Ctrl-Z and SIGTSTP stop programs as ever; `kill -STOP` and what asks for the same answer EPERM.
 */
const ALLOWED_CALLS: readonly string[] = (
  "_llseek _newselect accept accept4 access adjtimex alarm bind brk capget capset chdir chmod chown chown32 " +
  "clock_adjtime clock_adjtime64 clock_getres clock_getres_time64 clock_gettime clock_gettime64 clock_nanosleep " +
  "clock_nanosleep_time64 close close_range connect copy_file_range creat dup dup2 dup3 epoll_create " +
  "epoll_create1 epoll_ctl epoll_ctl_old epoll_pwait epoll_pwait2 epoll_wait epoll_wait_old eventfd eventfd2 " +
  "execve execveat exit exit_group faccessat faccessat2 fadvise64 fadvise64_64 fallocate fchdir fchmod fchmodat " +
  "fchmodat2 fchown fchown32 fchownat fdatasync fgetxattr flistxattr flock fork fremovexattr " +
  "fsetxattr fstat fstat64 fstatat64 fstatfs fstatfs64 fsync ftruncate ftruncate64 futex futex_time64 futex_waitv " +
  "futimesat get_robust_list get_thread_area getcpu getcwd getdents getdents64 getegid getegid32 geteuid " +
  "geteuid32 getgid getgid32 getgroups getgroups32 getitimer getpeername getpgid getpgrp getpid getppid " +
  "getpriority getrandom getresgid getresgid32 getresuid getresuid32 getrlimit getrusage getsid getsockname " +
  "getsockopt gettid gettimeofday getuid getuid32 getxattr inotify_add_watch inotify_init inotify_init1 " +
  "inotify_rm_watch io_cancel io_destroy io_getevents io_pgetevents io_pgetevents_time64 io_setup io_submit ioctl " +
  "ioprio_get ioprio_set ipc landlock_add_rule landlock_create_ruleset landlock_restrict_self lchown " +
  "lchown32 lgetxattr link linkat listen listxattr llistxattr lremovexattr lseek lsetxattr lstat lstat64 madvise " +
  "membarrier memfd_create mincore mkdir mkdirat mlock mlock2 mmap mmap2 mprotect mq_getsetattr mq_notify mq_open " +
  "mq_timedreceive mq_timedreceive_time64 mq_timedsend mq_timedsend_time64 mq_unlink mremap msgctl msgget msgrcv " +
  "msgsnd msync munlock munlockall munmap nanosleep newfstatat open openat openat2 pause pidfd_open " +
  "pipe pipe2 poll ppoll ppoll_time64 prctl pread64 preadv preadv2 prlimit64 process_mrelease " +
  "pselect6 pselect6_time64 pwrite64 pwritev pwritev2 read readahead readlink readlinkat readv recv recvfrom " +
  "recvmmsg recvmmsg_time64 recvmsg removexattr rename renameat renameat2 restart_syscall rmdir rseq rt_sigaction " +
  "rt_sigpending rt_sigprocmask rt_sigreturn rt_sigsuspend rt_sigtimedwait rt_sigtimedwait_time64 " +
  "sched_get_priority_max sched_get_priority_min sched_getaffinity sched_getattr sched_getparam " +
  "sched_getscheduler sched_rr_get_interval sched_rr_get_interval_time64 sched_setaffinity sched_setattr " +
  "sched_setparam sched_setscheduler sched_yield seccomp select semctl semget semop semtimedop semtimedop_time64 " +
  "send sendfile sendfile64 sendmmsg sendmsg sendto set_robust_list set_thread_area set_tid_address setfsgid " +
  "setfsgid32 setfsuid setfsuid32 setgid setgid32 setgroups setgroups32 setitimer setpgid setpriority setregid " +
  "setregid32 setresgid setresgid32 setresuid setresuid32 setreuid setreuid32 setrlimit setsid setsockopt setuid " +
  "setuid32 setxattr shmat shmctl shmdt shmget shutdown sigaltstack signalfd signalfd4 sigprocmask sigreturn " +
  "socketpair splice stat stat64 statfs statfs64 statx symlink symlinkat sync sync_file_range syncfs sysinfo tee " +
  "time timer_create timer_delete timer_getoverrun timer_gettime timer_gettime64 timer_settime " +
  "timer_settime64 timerfd_create timerfd_gettime timerfd_gettime64 timerfd_settime timerfd_settime64 times " +
  "truncate truncate64 ugetrlimit umask uname unlink unlinkat utime utimensat utimensat_time64 utimes vfork wait4 " +
  "waitid waitpid write writev"
).split(" ");

const ENOSYS = 38;
/** Flags of clone(2) that make namespaces. */
export const NAMESPACE_FLAGS = 0x7e020000;
/** Calls that send a signal of the caller's choice, and the place of its number among their arguments. */
export const SIGNAL_CALLS = [
  ["kill", 1],
  ["tkill", 1],
  ["tgkill", 2],
  ["rt_sigqueueinfo", 1],
  ["rt_tgsigqueueinfo", 2],
  ["pidfd_send_signal", 1],
] as const;
export const SIGSTOP = 19;
/** Would choose which signal tells the owner of a file, which may be any process of the same user, that it is ready. */
export const F_SETSIG = 10;
const SIGNAL_BITS = 7; // numbers up to 64
const COMMAND_BITS = 11; // of fcntl; Linux's own begin at 1024
const FILE_TYPE_MASK = 0o170000;
const MAKEABLE_FILES = [0, 0o010000, 0o100000, 0o140000]; // no type given, FIFO, file, socket: no devices
const PERSONALITIES = [0, 8, 0xffffffff]; // Linux, 32-bit Linux, asking which
type Argument = { readonly index: number; readonly value: number; readonly valueTwo: number; readonly op: string };
/** Docker's seccomp profile format. Arguments of a rule must all hold. */
export type SeccompProfile = {
  readonly defaultAction: string;
  readonly defaultErrnoRet: number;
  readonly architectures: readonly string[];
  readonly syscalls: readonly SeccompRule[];
};
type SeccompRule = {
  readonly names: readonly string[];
  readonly action: string;
  readonly args?: readonly Argument[];
  readonly errnoRet?: number;
};

/** The profile for one architecture, in Node's word for it. */
export function seccompProfile(architecture: string): SeccompProfile {
  const allow = (name: string, args: readonly Argument[]): SeccompRule => ({
    names: [name],
    action: "SCMP_ACT_ALLOW",
    args,
  });
  const equal = (index: number, value: number): Argument => ({ index, value, valueTwo: 0, op: "SCMP_CMP_EQ" });
  const masked = (index: number, mask: number, value: number): Argument => ({
    index,
    value: mask,
    valueTwo: value,
    op: "SCMP_CMP_MASKED_EQ",
  });
  // The kernel reads 32 bits of what a comparison takes for 64, so "not equal" and "greater" could be passed by the others:
  // what may pass differs in one of the low bits. What has strange high bits and the same low ones is refused with it.
  const allowUnless = (name: string, index: number, value: number, bits: number): SeccompRule[] =>
    Array.from({ length: bits }, (_, bit) => allow(name, [masked(index, 1 << bit, ~value & (1 << bit))]));
  const refuse = (names: readonly string[]): SeccompRule => ({ names, action: "SCMP_ACT_ERRNO", errnoRet: ENOSYS });
  return {
    defaultAction: "SCMP_ACT_ERRNO",
    defaultErrnoRet: 1,
    architectures: [architecture === "arm64" ? "SCMP_ARCH_AARCH64" : "SCMP_ARCH_X86_64"],
    syscalls: [
      { names: [...ALLOWED_CALLS, ...(architecture === "x64" ? ["arch_prctl"] : [])], action: "SCMP_ACT_ALLOW" },
      allow("clone", [masked(0, NAMESPACE_FLAGS, 0)]),
      ...SIGNAL_CALLS.flatMap(([name, index]) => allowUnless(name, index, SIGSTOP, SIGNAL_BITS)),
      ...allowUnless("fcntl", 1, F_SETSIG, COMMAND_BITS),
      refuse(["clone3"]),
      refuse(["io_uring_setup", "io_uring_enter", "io_uring_register"]),
      ...PERSONALITIES.map((value) => allow("personality", [equal(0, value)])),
      ...[1, 2, 10].map((family) => allow("socket", [equal(0, family)])),
      allow("socket", [equal(0, 16), equal(2, 0)]),
      ...MAKEABLE_FILES.map((type) => allow("mknod", [masked(1, FILE_TYPE_MASK, type)])),
      ...MAKEABLE_FILES.map((type) => allow("mknodat", [masked(2, FILE_TYPE_MASK, type)])),
    ],
  };
}
