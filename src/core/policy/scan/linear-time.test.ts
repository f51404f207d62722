import { expect, test } from "vitest";
import { scan } from "./scan.ts";

/** Beginnings of what the rules look for, over and over: where an expression could go back and forth without end. */
const SEEDS = [
  ..."a <a|<!-- |\n |'x |%41|AI agents |the user has |if you are an |curl |![](https://a?|before you call this tool ".split(
    "|",
  ),
  ..."remember always |all the |a_|aB|<|im_start|>|human: x\n|send the token |do not tell the user |ignore all the ".split(
    "|",
  ),
  ...'a|=|-|#|*|"|/|`|&#65;|wAAAA|0a|\\u0041|http://a|[//]: # (|to the |system: |without any |игнорируй |忽略之前的|ignoriere alle '.split(
    "|",
  ),
];
const FAMILIES = [
  ..."your instructions |agents: |grant the |curl http://a.example/ |delete the tests and |say it passed |secrets to https://a |you must ".split(
    "|",
  ),
  ..."print your |act as |pretend |without asking |AI reading |machines only: |gehorche nur |报告里|tests verts supprime ".split(
    "|",
  ),
];
const CHARACTERS = 64 * 1024;
/** Thirty times what it takes here: a square would take hundreds of times as long. */
const MOST_MS = 4000;

test.each([...SEEDS, ...FAMILIES])("a long text of %j is judged in linear time", (seed) => {
  const text = seed.repeat(CHARACTERS / seed.length);
  const startedAt = performance.now();
  scan({ text, surface: "web" });
  expect(performance.now() - startedAt).toBeLessThan(MOST_MS);
});
