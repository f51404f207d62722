import { randomBytes } from "node:crypto";
import type { Readable, Writable } from "node:stream";
import { Fault } from "../core/fault.ts";
import type {
  Command,
  LocateResult,
  ReadResult,
  RunOptions,
  RunResult,
  SandboxSession,
  WriteResult,
} from "../core/ports/sandbox.ts";
import { type Capture, createCapture } from "./capture.ts";
import { type Answer, createFrameReader, createFrameWriter, type Ending, MAX_BODY_BYTES } from "./frames.ts";

/** A runner that was started, by whatever means, and the way to be rid of it. */
export type Link = {
  readonly id: string;
  readonly input: Writable;
  readonly output: Readable;
  /** Resolves with the reason once the sandbox has ended by itself. Never rejects. */
  readonly ended: Promise<string>;
  /** Kills everything and removes what is left. Called again when it threw, and harmless after it did not. */
  destroy(): Promise<void>;
};
/** What the runner is told first. */
export type Hello = {
  readonly env: Readonly<Record<string, string>>;
  readonly wallClockMs: number;
  /** The runner adds up all processes' memory and ends the worst call; null where a cgroup does that better. */
  readonly watchMemoryBytes: number | null;
  /** Processes and threads at which the sandbox is full: a call that keeps it so is ended. */
  readonly watchProcesses: number;
  /** What files that were deleted and are still open may take of the workspace's disk; beyond it the sandbox ends. */
  readonly watchDeletedBytes: number;
  /** Where the socket of the egress proxy is inside the sandbox; null without network. */
  readonly egressSocket: string | null;
  /** Where a door's socket is inside, and the port that leads to it; null without one. */
  readonly door: { readonly socket: string; readonly port: number } | null;
};

/** How long beyond a deadline the runner may take to report the end; after that the whole sandbox is ended. */
const GRACE_MS = 5000;
const START_MS = 30_000;
const FILE_MS = 30_000;

type RunCall = {
  readonly kind: "run";
  readonly stdout: Capture;
  readonly stderr: Capture;
  /** Called when the program took the last piece of its input. */
  fed: () => void;
  readonly end: (ending: Ending) => void;
  readonly fail: (error: Error) => void;
};
type FileCall = {
  readonly kind: "located" | "read" | "written";
  readonly end: (answer: Answer, body: Buffer) => void;
  readonly fail: (error: Error) => void;
};

/** Speaks with the runner behind `link`. Closes the link when the runner does not answer. @throws Fault sandbox.lost */
export async function openSession(link: Link, hello: Hello, signal: AbortSignal): Promise<SandboxSession> {
  const session = new RunnerSession(link);
  try {
    await session.start(hello, signal);
    return session;
  } catch (error) {
    await session[Symbol.asyncDispose]();
    throw error;
  }
}

class RunnerSession implements SandboxSession {
  readonly id: string;
  readonly #link: Link;
  readonly #calls = new Map<number, RunCall | FileCall>();
  readonly #key = randomBytes(32);
  readonly #encode = createFrameWriter(this.#key);
  readonly #reader = createFrameReader(this.#key);
  readonly #ready = Promise.withResolvers<void>();
  #nextId = 0;
  #lost: string | undefined;
  #closing: Promise<void> | undefined;

  constructor(link: Link) {
    this.#link = link;
    this.id = link.id;
    this.#ready.promise.catch(() => undefined);
    link.output.on("data", (chunk: Buffer) => this.#receive(chunk));
    link.output.on("end", () => void link.ended.then((reason) => this.#lose(reason)));
    link.output.on("error", () => undefined);
    link.input.on("error", () => undefined);
    void link.ended.then((reason) => this.#lose(reason));
  }

  async start(hello: Hello, signal: AbortSignal): Promise<void> {
    this.#send({ t: "hello", key: this.#key.toString("hex"), ...hello });
    const timer = setTimeout(() => this.#lose(`the runner did not start within ${START_MS} ms`), START_MS);
    const abort = (): void => this.#lose("opening was stopped");
    signal.addEventListener("abort", abort, { once: true });
    if (signal.aborted) abort();
    try {
      await this.#ready.promise;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", abort);
    }
    const wallClock = setTimeout(() => this.#lose("its wall clock was over"), hello.wallClockMs);
    wallClock.unref();
    void this.#link.ended.then(() => clearTimeout(wallClock));
  }

  async run(command: Command, options: RunOptions): Promise<RunResult> {
    this.#mustLive();
    const began = performance.now();
    const capture = (stream: "stdout" | "stderr"): Capture => {
      const { onOutput } = options;
      return createCapture(options.outputBytes, onOutput && ((text) => onOutput(stream, text)));
    };
    const stdout = capture("stdout");
    const stderr = capture("stderr");
    const ending: Ending = options.signal.aborted
      ? { t: "end", id: 0, kind: "stopped" }
      : await this.#runToEnd(command, options, { stdout, stderr });
    const { t: _t, id: _id, ...end } = ending;
    const durationMs = performance.now() - began;
    return { ...end, stdout: stdout.finish(), stderr: stderr.finish(), durationMs };
  }

  async #runToEnd(
    command: Command,
    options: RunOptions,
    captures: { readonly stdout: Capture; readonly stderr: Capture },
  ): Promise<Ending> {
    const stdin = Buffer.from(command.stdin ?? "");
    const id = this.#nextId++;
    if (stdin.length > MAX_BODY_BYTES) return { t: "end", id, kind: "not-started", reason: "stdin is over 64 MiB" };
    const { promise, resolve, reject } = Promise.withResolvers<Ending>();
    const call: RunCall = { kind: "run", ...captures, fed: () => undefined, end: resolve, fail: reject };
    this.#calls.set(id, call);
    const { argv, cwd, env = {} } = command;
    const open = command.input !== undefined;
    this.#send({ t: "run", id, argv, cwd, env, timeoutMs: options.timeoutMs, open }, stdin);
    const feeding = command.input?.[Symbol.asyncIterator]();
    const ended = promise.then(
      () => undefined,
      () => undefined,
    );
    if (feeding !== undefined) void this.#feed(id, call, { input: feeding, ended });
    let overdue: NodeJS.Timeout | undefined;
    // The runner ends calls in time; one that was stopped or starved by what it runs does not, and then all of it goes.
    const giveUp = (kind: "timed-out" | "stopped", afterMs: number): void => {
      clearTimeout(overdue);
      overdue = setTimeout(() => {
        resolve({ t: "end", id, kind });
        this.#lose("its runner no longer answered");
      }, afterMs);
    };
    const abort = (): void => {
      this.#send({ t: "kill", id });
      giveUp("stopped", GRACE_MS);
    };
    giveUp("timed-out", options.timeoutMs + GRACE_MS);
    options.signal.addEventListener("abort", abort, { once: true });
    try {
      return await promise;
    } finally {
      clearTimeout(overdue);
      options.signal.removeEventListener("abort", abort);
      this.#calls.delete(id);
      feeding?.return?.().catch(() => undefined);
    }
  }
  /** Passes on what the program is to read, a piece at a time: a writer faster than the program must not fill the way to it. */
  async #feed(id: number, call: RunCall, from: { input: AsyncIterator<string>; ended: Promise<void> }): Promise<void> {
    const { input, ended } = from;
    try {
      for (let next = await input.next(); next.done !== true && this.#calls.has(id); next = await input.next()) {
        const piece = Buffer.from(next.value);
        if (piece.length > MAX_BODY_BYTES) throw new Error("a piece of stdin is over 64 MiB");
        const taken = Promise.withResolvers<void>();
        call.fed = taken.resolve;
        this.#send({ t: "in", id }, piece);
        await Promise.race([taken.promise, ended]);
      }
      if (this.#calls.has(id)) this.#send({ t: "in", id, last: true });
    } catch {
      // Whoever writes gave up, and what waits for the rest would wait for ever.
      this.#send({ t: "kill", id });
    }
  }

  async locate(path: string, { signal }: { signal: AbortSignal }): Promise<LocateResult> {
    const { answer } = await this.#ask("located", { t: "locate", path }, undefined, signal);
    if (answer.t !== "located") throw new Error("the runner answered where a path leads with something else");
    const { why, path: real, entry } = answer;
    if (why === "too-large" || why === "no-space") throw new Error("a look cannot lack space");
    if (why !== undefined) return { kind: "refused", why };
    if (real === undefined || entry === undefined) throw new Error("the runner did not say where a path leads");
    return { kind: "at", path: real, entry };
  }

  async read(path: string, options: { offset?: number; maxBytes: number; signal: AbortSignal }): Promise<ReadResult> {
    const { offset = 0, signal } = options;
    const maxBytes = Math.min(options.maxBytes, MAX_BODY_BYTES);
    if (![offset, maxBytes].every((one) => Number.isSafeInteger(one) && one >= 0))
      throw new RangeError(`${maxBytes} bytes from ${offset} are no part of a file`);
    const { answer, body } = await this.#ask("read", { t: "read", path, offset, maxBytes }, undefined, signal);
    if (answer.t !== "read") throw new Error("the runner answered a read with something else");
    if (answer.why === undefined) return { kind: "read", content: new Uint8Array(body), size: answer.size ?? 0 };
    if (answer.why === "too-large" || answer.why === "no-space") throw new Error("a read cannot lack space");
    return { kind: "refused", why: answer.why };
  }

  async write(path: string, content: Uint8Array, options: { signal: AbortSignal }): Promise<WriteResult> {
    if (content.byteLength > MAX_BODY_BYTES) return { kind: "refused", why: "too-large" };
    const { answer } = await this.#ask("written", { t: "write", path }, content, options.signal);
    if (answer.t !== "written") throw new Error("the runner answered a write with something else");
    if (answer.why !== undefined) return { kind: "refused", why: answer.why };
    return { kind: "written", created: answer.created ?? false };
  }

  async #ask(
    kind: FileCall["kind"],
    request: object,
    body: Uint8Array | undefined,
    signal: AbortSignal,
  ): Promise<{ answer: Answer; body: Buffer }> {
    this.#mustLive();
    signal.throwIfAborted();
    const id = this.#nextId++;
    const { promise, resolve, reject } = Promise.withResolvers<{ answer: Answer; body: Buffer }>();
    this.#calls.set(id, { kind, end: (answer, content) => resolve({ answer, body: content }), fail: reject });
    const abort = (): void => reject(signal.reason as Error);
    signal.addEventListener("abort", abort, { once: true });
    const overdue = setTimeout(() => this.#lose("its runner no longer answered"), FILE_MS);
    this.#send({ ...request, id }, body);
    try {
      return await promise;
    } finally {
      clearTimeout(overdue);
      signal.removeEventListener("abort", abort);
      this.#calls.delete(id);
    }
  }

  #receive(chunk: Buffer): void {
    if (this.#lost !== undefined) return;
    try {
      for (const { answer, body } of this.#reader.push(chunk)) this.#deliver(answer, body);
    } catch (error) {
      this.#lose(error instanceof Error ? error.message : String(error));
    }
  }
  #deliver(answer: Answer, body: Buffer): void {
    if (answer.t === "ready") return this.#ready.resolve();
    if (answer.t === "deleted-too-much")
      return this.#lose(
        `deleted files that it held open took more than ${Math.round(answer.bytes / 1024 ** 2)} MiB of the disk`,
      );
    const call = this.#calls.get(answer.id);
    if (call?.kind === "run") {
      if (answer.t === "out") (answer.fd === 1 ? call.stdout : call.stderr).push(body);
      if (answer.t === "fed") call.fed();
      if (answer.t === "end") call.end(answer);
    } else if (call?.kind === answer.t) call?.end(answer, body);
  }
  #send(header: object, body?: Uint8Array): void {
    if (this.#lost === undefined) this.#link.input.write(this.#encode(header, body));
  }
  #mustLive(): void {
    if (this.#lost !== undefined) throw this.#fault(this.#lost);
  }
  #fault(reason: string): Fault {
    return new Fault("sandbox.lost", { container: this.id, reason });
  }
  /** The first reason is the one kept. */
  #lose(reason: string): void {
    if (this.#lost !== undefined) return;
    this.#lost = reason;
    const fault = this.#fault(reason);
    this.#ready.reject(fault);
    for (const call of this.#calls.values()) call.fail(fault);
    this.#closing ??= this.#link.destroy();
    this.#closing.catch(() => undefined);
  }
  async [Symbol.asyncDispose](): Promise<void> {
    this.#lose("it was closed");
    await this.#closing;
  }
}
