# Runs inside a sandbox that is being tried, as text given to python3 -c with one argument: what the host has prepared,
# as JSON. Tries to get out in every way it knows and prints a JSON line each: what was tried, and what happened.
# What happened begins with "done" when it got through, is the name of an error when it was refused, and begins with
# "none" when there is nothing here to try it on. Each attempt is a process of its own, so that none can spoil the next.
import ctypes
import errno
import json
import os
import signal
import socket
import stat
import struct
import subprocess
import sys
import time

given = json.loads(sys.argv[1])
mark = bytes.fromhex(given["hostMark"])  # not as it is, or this very process would be found by it
libc = ctypes.CDLL(None, use_errno=True)
x64 = os.uname().machine == "x86_64"
CLONE_NEWNS, CLONE_NEWUSER, CLONE_NEWNET, CLONE_NEWPID = 0x20000, 0x10000000, 0x40000000, 0x20000000
# name: numbers on x86-64 and arm64 (the kernel's asm/unistd.h)
NUMBERS = {
    "mount": (165, 40), "fsopen": (430, 430), "open_tree": (428, 428), "pivot_root": (155, 41), "umount2": (166, 39),
    "unshare": (272, 97), "setns": (308, 268), "clone": (56, 220), "clone3": (435, 435), "chroot": (161, 51),
    "ptrace": (101, 117), "process_vm_readv": (310, 270), "pidfd_open": (434, 434), "pidfd_getfd": (438, 438),
    "kcmp": (312, 272), "add_key": (248, 217), "keyctl": (250, 219), "bpf": (321, 280), "perf_event_open": (298, 241),
    "io_uring_setup": (425, 425), "userfaultfd": (323, 282), "init_module": (175, 105), "finit_module": (313, 273),
    "kexec_load": (246, 104), "reboot": (169, 142), "swapon": (167, 224), "syslog": (103, 116),
    "open_by_handle_at": (304, 265), "clock_settime": (227, 112), "sethostname": (170, 161), "quotactl": (179, 60),
    "acct": (163, 89), "capset": (126, 91), "memfd_secret": (447, 447), "kill": (62, 129), "tkill": (200, 130),
    "tgkill": (234, 131), "rt_sigqueueinfo": (129, 138), "rt_tgsigqueueinfo": (297, 240), "pidfd_send_signal": (424, 424),
}


def call(name, *arguments):
    """Makes a system call. Raises OSError when the kernel refuses it."""
    number = NUMBERS[name][0 if x64 else 1]
    ctypes.set_errno(0)
    result = libc.syscall(ctypes.c_long(number), *[argument(one) for one in arguments])
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    return result


def argument(one):
    return ctypes.c_long(one) if isinstance(one, int) else one


def mount_tmpfs():
    call("mount", b"none", b"/tmp", b"tmpfs", 0, None)


def remount_writable():
    call("mount", b"none", b"/", None, 0x20 | 0x1000, None)  # MS_REMOUNT | MS_BIND


def bind_root():
    call("mount", b"/", b"/tmp", None, 0x1000, None)


def fsopen():
    call("fsopen", b"tmpfs", 0)


def open_tree():
    call("open_tree", -100, b"/", 1)


def pivot_root():
    call("pivot_root", b"/tmp", b"/tmp")


def unmask():
    call("umount2", b"/proc/kcore", 2)


def unshare_user():
    call("unshare", CLONE_NEWUSER)


def unshare_mounts():
    call("unshare", CLONE_NEWNS)


def unshare_network():
    call("unshare", CLONE_NEWNET)


def clone_user():
    if call("clone", CLONE_NEWUSER | signal.SIGCHLD, 0, 0, 0, 0) == 0:
        os._exit(0)


def clone3_user():
    arguments = ctypes.create_string_buffer(struct.pack("8Q", CLONE_NEWUSER, 0, 0, 0, signal.SIGCHLD, 0, 0, 0), 64)
    if call("clone3", arguments, 64) == 0:
        os._exit(0)


def join_namespaces_of_1():
    for name in ("mnt", "pid", "net", "user"):
        try:
            place = os.open("/proc/1/ns/" + name, os.O_RDONLY)
        except OSError:
            place = os.open("/proc/self/ns/" + name, os.O_RDONLY)
        call("setns", place, 0)


def device_node():
    os.mknod("/tmp/disk", stat.S_IFBLK | 0o600, os.makedev(8, 0))


def kernel_memory():
    return first_open(["/dev/mem", "/dev/kmem", "/dev/port", "/proc/kcore"], os.O_RDONLY, read=True)


def kernel_log():
    call("syslog", 3, ctypes.create_string_buffer(64), 64)


def disks():
    return first_open(["/dev/sda", "/dev/vda", "/dev/nvme0n1", "/dev/xvda", "/dev/dm-0", "/dev/loop0"], os.O_RDONLY)


def first_open(places, flags, read=False):
    refused = "none of it is here"
    for place in places:
        try:
            opened = os.open(place, flags)
            if not read or os.read(opened, 16):
                return "done: " + place
            refused = "empty"
        except OSError as error:
            if error.errno != errno.ENOENT:
                refused = errno.errorcode[error.errno]
    return refused


def trace_parent():
    call("ptrace", 0x4206, os.getppid(), 0, 0)  # PTRACE_SEIZE, which does not stop it


def trace_me():
    call("ptrace", 0, 0, 0, 0)


def read_parent_memory():
    buffer = ctypes.create_string_buffer(8)
    local = (ctypes.c_size_t * 2)(ctypes.addressof(buffer), 8)
    remote = (ctypes.c_size_t * 2)(ctypes.addressof(buffer), 8)
    call("process_vm_readv", os.getppid(), local, 1, remote, 1, 0)


def take_parents_file():
    call("pidfd_getfd", call("pidfd_open", os.getppid(), 0), 0, 0)


def runner():
    """The process that speaks with the host, by its arguments. Raises ProcessLookupError when it is not to be found."""
    for pid, words in processes():
        if b"--input-type=module" in words and words[0].endswith(b"/node"):
            return pid
    raise ProcessLookupError(errno.ESRCH, "no runner")


def runner_memory():
    return first_open(["/proc/%d/%s" % (runner(), name) for name in ("mem", "fd/0", "fd/1", "environ")], os.O_RDWR)


def stop_the_runner():
    """What is stopped keeps no deadline, and does not see that the host is gone."""
    pid, last = runner(), "it goes on"
    for sent in (signal.SIGTSTP, signal.SIGTTIN, signal.SIGTTOU, signal.SIGSTOP):
        for way in WAYS_TO_SIGNAL:
            try:
                way(pid, sent)
            except OSError as error:
                last = errno.errorcode[error.errno]
            time.sleep(0.02)
            stopped = open("/proc/%d/stat" % pid).read().rsplit(")", 1)[1].split()[0] == "T"
            os.kill(pid, signal.SIGCONT)
            if stopped:
                return "done: by %s and signal %d" % (way.__name__, sent)
    return last


def by_kill(pid, sent):
    call("kill", pid, sent)


def by_kill_in_more_bits(pid, sent):
    call("kill", pid, sent | 1 << 32)


def by_tkill(pid, sent):
    call("tkill", pid, sent)


def by_tgkill(pid, sent):
    call("tgkill", pid, pid, sent)


def by_rt_sigqueueinfo(pid, sent):
    call("rt_sigqueueinfo", pid, sent, signal_info(sent))


def by_rt_tgsigqueueinfo(pid, sent):
    call("rt_tgsigqueueinfo", pid, pid, sent, signal_info(sent))


def by_pidfd(pid, sent):
    call("pidfd_send_signal", call("pidfd_open", pid, 0), sent, None, 0)


def by_a_files_owner(pid, sent):
    """A file can tell another process by any signal that there is something to read."""
    import fcntl

    mine, its = os.pipe()
    fcntl.fcntl(mine, fcntl.F_SETOWN, pid)
    fcntl.fcntl(mine, 10, int(sent))  # F_SETSIG
    fcntl.fcntl(mine, fcntl.F_SETFL, os.O_ASYNC | os.O_NONBLOCK)
    os.write(its, b"x")
    os.close(its)
    os.close(mine)


def signal_info(sent):
    return ctypes.create_string_buffer(struct.pack("3i", sent, 0, -1), 128)  # SI_QUEUE


WAYS_TO_SIGNAL = (
    by_kill, by_kill_in_more_bits, by_tkill, by_tgkill, by_rt_sigqueueinfo, by_rt_tgsigqueueinfo, by_pidfd, by_a_files_owner,
)


def runner_debugger():
    """Node opens its debugger when it is asked to by a signal."""
    os.kill(runner(), signal.SIGUSR1)
    time.sleep(0.5)
    connect(("127.0.0.1", 9229))


def init_memory():
    return first_open(["/proc/1/mem"], os.O_RDWR)


def processes():
    for pid in sorted(int(name) for name in os.listdir("/proc") if name.isdigit()):
        try:
            yield pid, open("/proc/%d/cmdline" % pid, "rb").read().split(b"\0")
        except OSError:
            pass


def compare_kernel_objects():
    call("kcmp", os.getpid(), os.getppid(), 0, 0, 0)


def keyring():
    call("add_key", b"user", b"sparks-probe", b"x", 1, -3)


def bpf():
    call("bpf", 0, ctypes.create_string_buffer(struct.pack("4I", 1, 4, 4, 1), 128), 128)


def performance_counters():
    call("perf_event_open", ctypes.create_string_buffer(struct.pack("2I", 1, 112), 112), 0, -1, -1, 0)


def io_uring():
    call("io_uring_setup", 1, ctypes.create_string_buffer(120))


def page_faults():
    call("userfaultfd", 0)


def kernel_module():
    call("init_module", b"x", 1, b"")


def other_kernel():
    call("kexec_load", 0, 0, None, 0)


def restart_machine():
    call("reboot", 0xFEE1DEAD, 672274793, 0x89ABCDEF, None)  # "Ctrl-Alt-Del stays off": harmless where it is allowed


def swap_on():
    call("swapon", b"/workspace/none", 0)


def handle_of_root():
    call("open_by_handle_at", -100, ctypes.create_string_buffer(struct.pack("Ii8s", 8, 1, b"\2"), 16), 0)


def set_clock():
    call("clock_settime", 0, ctypes.create_string_buffer(struct.pack("2q", int(time.time()), 0), 16))


def set_host_name():
    call("sethostname", b"sparks-probe", 12)


def change_root():
    call("chroot", b"/tmp")


def become_root():
    os.setresuid(0, 0, 0)


def join_group_0():
    os.setgroups([0])
    return "done: groups %s" % os.getgroups()


def take_capabilities():
    header = ctypes.create_string_buffer(struct.pack("Ii", 0x20080522, 0), 8)
    call("capset", header, ctypes.create_string_buffer(struct.pack("6I", *([0xFFFFFFFF] * 6)), 24))


def set_user_id_programs():
    """With no new privileges these run as whoever starts them. They wait for input, and show their user meanwhile."""
    names = ["su", "passwd", "chsh", "newgrp", "sudo", "pkexec", "gpasswd", "mount"]
    places = [os.path.join(folder, name) for folder in ("/usr/bin", "/bin") for name in names]
    found = [place for place in places if os.path.exists(place) and os.stat(place).st_mode & stat.S_ISUID]
    for place in found:
        quiet = subprocess.DEVNULL
        child = subprocess.Popen([place], stdin=subprocess.PIPE, stdout=quiet, stderr=quiet)
        time.sleep(0.05)
        status = open("/proc/%d/status" % child.pid).read()
        child.kill()
        if status.split("Uid:", 1)[1].split()[1] == "0":
            return "done: %s runs as 0" % place
    return "they run as us" if found else "none is here"


def own_set_user_id():
    """A program of ours that is marked so must not run as another either: its owner can only be us."""
    subprocess.run(["cp", "/usr/bin/id", "/tmp/id"], check=True)
    os.chmod("/tmp/id", 0o6755)
    os.chown("/tmp/id", 0, 0)


def raw_socket():
    socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP)


def packet_socket():
    socket.socket(17, socket.SOCK_RAW, 0)


def virtual_machine_socket():
    socket.socket(40, socket.SOCK_STREAM)


def crypto_socket():
    socket.socket(38, socket.SOCK_SEQPACKET)


def netfilter_socket():
    socket.socket(16, socket.SOCK_RAW, 12)


def engine_sockets():
    names = ["docker.sock", "podman/podman.sock", "containerd/containerd.sock", "crio/crio.sock", "dbus/system_bus_socket"]
    for place in [folder + name for folder in ("/run/", "/var/run/") for name in names]:
        try:
            socket.socket(socket.AF_UNIX).connect(place)
            return "done: " + place
        except OSError:
            pass
    return "none of them is here"


def overwrite_program():
    """As CVE-2019-5736 did with the engine's own."""
    for place in ("/proc/1/exe", "/proc/self/exe"):
        os.open(place, os.O_WRONLY)


def leaked_folders():
    """As CVE-2024-21626 did: a file descriptor that is a folder of the host."""
    for name in os.listdir("/proc/self/fd"):
        try:
            if stat.S_ISDIR(os.fstat(int(name)).st_mode):
                target = os.readlink("/proc/self/fd/" + name)
                if not target.startswith("/proc"):
                    return "done: %s" % target
        except OSError:
            pass
    return "none was left open"


def cgroup_release():
    root = "/sys/fs/cgroup"
    for place in [root] + [os.path.join(root, name) for name in os.listdir(root)]:
        for act in (lambda: os.mkdir(place + "/probe"), lambda: os.open(place + "/release_agent", os.O_WRONLY)):
            try:
                act()
                return "done: " + place
            except OSError as error:
                last = errno.errorcode[error.errno]
    return last


def kernel_settings():
    places = ["/proc/sys/kernel/core_pattern", "/proc/sys/kernel/modprobe", "/proc/sysrq-trigger", "/proc/sys/vm/panic_on_oom"]
    return first_open(places + ["/sys/kernel/uevent_helper", "/sys/power/state"], os.O_WRONLY)


def read_only_places():
    for place in ("/probe", "/etc/probe", "/usr/bin/probe", "/run/sparks/probe", "/proc/probe", "/sys/probe", "/dev/probe"):
        try:
            os.close(os.open(place, os.O_CREAT | os.O_WRONLY))
            if place != "/dev/probe":
                return "done: " + place
        except OSError as error:
            last = errno.errorcode[error.errno]
    return last


def our_own_files():
    return first_open(["/run/sparks/hosts", "/etc/hosts", "/etc/passwd", "/opt/sparks/node"], os.O_RDWR)


def planted_link():
    """The host has put a link in the workspace that leads to a secret beside it."""
    return "done" if given["secret"] in open("/workspace/planted").read() else "empty"


def walk_up():
    for steps in range(1, 12):
        place = "/workspace/" + "../" * steps + given["secretPath"].lstrip("/")
        if os.path.exists(place) and given["secret"] in open(place).read():
            return "done: " + place
    return first_open(["/proc/1/root" + given["secretPath"], "/proc/self/root" + given["secretPath"]], os.O_RDONLY)


def hard_link():
    for source in ("/etc/passwd", "/etc/hosts", "/run/sparks/hosts"):
        os.link(source, "/workspace/hard")


def host_processes():
    seen = [name for name in os.listdir("/proc") if name.isdigit()]
    for pid in seen:
        try:
            if mark in open("/proc/%s/cmdline" % pid, "rb").read():
                return "done: process %s of the host is seen" % pid
        except OSError:
            pass
    return "only its own %d are seen" % len(seen)


def signal_host():
    os.kill(given["hostPid"], 0)
    try:
        words = open("/proc/%d/cmdline" % given["hostPid"], "rb").read()
    except OSError:
        words = b""
    return "done" if mark in words else "that number is a process of its own here"


def connect(address, family=socket.AF_INET):
    one = socket.socket(family, socket.SOCK_STREAM)
    one.settimeout(2)
    one.connect(address)


def datagram(address):
    one = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    one.connect(address)
    one.send(b"\0\1\1\0\0\1\0\0\0\0\0\0\7example\3com\0\0\1\0\1")


def names():
    socket.getaddrinfo("example.com", 443)


def files_without_end():
    folder = "/tmp/many"
    os.mkdir(folder)
    count = 0
    try:
        while count < given["files"]:
            os.close(os.open("%s/%d" % (folder, count), os.O_CREAT | os.O_WRONLY))
            count += 1
    except OSError as error:
        return "%s after %d" % (errno.errorcode[error.errno], count)
    finally:
        subprocess.run(["rm", "-rf", folder], check=False)
    return "done: %d files" % count


def fill_tmp():
    return fill("/tmp", given["tmpBytes"])


def fill_home():
    return fill(os.path.expanduser("~"), given["homeBytes"])


def fill(folder, limit):
    block, written, number = b"x" * (1 << 20), 0, 0
    places = []
    try:
        while written <= limit + (8 << 20):
            number += 1
            places.append("%s/full%d" % (folder, number))
            with open(places[-1], "wb", buffering=0) as file:
                for _ in range(32):
                    written += file.write(block)
    except OSError as error:
        return "%s after %d MiB" % (errno.errorcode[error.errno], written >> 20)
    finally:
        for place in places:
            os.path.exists(place) and os.unlink(place)
    return "done: %d MiB" % (written >> 20)


def big_file():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with open("/workspace/big", "wb") as file:
        try:
            os.posix_fallocate(file.fileno(), 0, given["fileBytes"] + 4096)
            return "done"
        finally:
            os.unlink("/workspace/big")


def raise_limits():
    import resource

    for limit in (resource.RLIMIT_FSIZE, resource.RLIMIT_CORE, resource.RLIMIT_NOFILE, resource.RLIMIT_MEMLOCK):
        resource.setrlimit(limit, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def processes_without_end():
    """Children that wait, as many as may be."""
    children, refused = [], ""
    try:
        while len(children) < given["processes"] * 2 + 300:
            child = os.fork()
            if child == 0:
                signal.pause()
                os._exit(0)
            children.append(child)
    except OSError as error:
        refused = errno.errorcode[error.errno]
    for child in children:
        os.kill(child, signal.SIGKILL)
    for child in children:
        os.waitpid(child, 0)
    return "%s after %d" % (refused, len(children)) if refused else "done: %d processes" % len(children)


def other_machine_words():
    """The 32-bit calls of a 64-bit processor have other numbers, which a filter may have forgotten."""
    if not x64:
        return "none: only x86-64 has them"
    import mmap

    # mov eax, 21 (mount); xor ebx..; int 0x80; ret
    code = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    code.write(b"\x53\xb8\x15\x00\x00\x00\x31\xdb\x31\xc9\x31\xd2\x31\xf6\x31\xff\xcd\x80\x5b\xc3")
    function = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(code)))
    result = function()
    return "done" if result >= 0 else errno.errorcode.get(-result, str(result))


ATTEMPTS = {
    one.__name__: one
    for one in (
        mount_tmpfs, remount_writable, bind_root, fsopen, open_tree, pivot_root, unmask, unshare_user, unshare_mounts,
        unshare_network, clone_user, clone3_user, join_namespaces_of_1, change_root, device_node, disks, kernel_memory,
        kernel_log, trace_parent, trace_me, read_parent_memory, take_parents_file, runner_memory,
        stop_the_runner, runner_debugger, init_memory, compare_kernel_objects, keyring, bpf, performance_counters, io_uring, page_faults, kernel_module, other_kernel,
        restart_machine, swap_on, handle_of_root, set_clock, set_host_name, other_machine_words, become_root,
        join_group_0, take_capabilities, set_user_id_programs, own_set_user_id, raw_socket, packet_socket,
        virtual_machine_socket, crypto_socket, netfilter_socket, engine_sockets, overwrite_program, leaked_folders,
        cgroup_release, kernel_settings, read_only_places, our_own_files, planted_link, walk_up, hard_link,
        host_processes, signal_host, names, raise_limits, big_file, files_without_end, fill_tmp, fill_home,
        processes_without_end,
    )
}
for label, host, port in given["addresses"]:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    ATTEMPTS["connect:" + label] = lambda host=host, port=port, family=family: connect((host, port), family)
ATTEMPTS["connect:a DNS server, by UDP"] = lambda: datagram(("1.1.1.1", 53))
ATTEMPTS["connect:an abstract socket of the host"] = lambda: connect("\0" + given["abstract"], socket.AF_UNIX)


def attempt(act):
    """In a child: what it returns, or the name of its error; "no answer" after some seconds."""
    mine, its = socket.socketpair()
    child = os.fork()
    if child == 0:
        mine.close()
        try:
            said = act() or "done"
        except socket.gaierror as error:
            said = error.strerror
        except OSError as error:
            said = errno.errorcode.get(error.errno, type(error).__name__)
        except BaseException as error:
            said = "%s: %s" % (type(error).__name__, error)
        its.sendall(said.encode())
        its.close()
        os._exit(0)
    its.close()
    mine.settimeout(30)
    try:
        said = mine.recv(300).decode()
    except OSError:
        said = "no answer"
    os.kill(child, signal.SIGKILL)
    ended = os.waitpid(child, 0)[1]
    return said or "killed by signal %d" % os.WTERMSIG(ended) if os.WIFSIGNALED(ended) else said or "it ended"


for name, act in ATTEMPTS.items():
    print(json.dumps({"name": name, "said": attempt(act)}), flush=True)
