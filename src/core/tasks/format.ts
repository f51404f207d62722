/** Numbers as people read them. */
export function formatDuration(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${Math.round(seconds % 60)} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
/** `null` is a price nobody knows: never shown as zero. */
export function formatCost(usd: number | null): string {
  if (usd === null) return "cost unknown";
  if (usd === 0) return "no cost";
  return usd < 0.01 ? `$${usd.toFixed(4)}` : `$${usd.toFixed(2)}`;
}
export function formatTokens(tokens: number): string {
  if (tokens < 1000) return `${tokens} tokens`;
  return tokens < 1_000_000 ? `${(tokens / 1000).toFixed(1)} k tokens` : `${(tokens / 1_000_000).toFixed(1)} M tokens`;
}
