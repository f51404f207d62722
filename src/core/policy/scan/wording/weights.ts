import { BITS, type Features } from "./features.ts";

/** A logistic regression: what each bucket of features adds to the logit, in steps of `step`. */
export type Weights = { readonly bias: number; readonly step: number; readonly weights: Float32Array | Int8Array };
/** As they lie in a file: a byte a bucket, in base64, the negative ones as two's complement. */
export type StoredWeights = { readonly bias: number; readonly step: number; readonly weights: string };

export function readWeights({ bias, step, weights }: StoredWeights): Weights {
  const characters = atob(weights);
  const bytes = new Int8Array(characters.length);
  for (let at = 0; at < characters.length; at += 1) bytes[at] = characters.charCodeAt(at);
  if (bytes.length !== 1 << BITS) throw new Error(`${bytes.length} weights, expected ${1 << BITS}`);
  return { bias, step, weights: bytes };
}
/** Weights beyond what a byte holds are cut: few are, and a smaller step serves all others better. */
const CUT = 0.9999;
export function storeWeights({ bias, weights }: Omit<Weights, "step">): StoredWeights {
  const sizes = Float32Array.from(weights, Math.abs).toSorted();
  const step = Number(((sizes[Math.floor((sizes.length - 1) * CUT)] ?? 0) / 127).toPrecision(4));
  const bytes = Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / step))) & 255);
  const characters = bytes.map((byte) => String.fromCharCode(byte)).join("");
  return { bias: Number(bias.toFixed(3)), step, weights: btoa(characters) };
}

/** 0 is as likely as not. */
export function logitOf({ bias, step, weights }: Weights, { buckets, values }: Features): number {
  let sum = 0;
  for (let at = 0; at < buckets.length; at += 1) sum += (weights[buckets[at] ?? 0] ?? 0) * (values[at] ?? 0);
  return bias + step * sum;
}
