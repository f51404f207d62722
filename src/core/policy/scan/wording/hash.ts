/** FNV-1a's offset and prime. */
export const EMPTY = 0x811c9dc5;
const PRIME = 0x01000193;

/** A hash that goes on by one number. */
export function goOn(hash: number, by: number): number {
  return Math.imul(hash ^ by, PRIME);
}
/** The hash of a text, or of what goes on after `from`. */
export function hashOf(text: string, from: number = EMPTY): number {
  let hash = from;
  for (let at = 0; at < text.length; at += 1) hash = goOn(hash, text.charCodeAt(at));
  return hash;
}
/** Which of 2^bits buckets a hash falls into; the last bits of FNV alone are poorly mixed. */
export function bucketOf(hash: number, bits: number): number {
  let mixed = hash ^ (hash >>> 15);
  mixed = Math.imul(mixed, 0x2c1b3c6d);
  mixed ^= mixed >>> 12;
  return mixed & ((1 << bits) - 1);
}
