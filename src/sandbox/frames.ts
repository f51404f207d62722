import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";

/** The host's end of the stream to `runner.mjs`, where the format is described. */
type Frame = { readonly answer: Answer; readonly body: Buffer };
export type FrameReader = {
  /** @throws Error when the stream is not the runner's: a wrong MAC, an unknown answer, a frame beyond the cap */
  push(chunk: Buffer): Frame[];
};

const HEAD_BYTES = 36;
/** The runner sends at most one pipe read (64 KiB) or one file read at a time. */
const MAX_FRAME_BYTES = 72 * 1024 * 1024;
export const MAX_BODY_BYTES = 64 * 1024 * 1024;

const id = z.int().nonnegative();
const refusal = z.enum(["missing", "folder", "outside", "not-a-file", "not-permitted", "too-large", "no-space"]);
const ending = z.discriminatedUnion("kind", [
  z.object({ t: z.literal("end"), id, kind: z.literal("exited"), code: z.int().min(0).max(255) }),
  z.object({ t: z.literal("end"), id, kind: z.literal("signalled"), signal: z.string().max(20) }),
  z.object({ t: z.literal("end"), id, kind: z.enum(["timed-out", "stopped", "out-of-memory", "too-many-processes"]) }),
  z.object({ t: z.literal("end"), id, kind: z.literal("not-started"), reason: z.string().max(4000) }),
]);
const answer = z.discriminatedUnion("t", [
  z.object({ t: z.literal("ready") }),
  z.object({ t: z.literal("deleted-too-much"), bytes: z.int().nonnegative() }),
  z.object({ t: z.literal("fed"), id }),
  z.object({ t: z.literal("out"), id, fd: z.union([z.literal(1), z.literal(2)]) }),
  ending,
  z.object({ t: z.literal("read"), id, size: z.int().nonnegative().optional(), why: refusal.optional() }),
  z.object({
    t: z.literal("located"),
    id,
    path: z.string().max(4096).optional(),
    entry: z.enum(["file", "folder", "special", "nothing"]).optional(),
    why: refusal.optional(),
  }),
  z.object({ t: z.literal("written"), id, created: z.boolean().optional(), why: refusal.optional() }),
]);
export type Answer = z.infer<typeof answer>;
export type Ending = z.infer<typeof ending>;
const FROM_HOST = 0;
const FROM_RUNNER = 1;

function mac(key: Buffer, direction: number, sequence: bigint, payload: Buffer): Buffer {
  const prefix = Buffer.alloc(9);
  prefix.writeUInt8(direction, 0);
  prefix.writeBigUInt64BE(sequence, 1);
  return createHmac("sha256", key).update(prefix).update(payload).digest();
}

/** Encodes requests; the first, which tells the key, goes under a key of zeros. */
export function createFrameWriter(key: Buffer): (header: object, body?: Uint8Array) => Buffer {
  let sequence = 0n;
  return (header, body = Buffer.alloc(0)) => {
    const text = Buffer.from(JSON.stringify(header));
    const payload = Buffer.alloc(4 + text.length + body.length);
    payload.writeUInt32BE(text.length, 0);
    text.copy(payload, 4);
    payload.set(body, 4 + text.length);
    const head = Buffer.alloc(4);
    head.writeUInt32BE(payload.length, 0);
    const sum = mac(sequence === 0n ? Buffer.alloc(32) : key, FROM_HOST, sequence, payload);
    sequence += 1n;
    return Buffer.concat([head, sum, payload]);
  };
}

export function createFrameReader(key: Buffer): FrameReader {
  let sequence = 0n;
  let waiting: Buffer[] = [];
  let bytes = 0;
  const joined = (): Buffer => {
    const [first] = waiting;
    const all = waiting.length === 1 && first !== undefined ? first : Buffer.concat(waiting);
    waiting = [all];
    return all;
  };
  const decode = (frame: Buffer): Frame => {
    const payload = frame.subarray(HEAD_BYTES);
    if (!timingSafeEqual(frame.subarray(4, HEAD_BYTES), mac(key, FROM_RUNNER, sequence, payload)))
      throw new Error("something in the sandbox wrote into the runner's stream");
    sequence += 1n;
    const bodyAt = 4 + payload.readUInt32BE(0);
    const parsed = answer.safeParse(JSON.parse(payload.toString("utf8", 4, bodyAt)));
    if (!parsed.success) throw new Error("the runner answered in a way that it never does", { cause: parsed.error });
    return { answer: parsed.data, body: payload.subarray(bodyAt) };
  };
  return {
    push(chunk) {
      const frames: Frame[] = [];
      waiting.push(chunk);
      bytes += chunk.length;
      while (bytes >= HEAD_BYTES) {
        if ((waiting[0]?.length ?? 0) < 4) joined();
        const length = HEAD_BYTES + (waiting[0]?.readUInt32BE(0) ?? 0);
        if (length > MAX_FRAME_BYTES) throw new Error(`a frame of ${length} bytes is more than the runner ever sends`);
        if (bytes < length) break;
        const all = joined();
        frames.push(decode(all.subarray(0, length)));
        waiting = all.length > length ? [all.subarray(length)] : [];
        bytes = all.length - length;
      }
      return frames;
    },
  };
}
