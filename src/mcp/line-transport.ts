import { type JSONRPCMessage, ReadBuffer, serializeMessage, type Transport } from "@modelcontextprotocol/client";
import type { Clock } from "../lib/time.ts";
import { MINUTE_MS } from "../lib/time.ts";
import { ServerProblem } from "./problem.ts";

/** A program that reads and writes lines. */
export type LineProgram = {
  write(text: string): void;
  /** Called with what it prints, from the moment it is set. */
  onText: ((text: string) => void) | null;
  /** Resolves with how it ended, in words. Never rejects. */
  readonly ended: Promise<string>;
  /** Ends it with all its processes; resolves once it is gone. Ending twice is harmless. */
  end(): Promise<void>;
};
/** Hears what a program writes that is no message: on its standard error. */
export type Complain = (text: string) => void;
/** Of one message. */
const LINE_BYTES = 8 * 1024 * 1024;
/** Of all that comes in a minute: a server that says more says nothing that anybody waits for. */
const MINUTE_BYTES = 64 * 1024 * 1024;

/**
 * The protocol over the lines of a program. A line that is no message is passed over; one that does not end, and a flood of them, end the program.
 * @param start called once, when the client connects
 */
export function createLineTransport(start: () => Promise<LineProgram>, clock: Clock): Transport {
  const buffer = new ReadBuffer({ maxBufferSize: LINE_BYTES });
  const heard = { since: clock.now(), bytes: 0 };
  let program: LineProgram | null = null;
  const transport: Transport = {
    async start() {
      const started = await start();
      program = started;
      started.onText = take;
      void tellEnd(started);
    },
    async send(message) {
      if (program === null) throw new ServerProblem("its program is not running");
      program.write(serializeMessage(message));
    },
    async close() {
      await program?.end();
    },
  };
  async function tellEnd({ ended }: LineProgram): Promise<void> {
    transport.onerror?.(new ServerProblem(await ended));
    transport.onclose?.();
  }
  function take(text: string): void {
    const chunk = Buffer.from(text);
    if (isFlood(chunk.length)) return giveUp(new ServerProblem("it said more than anybody could want to hear"));
    try {
      buffer.append(chunk);
    } catch {
      return giveUp(new ServerProblem("it said a line that does not end"));
    }
    for (;;) {
      const message = readNext();
      if (message === null) return;
      if (message !== "unreadable") transport.onmessage?.(message);
    }
  }
  function readNext(): JSONRPCMessage | "unreadable" | null {
    try {
      return buffer.readMessage();
    } catch (error) {
      transport.onerror?.(error instanceof Error ? error : new Error(String(error)));
      return "unreadable";
    }
  }
  function isFlood(bytes: number): boolean {
    if (clock.now() - heard.since > MINUTE_MS) Object.assign(heard, { since: clock.now(), bytes: 0 });
    heard.bytes += bytes;
    return heard.bytes > MINUTE_BYTES;
  }
  function giveUp(why: Error): void {
    if (program !== null) program.onText = null;
    buffer.clear();
    transport.onerror?.(why);
    void program?.end();
  }
  return transport;
}
