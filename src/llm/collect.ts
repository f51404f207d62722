import type OpenAI from "openai";
import type { RawCall } from "./arguments.ts";

export type Chunk = OpenAI.Chat.ChatCompletionChunk;

/** What a stream held when it ended, whole or not. */
export type Collected = {
  readonly text: string;
  readonly calls: readonly RawCall[];
  /** Null: the stream ended before the answer did. */
  readonly finish: string | null;
  readonly refusal: string;
  /** As the server sent it, unchecked. */
  readonly usage: unknown;
};

export type Collector = {
  add(chunk: Chunk): void;
  /** UTF-16 units of text and arguments so far. */
  size(): number;
  end(): Collected;
};

/**
 * Puts one answer together from the pieces of its stream. `onText` gets text in whole characters, `onThought` all that was thought so far, of models
 * that say so.
 */
export function createCollector(onText: (delta: string) => void, onThought?: (thought: string) => void): Collector {
  const text = createTextJoiner(onText);
  let thought = "";
  const calls = createCallJoiner();
  let finish: string | null = null;
  let refusal = "";
  let usage: unknown;
  let size = 0;
  return {
    add(chunk) {
      if (chunk.usage !== undefined && chunk.usage !== null) usage = chunk.usage;
      // Servers may send pieces without choices (usage, keep-alives) and, asked for one choice, more than one.
      const choice = chunk.choices?.find((each) => (each.index ?? 0) === 0);
      if (choice === undefined) return;
      const { content, refusal: refused, tool_calls: fragments } = choice.delta ?? {};
      const thinks = thoughtOf(choice.delta);
      if (thinks !== "" && thought.length < MOST_THOUGHT) onThought?.((thought += thinks).toWellFormed());
      size += thinks.length;
      if (typeof content === "string") text.add(content);
      if (typeof refused === "string") refusal += refused;
      for (const fragment of fragments ?? []) size += calls.add(fragment);
      size += content?.length ?? 0;
      finish = choice.finish_reason ?? finish;
    },
    size: () => size,
    end: () => ({ text: text.end(), calls: calls.end(), finish, refusal, usage }),
  };
}

/** UTF-16 units; what is thought beyond them is not passed on. */
const MOST_THOUGHT = 100_000;
/** No part of OpenAI's protocol: DeepSeek and vLLM call it `reasoning_content`, OpenRouter and Ollama `reasoning`. */
function thoughtOf(delta: object | undefined): string {
  const { reasoning_content: named, reasoning } = (delta ?? {}) as Record<string, unknown>;
  if (typeof named === "string") return named;
  return typeof reasoning === "string" ? reasoning : "";
}

/** A server may cut text between the halves of a surrogate pair; NUL and lone halves cannot be stored or sent on. */
function createTextJoiner(onText: (delta: string) => void) {
  let whole = "";
  let half = "";
  const give = (piece: string) => {
    const clean = piece.toWellFormed().replaceAll("\0", "");
    if (clean === "") return;
    whole += clean;
    onText(clean);
  };
  return {
    add(delta: string) {
      const piece = half + delta;
      half = /[\uD800-\uDBFF]$/.exec(piece)?.[0] ?? "";
      give(half === "" ? piece : piece.slice(0, -1));
    },
    end(): string {
      give(half);
      half = "";
      return whole;
    },
  };
}

type Fragment = NonNullable<Chunk["choices"][number]["delta"]["tool_calls"]>[number];
type OpenCall = { id: string; name: string; arguments: string };

function createCallJoiner() {
  const calls: OpenCall[] = [];
  const byIndex = new Map<number, OpenCall>();
  return {
    add(fragment: Fragment): number {
      const call = callOf(fragment);
      if (call.id === "" && fragment.id) call.id = fragment.id;
      // Some servers repeat the whole name in every fragment; none cuts it.
      if (call.name === "" && fragment.function?.name) call.name = fragment.function.name;
      const piece = fragment.function?.arguments ?? "";
      call.arguments += piece;
      return piece.length;
    },
    end: (): RawCall[] => calls,
  };
  /** Some servers give parallel calls one index: a new id with a name is a new call. */
  function callOf({ index, id, function: called }: Fragment): OpenCall {
    const open = byIndex.get(index ?? 0);
    const another = open !== undefined && Boolean(id) && open.id !== "" && id !== open.id && Boolean(called?.name);
    if (open !== undefined && !another) return open;
    const call = { id: "", name: "", arguments: "" };
    calls.push(call);
    byIndex.set(index ?? 0, call);
    return call;
  }
}
