/** Figures of one measured thing, in milliseconds. */
export type Figures = {
  readonly p50: number;
  readonly p95: number;
  readonly min: number;
  readonly max: number;
  readonly count: number;
};

export function figuresOf(samples: readonly number[]): Figures {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), min: at(0), max: at(1), count: sorted.length };
}
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
export function show(name: string, { p50, p95, min, max, count }: Figures): void {
  console.log(
    `${name.padEnd(46)} p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms (${min.toFixed(1)} to ${max.toFixed(1)}, n = ${count})`,
  );
}
export function showRatio(name: string, ratio: number, bar: string): void {
  console.log(`${name.padEnd(46)} ${ratio.toFixed(2)} (${bar})`);
}
