import type { Secret } from "../lib/secret.ts";

const MASK = "[secret]";
/** Shorter values would take ordinary words out of every line. */
const LEAST_LENGTH = 8;
const SHAPES = [
  /\b\d{6,12}:[A-Za-z0-9_-]{30,}/gu,
  /\bsk-[A-Za-z0-9_-]{16,}/gu,
  /\bgh[a-z]_[A-Za-z0-9]{20,}|\bgithub_pat_\w{20,}|\bglpat-[\w-]{16,}/gu,
  /\bBearer\s+[A-Za-z0-9._~+/=-]{8,}/gu,
];

/** Takes secrets out of text: known values, also as JSON writes them, and what has the shape of one. */
export function createRedactor(secrets: readonly Secret[]): (text: string) => string {
  const known = secrets
    .map((secret) => secret.reveal())
    .filter((value) => value.length >= LEAST_LENGTH)
    .flatMap((value) => [value, JSON.stringify(value).slice(1, -1)])
    .sort((a, b) => b.length - a.length);
  return (text) => {
    const without = known.reduce((rest, value) => rest.replaceAll(value, MASK), text);
    return SHAPES.reduce((rest, shape) => rest.replaceAll(shape, MASK), without);
  };
}
