import { formatBytes } from "./bytes.ts";
import type { Inline, Measure } from "./blocks.ts";

/** Numbers as people read them, in British English; a chat with another language is shown them in its own. */
export function duration(ms: number): Inline {
  return measure("duration", ms, formatDuration(ms));
}
/** `null` is a price nobody knows: never shown as zero. */
export function cost(usd: number | null): Inline {
  return usd === null || usd === 0 ? formatCost(usd) : measure("cost", usd, formatCost(usd));
}
/** A sum as plain text; below a cent with four digits. */
export function usd(amount: number): string {
  return amount > 0 && amount < 0.01 ? `$${amount.toFixed(4)}` : `$${amount.toFixed(2)}`;
}
export function tokens(count: number): Inline {
  return measure("tokens", count, formatTokens(count));
}
export function count(value: number): Inline {
  return measure("count", value, new Intl.NumberFormat("en-GB").format(value));
}
export function bytes(value: number): Inline {
  return measure("bytes", value, formatBytes(value));
}
function measure(of: Measure, value: number, text: string): Inline {
  return { kind: "measure", of, value, text };
}
function formatDuration(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  return durationParts(ms)
    .map(({ value, unit }) => `${value} ${SYMBOLS[unit]}`)
    .join(" ");
}
type DurationUnit = "day" | "hour" | "minute" | "second";
/** The two largest units of a duration, whole; from days to seconds. */
export function durationParts(ms: number): readonly { readonly value: number; readonly unit: DurationUnit }[] {
  const seconds = Math.round(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  const parts = (
    days > 0
      ? [
          [days, "day"],
          [hours % 24, "hour"],
        ]
      : hours > 0
        ? [
            [hours, "hour"],
            [minutes % 60, "minute"],
          ]
        : minutes > 0
          ? [
              [minutes, "minute"],
              [seconds % 60, "second"],
            ]
          : [[seconds, "second"]]
  ) as readonly (readonly [number, DurationUnit])[];
  return parts.map(([value, unit]) => ({ value, unit }));
}
const SYMBOLS: Readonly<Record<DurationUnit, string>> = { day: "d", hour: "h", minute: "min", second: "s" };
function formatCost(usd: number | null): string {
  if (usd === null) return "cost unknown";
  if (usd === 0) return "no cost";
  const digits = usd < 0.01 ? 4 : 2;
  const format = new Intl.NumberFormat("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `$${format.format(usd)}`;
}
function formatTokens(tokens: number): string {
  if (tokens < 1000) return `${tokens} tokens`;
  return tokens < 1_000_000 ? `${(tokens / 1000).toFixed(1)} k tokens` : `${(tokens / 1_000_000).toFixed(1)} M tokens`;
}
