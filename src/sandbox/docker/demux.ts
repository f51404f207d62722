import { PassThrough, Transform } from "node:stream";

export type Demux = {
  readonly input: Transform;
  /** What came on stdout. */
  readonly output: PassThrough;
  /** The last of stderr, for a person: empty or ` (…)`. */
  complaint(): string;
};
const HEADER_BYTES = 8;
const KEPT = 2000;

/** Takes apart the engine's stream: 8 bytes (stream, 3 × 0, length as u32be), then that many bytes. */
export function createDemux(): Demux {
  const output = new PassThrough();
  let complaint = "";
  let header = Buffer.alloc(0);
  let left = 0;
  let isOutput = true;
  const take = (chunk: Buffer): Buffer => {
    if (left === 0) {
      const need = HEADER_BYTES - header.length;
      header = Buffer.concat([header, chunk.subarray(0, need)]);
      if (header.length < HEADER_BYTES) return chunk.subarray(need);
      left = header.readUInt32BE(4);
      isOutput = header[0] === 1;
      header = Buffer.alloc(0);
      return chunk.subarray(need);
    }
    const part = chunk.subarray(0, left);
    left -= part.length;
    if (isOutput) output.write(part);
    else complaint = (complaint + part.toString("utf8")).slice(-KEPT);
    return chunk.subarray(part.length);
  };
  const input = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      for (let rest = chunk; rest.length > 0;) rest = take(rest);
      if (output.writableNeedDrain) output.once("drain", done);
      else done();
    },
    flush(done) {
      output.end();
      done();
    },
  });
  input.resume(); // it passes nothing on itself
  return { input, output, complaint: () => (complaint === "" ? "" : ` (${complaint.trim()})`) };
}
