// Runs inside the sandbox, handed to Node as `--eval` text: no imports but Node's own, no files of ours beside it.
// It answers one host over stdin and stdout. When stdin ends the host is gone, and so is this process and with it the
// whole sandbox. Every frame carries a MAC under a key that only the first frame tells: what runs in here has the same
// uid and may manage to write into these streams, but it cannot answer in the runner's name.
//
// frame   := length:u32be  mac:32 bytes  payload            mac = HMAC-SHA256(key, direction:1 sequence:u64be payload)
// payload := headerLength:u32be  header:JSON  body:bytes
import { spawn } from "node:child_process";
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";

const WORKSPACE = "/workspace";
const MAX_FRAME = 72 * 1024 * 1024;
const QUIET_MS = 40;
const DRAIN_MS = 1000;
let key = Buffer.alloc(32);
let sent = 0n;
let received = 0n;
let session;
const calls = new Map(); // id → call; ended ones stay while their background processes may live
const pausedOutputs = new Set();

function mac(direction, sequence, payload) {
  const prefix = Buffer.alloc(9);
  prefix.writeUInt8(direction, 0);
  prefix.writeBigUInt64BE(sequence, 1);
  return createHmac("sha256", key).update(prefix).update(payload).digest();
}
function send(header, body = Buffer.alloc(0)) {
  const text = Buffer.from(JSON.stringify(header));
  const head = Buffer.alloc(4);
  head.writeUInt32BE(text.length, 0);
  const payload = Buffer.concat([head, text, body]);
  const start = Buffer.alloc(4);
  start.writeUInt32BE(payload.length, 0);
  return process.stdout.write(Buffer.concat([start, mac(1, sent++, payload), payload]));
}

// ---- processes

/** One line of /proc/<pid>/stat: the name may hold spaces and parentheses, so fields are counted from the last `)`. */
function processInfo(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "latin1");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state, parent, group, inSession] = fields;
    const numbers = { parent: +parent, group: +group, session: +inSession, threads: +fields[17], started: +fields[19] };
    return { pid, state, ...numbers };
  } catch {
    return undefined;
  }
}
function otherProcesses() {
  const all = [];
  for (const name of fs.readdirSync("/proc")) {
    const pid = Number(name);
    if (!(pid > 1) || pid === process.pid) continue;
    const info = processInfo(pid);
    if (info !== undefined && info.state !== "Z") all.push(info);
  }
  return all;
}
function markOf(pid) {
  try {
    const environment = fs.readFileSync(`/proc/${pid}/environ`, "latin1");
    return /(?:^|\0)SPARKS_CALL=([0-9a-z]+)/.exec(environment)?.[1];
  } catch {
    return undefined;
  }
}
/** Whose process it is: by its environment, its session, or an ancestor; undefined when it hid all three. */
function callOf(info, byPid) {
  for (let at = info, depth = 0; at !== undefined && depth < 512; at = byPid.get(at.parent), depth++) {
    for (const call of calls.values()) if (at.session === call.pid || at.group === call.pid) return call;
    const mark = markOf(at.pid);
    if (mark !== undefined) for (const call of calls.values()) if (call.mark === mark) return call;
  }
  return undefined;
}
function kill(pid) {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // it is gone, which is what was wanted
  }
}
/**
 * Kills all that descends from a call, whatever session or name it took: first its group, then whatever started after it
 * and belongs to no other call, until a look finds nothing. When it is alone, one kill(-1) does it, which no fork outruns.
 */
function killCall(call) {
  if (call.pid === undefined) return;
  kill(-call.pid);
  for (let pass = 0; pass < 50; pass++) {
    const all = otherProcesses();
    const byPid = new Map(all.map((info) => [info.pid, info]));
    let others = false;
    const doomed = [];
    for (const info of all) {
      const owner = callOf(info, byPid);
      if (owner === call || (owner === undefined && info.started >= call.startTicks)) doomed.push(info.pid);
      else others = true;
    }
    if (doomed.length === 0) return;
    if (!others) kill(-1);
    else for (const pid of doomed) kill(pid);
    // On a busy machine what was killed still shows until it has had its turn.
    if (pass > 2) pause(Math.min(pass, 20));
  }
  kill(-1);
}
function pause(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
function outOfMemoryKills() {
  for (const file of ["/sys/fs/cgroup/memory.events", "/sys/fs/cgroup/memory/memory.oom_control"]) {
    try {
      return Number(/^oom_kill (\d+)$/m.exec(fs.readFileSync(file, "latin1"))?.[1] ?? 0);
    } catch {
      // the other version of cgroups, or none
    }
  }
  return 0;
}
/** Where no cgroup limits memory: adds up what all processes hold and ends the call that holds most. */
function watchMemory() {
  const byCall = new Map();
  const all = otherProcesses();
  const byPid = new Map(all.map((info) => [info.pid, info]));
  let total = 0;
  for (const info of all) {
    const bytes = ownMemory(info.pid);
    const call = bytes > 4e6 ? callOf(info, byPid) : undefined;
    total += bytes;
    if (call !== undefined) byCall.set(call, (byCall.get(call) ?? 0) + bytes);
  }
  if (total <= session.watchMemoryBytes) return;
  const [worst] = [...byCall].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (worst === undefined) return kill(-1);
  worst.ending ??= { kind: "out-of-memory" };
  killCall(worst);
}
const FULL_SHARE = 0.9;
const FULL_LOOKS = 20;
const LOOK_MS = 250;
let fullLooks = 0;
/**
 * A program that keeps the sandbox full of processes gets nowhere, and lets nothing else get anywhere: after five seconds of it (those
 * in which it was not full count against it) the call that has most of them is ended. The kernel counts threads as processes.
 */
function watchProcesses() {
  const all = otherProcesses();
  const threads = all.reduce((sum, info) => sum + info.threads, 0);
  fullLooks = Math.max(0, fullLooks + (threads >= FULL_SHARE * session.watchProcesses ? 1 : -1));
  if (fullLooks < FULL_LOOKS) return;
  fullLooks = 0;
  const byPid = new Map(all.map((info) => [info.pid, info]));
  const byCall = new Map([...calls.values()].map((call) => [call, 0]));
  for (const info of all) {
    const call = callOf(info, byPid);
    if (call !== undefined) byCall.set(call, byCall.get(call) + info.threads);
  }
  const [worst] = [...byCall].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (worst === undefined) return kill(-1);
  worst.ending ??= { kind: "too-many-processes" };
  killCall(worst);
}
const DELETED_LOOK_MS = 1000;
/**
 * What was deleted and is still open takes of the disk where no look at the folder finds it. Too much of it ends the sandbox.
 * Not seen is what is only mapped or waits in a socket, and what a process holds that lets nobody look into it.
 */
function watchDeleted() {
  const began = performance.now();
  if (deletedBytes() > session.watchDeletedBytes) send({ t: "deleted-too-much", bytes: session.watchDeletedBytes });
  // Whoever holds very many files makes the look long; it takes a tenth of the time at most.
  setTimeout(watchDeleted, Math.max(DELETED_LOOK_MS, 9 * (performance.now() - began)));
}
function deletedBytes() {
  const { dev } = fs.statSync(WORKSPACE);
  const byFile = new Map(); // several may have one open
  for (const { pid } of otherProcesses())
    for (const stat of openFiles(pid))
      if (stat.nlink === 0 && stat.dev === dev) byFile.set(stat.ino, stat.blocks * 512);
  return [...byFile.values()].reduce((sum, bytes) => sum + bytes, 0);
}
/** Those that may be looked at. */
function* openFiles(pid) {
  try {
    for (const name of fs.readdirSync(`/proc/${pid}/fd`)) {
      const stat = fs.statSync(`/proc/${pid}/fd/${name}`, { throwIfNoEntry: false });
      if (stat !== undefined) yield stat;
    }
  } catch {
    // it ended, or hides
  }
}
/** Anonymous memory in bytes; what forked processes share is counted once where the kernel tells (Pss). */
function ownMemory(pid) {
  try {
    const [, resident, shared] = fs.readFileSync(`/proc/${pid}/statm`, "latin1").split(" ");
    const anonymous = (resident - shared) * 4096;
    if (anonymous < 64e6) return anonymous;
    const rollup = fs.readFileSync(`/proc/${pid}/smaps_rollup`, "latin1");
    return Number(/^Pss_Anon:\s+(\d+) kB/m.exec(rollup)?.[1] ?? anonymous / 1024) * 1024;
  } catch {
    return 0;
  }
}

// ---- running

function notStarted(id, reason) {
  send({ t: "end", id, kind: "not-started", reason });
}
function folderOf(cwd) {
  const found = resolveInside(cwd ?? ".");
  if (found.why !== undefined) return found;
  return fs.statSync(found.real).isDirectory() ? found : { why: "not-a-folder" };
}
function startCall({ id, argv, cwd, env, timeoutMs, open }, stdin) {
  const folder = folderOf(cwd);
  if (folder.why !== undefined) return notStarted(id, `the folder ${JSON.stringify(cwd)} is refused: ${folder.why}`);
  const mark = randomBytes(12).toString("hex");
  const startTicks = processInfo(process.pid) === undefined ? 0 : Math.floor(uptimeTicks()) - 1;
  let child;
  try {
    const environment = { ...session.env, ...env, SPARKS_CALL: mark };
    child = spawn(argv[0], argv.slice(1), { cwd: folder.real, env: environment, detached: true, stdio: "pipe" });
  } catch (error) {
    return notStarted(id, error.message);
  }
  const call = { id, mark, startTicks, pid: child.pid, oomBefore: outOfMemoryKills(), lastDataAt: 0, open: 2 };
  child.on("error", (error) => {
    if (call.pid !== undefined) return;
    calls.delete(id);
    notStarted(id, reasonOf(error, argv[0]));
  });
  if (call.pid === undefined) return;
  calls.set(id, call);
  preferAsVictim(call.pid);
  follow(call, child, timeoutMs);
  child.stdin.on("error", () => {}); // a program may end without reading its input
  if (!open) return child.stdin.end(stdin);
  call.stdin = child.stdin;
}
/** Says when the program took what it was sent; the host sends no more before, so nothing piles up here. */
function feedCall({ id, last }, body) {
  const call = calls.get(id);
  if (call?.stdin === undefined || call.done) return;
  if (last) return call.stdin.end();
  call.stdin.write(body, () => send({ t: "fed", id }));
}
function reasonOf(error, program) {
  const known = {
    ENOENT: "no such program",
    EACCES: "not executable",
    EAGAIN: "no more processes are allowed",
    E2BIG: "too many arguments",
  };
  return `${program}: ${known[error.code] ?? error.message}`;
}
function uptimeTicks() {
  return Number(fs.readFileSync("/proc/uptime", "latin1").split(" ")[0]) * 100; // USER_HZ is 100 on every Linux
}
/** When memory ends the kernel shall take a command, not the runner. */
function preferAsVictim(pid) {
  try {
    fs.writeFileSync(`/proc/${pid}/oom_score_adj`, "1000");
  } catch {
    // already gone, or a program that may not be looked into
  }
}
function follow(call, child, timeoutMs) {
  const timer = setTimeout(() => {
    call.ending ??= { kind: "timed-out" };
    killCall(call);
  }, timeoutMs);
  for (const [fd, stream] of [
    [1, child.stdout],
    [2, child.stderr],
  ]) {
    stream.on("data", (chunk) => {
      call.lastDataAt = Date.now();
      if (call.done) return; // a background process goes on writing after its call has ended
      if (!send({ t: "out", id: call.id, fd }, chunk)) {
        stream.pause();
        pausedOutputs.add(stream);
      }
    });
    stream.on("close", () => {
      call.open--;
      call.whenDrained?.();
    });
    stream.on("error", () => {});
  }
  child.once("exit", async (code, signal) => {
    clearTimeout(timer);
    if (call.ending !== undefined) killCall(call);
    await drained(call);
    call.done = true;
    send({ t: "end", id: call.id, ...endOf(call, code, signal) });
    if (call.open === 0) forgetWhenEmpty(call);
  });
}
/** Waits until both streams closed, or were silent for a moment because a background process holds them open. */
async function drained(call) {
  const until = Date.now() + DRAIN_MS;
  while (call.open > 0 && Date.now() < until) {
    await new Promise((resolve) => {
      const timer = setTimeout(resolve, QUIET_MS);
      call.whenDrained = () => {
        if (call.open > 0) return;
        clearTimeout(timer);
        resolve();
      };
    });
    if (pausedOutputs.size === 0 && Date.now() - call.lastDataAt >= QUIET_MS) return;
  }
}
function endOf(call, code, signal) {
  if (call.ending !== undefined) return call.ending;
  if ((signal === "SIGKILL" || code === 137) && outOfMemoryKills() > call.oomBefore) return { kind: "out-of-memory" };
  return signal === null ? { kind: "exited", code } : { kind: "signalled", signal };
}
function forgetWhenEmpty(call) {
  const all = otherProcesses();
  const byPid = new Map(all.map((info) => [info.pid, info]));
  if (!all.some((info) => callOf(info, byPid) === call)) calls.delete(call.id);
}

// ---- files

/** The real place of a path relative to the workspace, or why it is none of its. */
function resolveInside(relative) {
  if (relative.includes("\0") || path.isAbsolute(relative)) return { why: "outside" };
  const wanted = path.resolve(WORKSPACE, relative);
  if (!inside(wanted)) return { why: "outside" };
  try {
    const real = fs.realpathSync.native(wanted);
    return inside(real) ? { real } : { why: "outside" };
  } catch (error) {
    return { why: refusalOf(error), wanted };
  }
}
function inside(absolute) {
  return absolute === WORKSPACE || absolute.startsWith(`${WORKSPACE}/`);
}
function refusalOf(error) {
  if (["ENOENT", "ENOTDIR", "ELOOP", "ENAMETOOLONG"].includes(error.code)) return "missing";
  if (error.code === "EISDIR") return "folder";
  if (["ENXIO", "ENODEV", "EOPNOTSUPP"].includes(error.code)) return "not-a-file";
  if (["EACCES", "EPERM", "EROFS"].includes(error.code)) return "not-permitted";
  throw error;
}
function readWhole(fd, buffer, offset) {
  let filled = 0;
  while (filled < buffer.length) {
    const got = fs.readSync(fd, buffer, filled, buffer.length - filled, offset + filled);
    if (got === 0) break;
    filled += got;
  }
  return buffer.subarray(0, filled);
}
function readFile({ id, path: relative, offset, maxBytes }) {
  const refuse = (why) => send({ t: "read", id, why });
  const found = resolveInside(relative);
  if (found.why !== undefined) return refuse(found.why);
  let fd;
  try {
    // not blocking: a FIFO would wait for a writer for ever
    fd = fs.openSync(found.real, fs.constants.O_RDONLY | fs.constants.O_NOFOLLOW | fs.constants.O_NONBLOCK);
  } catch (error) {
    return refuse(refusalOf(error));
  }
  try {
    const stat = fs.fstatSync(fd);
    if (stat.isDirectory()) return refuse("folder");
    if (!stat.isFile()) return refuse("not-a-file");
    if (!inside(fs.readlinkSync(`/proc/self/fd/${fd}`).replace(/ \(deleted\)$/, ""))) return refuse("outside");
    const length = Math.max(0, Math.min(maxBytes, stat.size - offset));
    send({ t: "read", id, size: stat.size }, readWhole(fd, Buffer.alloc(length), offset));
  } finally {
    fs.closeSync(fd);
  }
}
/** The existing part of a path, its links resolved, with what is still to be made appended. */
function resolveToWrite(relative) {
  const found = resolveInside(relative);
  if (found.real !== undefined) return found;
  if (found.why !== "missing") return found;
  if (fs.lstatSync(found.wanted, { throwIfNoEntry: false })?.isSymbolicLink()) return { why: "outside" };
  const parent = path.dirname(found.wanted);
  if (parent === found.wanted || found.wanted === WORKSPACE) return { why: "missing" };
  const above = resolveToWrite(path.relative(WORKSPACE, parent) || ".");
  return above.why === undefined ? { real: path.join(above.real, path.basename(found.wanted)) } : above;
}
function locate({ id, path: relative }) {
  try {
    const { why, real } = resolveToWrite(relative);
    if (why !== undefined) return send({ t: "located", id, why });
    const stat = fs.lstatSync(real, { throwIfNoEntry: false });
    const entry = stat === undefined ? "nothing" : stat.isFile() ? "file" : stat.isDirectory() ? "folder" : "special";
    send({ t: "located", id, path: path.relative(WORKSPACE, real), entry });
  } catch (error) {
    send({ t: "located", id, why: refusalOf(error) });
  }
}
function writeFile({ id, path: relative }, body) {
  const refuse = (why) => send({ t: "written", id, why });
  let temporary;
  try {
    const target = resolveToWrite(relative);
    if (target.why !== undefined) return refuse(target.why);
    const before = fs.lstatSync(target.real, { throwIfNoEntry: false });
    if (before?.isDirectory()) return refuse("folder");
    if (before !== undefined && !before.isFile()) return refuse("not-a-file");
    if (before !== undefined) fs.accessSync(target.real, fs.constants.W_OK);
    fs.mkdirSync(path.dirname(target.real), { recursive: true });
    temporary = path.join(path.dirname(target.real), `.sparks-${randomBytes(8).toString("hex")}`);
    writeNew(temporary, body, before === undefined ? 0o644 : before.mode & 0o777);
    fs.renameSync(temporary, target.real);
    send({ t: "written", id, created: before === undefined });
  } catch (error) {
    if (temporary !== undefined) fs.rmSync(temporary, { force: true });
    if (error.code === "EFBIG") return refuse("too-large");
    if (["ENOSPC", "EDQUOT"].includes(error.code)) return refuse("no-space");
    if (error.code === "EEXIST") return refuse("missing"); // a file stands where a folder is needed
    refuse(refusalOf(error));
  }
}
function writeNew(file, body, mode) {
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = fs.constants;
  const fd = fs.openSync(file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode);
  try {
    let at = 0;
    while (at < body.length) at += fs.writeSync(fd, body, at);
    fs.fchmodSync(fd, mode);
  } finally {
    fs.closeSync(fd);
  }
}

// ---- the ways out, where there are any: to package registries, to a door

function forward(socketPath, port) {
  return new Promise((resolve, reject) => {
    const server = net.createServer({ allowHalfOpen: true }, (client) => {
      const upstream = net.connect({ path: socketPath, allowHalfOpen: true });
      client.pipe(upstream).pipe(client);
      const end = () => {
        client.destroy();
        upstream.destroy();
      };
      client.on("error", end);
      upstream.on("error", end);
    });
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server.address().port));
  });
}
function proxyEnvironment(port) {
  const url = `http://127.0.0.1:${port}`;
  const names = [
    "HTTP_PROXY",
    "HTTPS_PROXY",
    "http_proxy",
    "https_proxy",
    "ALL_PROXY",
    "npm_config_proxy",
    "npm_config_https_proxy",
    "CARGO_HTTP_PROXY",
  ];
  const none = "127.0.0.1,localhost,::1";
  return {
    ...Object.fromEntries(names.map((name) => [name, url])),
    NO_PROXY: none,
    no_proxy: none,
    npm_config_noproxy: none,
    NODE_USE_ENV_PROXY: "1",
  };
}

// ---- the conversation

async function begin(header) {
  key = Buffer.from(header.key, "hex");
  const { env, watchMemoryBytes, watchProcesses: most, watchDeletedBytes } = header;
  session = { env, watchMemoryBytes, watchProcesses: most, watchDeletedBytes };
  setTimeout(() => process.exit(0), header.wallClockMs);
  if (header.watchMemoryBytes !== null) setInterval(() => calls.size > 0 && watchMemory(), 50);
  setInterval(() => calls.size > 0 && watchProcesses(), LOOK_MS);
  setTimeout(watchDeleted, DELETED_LOOK_MS);
  if (header.egressSocket !== null) Object.assign(session.env, proxyEnvironment(await forward(header.egressSocket, 0)));
  if (header.door !== null) await forward(header.door.socket, header.door.port);
  send({ t: "ready" });
}
function handle(header, body) {
  if (session === undefined) return header.t === "hello" ? begin(header) : process.exit(3);
  if (header.t === "run") return orRefuse(header, () => startCall(header, body));
  if (header.t === "in") return feedCall(header, body);
  if (header.t === "locate") return orRefuse(header, () => locate(header));
  if (header.t === "read") return orRefuse(header, () => readFile(header));
  if (header.t === "write") return orRefuse(header, () => writeFile(header, body));
  if (header.t === "kill") {
    const call = calls.get(header.id);
    if (call === undefined || call.done) return;
    call.ending ??= { kind: "stopped" };
    return killCall(call);
  }
}
/** What the kernel answers in a way that nobody thought of is the end of one request, not of the sandbox. */
function orRefuse({ t, id }, act) {
  try {
    act();
  } catch (error) {
    if (t === "run") notStarted(id, error.message);
    else send({ t: { locate: "located", read: "read", write: "written" }[t], id, why: "not-permitted" });
  }
}
let waiting = [];
let waitingBytes = 0;
function take(bytes) {
  const all = waiting.length === 1 ? waiting[0] : Buffer.concat(waiting);
  waitingBytes = all.length - bytes;
  waiting = waitingBytes > 0 ? [all.subarray(bytes)] : [];
  return all.subarray(0, bytes);
}
function peekLength() {
  if (waiting.length > 1 && waiting[0].length < 4) waiting = [Buffer.concat(waiting)];
  return waiting[0].readUInt32BE(0);
}
function onFrame(frame) {
  const payload = frame.subarray(36);
  if (!timingSafeEqual(frame.subarray(4, 36), mac(0, received++, payload))) process.exit(4); // not from the host
  const headerEnd = 4 + payload.readUInt32BE(0);
  return handle(JSON.parse(payload.subarray(4, headerEnd).toString()), payload.subarray(headerEnd));
}
process.stdin.on("data", (chunk) => {
  waiting.push(chunk);
  waitingBytes += chunk.length;
  while (waitingBytes >= 36) {
    const length = peekLength();
    if (length > MAX_FRAME) process.exit(5);
    if (waitingBytes < 36 + length) return;
    void onFrame(take(36 + length));
  }
});
process.stdout.on("drain", () => {
  for (const stream of pausedOutputs) stream.resume();
  pausedOutputs.clear();
});
for (const gone of ["end", "close", "error"]) process.stdin.on(gone, () => process.exit(0));
process.stdout.on("error", () => process.exit(0));
// The stops that can be ignored; the one that cannot is refused by the filter of system calls.
for (const ignored of ["SIGPIPE", "SIGTSTP", "SIGTTIN", "SIGTTOU"]) process.on(ignored, () => {});
