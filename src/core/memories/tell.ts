import { cutText } from "../../lib/cut-text.ts";
import { fence } from "../../lib/fence.ts";
import { utcDay } from "../../lib/utc-time.ts";
import type { Memory } from "../ports/memory.ts";
import { tellWriter } from "./trust.ts";

/** Memories as a model reads them: material in a fence, each with who wrote it and when. */
export function tellMemories(memories: readonly Memory[]): string {
  return fence("memory", memories.map(line).join("\n"));
}
function line(memory: Memory): string {
  const { id, kind, text, savedAt, warning } = memory;
  const care = warning === null ? "" : `; careful, it reads like orders: it ${warning}`;
  return `- #${id} ${kind}, saved ${utcDay(savedAt)} ${tellWriter(memory)}${care}: ${text.replaceAll(/\s+/g, " ")}`;
}
/** The first of them whose texts fit in so many characters together; one alone is cut to fit. */
export function fitting(memories: readonly Memory[], characters: number): readonly Memory[] {
  let left = characters;
  const taken: Memory[] = [];
  for (const memory of memories) {
    if (taken.length > 0 && memory.text.length > left) break;
    const text = cutText(memory.text, characters);
    taken.push({ ...memory, text });
    left -= text.length;
  }
  return taken;
}
