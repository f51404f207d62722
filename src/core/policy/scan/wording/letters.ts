import { BITS, type Features } from "./features.ts";

/** A logistic regression: what each bucket of features adds to the logit. */
export type LetterWeights = { readonly bias: number; readonly weights: Float32Array };
/** As it lies in `letters.json`: a byte a bucket, of which 1 stands for `step`; base64, the negative ones as two's complement. */
export type StoredLetters = { readonly bias: number; readonly step: number; readonly weights: string };

export function readLetterWeights({ bias, step, weights }: StoredLetters): LetterWeights {
  const bytes = Int8Array.from(atob(weights), (character) => (character.charCodeAt(0) << 24) >> 24);
  if (bytes.length !== 1 << BITS) throw new Error(`${bytes.length} weights, expected ${1 << BITS}`);
  return { bias, weights: Float32Array.from(bytes, (byte) => byte * step) };
}
/** Weights beyond what a byte holds are cut: few are, and a smaller step serves all others better. */
const CUT = 0.9999;
export function storeLetterWeights({ bias, weights }: LetterWeights): StoredLetters {
  const sizes = weights.map(Math.abs).toSorted();
  const step = Number(((sizes[Math.floor((sizes.length - 1) * CUT)] ?? 0) / 127).toPrecision(4));
  const bytes = Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / step))) & 255);
  const characters = bytes.map((byte) => String.fromCharCode(byte)).join("");
  return { bias: Number(bias.toFixed(3)), step, weights: btoa(characters) };
}

/** 0 is as likely as not. */
export function logitOf({ bias, weights }: LetterWeights, { buckets, values }: Features): number {
  let sum = bias;
  for (let at = 0; at < buckets.length; at += 1) sum += (weights[buckets[at] ?? 0] ?? 0) * (values[at] ?? 0);
  return sum;
}
