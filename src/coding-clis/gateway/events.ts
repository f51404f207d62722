import { parseJson } from "../../lib/parse-json.ts";
import { type Body, type Counted, isBody, NOTHING_COUNTED, type Wire } from "./wire.ts";

/** Longer lines are passed on and not read: what they say that it cost is then not known. */
const MOST_LINE = 8 * 1024 ** 2;

/** Reads along in an answer, a stream of events or one JSON text, and tells what it came to. */
export function createCounter(wire: Wire, streamed: boolean): { take(chunk: Uint8Array): void; end(): Counted } {
  const decoder = new TextDecoder();
  let waiting = "";
  let overlong = false;
  let so = NOTHING_COUNTED;
  const read = (text: string): void => {
    const body = parse(text);
    if (body !== null) so = wire.count(body, so);
  };
  const lines = (): void => {
    const parts = waiting.split(/\r\n|\n|\r(?!$)/);
    waiting = parts.pop() ?? "";
    for (const line of parts) if (line.startsWith("data:")) read(line.slice(5));
  };
  return {
    take(chunk) {
      if (overlong) return;
      waiting += decoder.decode(chunk, { stream: true });
      if (streamed) lines();
      overlong = waiting.length > MOST_LINE;
      if (overlong) waiting = "";
    },
    end() {
      if (overlong) return { ...so, whole: false };
      if (streamed && waiting.startsWith("data:")) read(waiting.slice(5));
      if (!streamed) read(waiting);
      return so;
    },
  };
}
/** Null: `[DONE]`, or a piece of an answer that broke off. */
function parse(text: string): Body | null {
  const value = parseJson(text);
  return isBody(value) ? value : null;
}
