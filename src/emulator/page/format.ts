const minuteS = 60;
const hourS = 60 * minuteS;
const dayS = 24 * hourS;

/** "14:05", in the reader's zone and habit. */
export function timeOfDay(unixS: number): string {
  return new Date(unixS * 1000).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
}

export function fullDate(unixS: number): string {
  return new Date(unixS * 1000).toLocaleString([], { dateStyle: "full", timeStyle: "medium" });
}

/** The key of the reader's calendar day that holds `unixS`. */
export function dayKey(unixS: number): string {
  const date = new Date(unixS * 1000);
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}

/** "Today", "Yesterday", "14 March", with the year when it is another one than `nowMs` lies in. */
export function dayName(unixS: number, nowMs: number): string {
  const nowS = nowMs / 1000;
  if (dayKey(unixS) === dayKey(nowS)) return "Today";
  if (dayKey(unixS) === dayKey(nowS - dayS)) return "Yesterday";
  const date = new Date(unixS * 1000);
  const sameYear = date.getFullYear() === new Date(nowMs).getFullYear();
  return date.toLocaleDateString([], { day: "numeric", month: "long", ...(sameYear ? {} : { year: "numeric" }) });
}

/** What the chat list shows beside a chat: the time today, else the day. */
export function listTime(unixS: number, nowMs: number): string {
  if (dayKey(unixS) === dayKey(nowMs / 1000)) return timeOfDay(unixS);
  return new Date(unixS * 1000).toLocaleDateString([], { day: "2-digit", month: "short" });
}

/**
 * Renders a date_time entity in the reader's zone. An empty format keeps the sender's words.
 * @param format Bot API "Date-time entity formatting": `r` or `w?[dD]?[tT]?`
 */
export function dateTimeText(unixS: number, format: string, words: string, nowMs: number): string {
  if (format === "r") return relativeTime(unixS, nowMs);
  const options: Intl.DateTimeFormatOptions = {
    ...(format.includes("w") ? { weekday: "long" } : {}),
    ...(format.includes("d") ? { day: "2-digit", month: "2-digit", year: "2-digit" } : {}),
    ...(format.includes("D") ? { day: "numeric", month: "long", year: "numeric" } : {}),
    ...(format.includes("t") ? { hour: "2-digit", minute: "2-digit" } : {}),
    ...(format.includes("T") ? { hour: "2-digit", minute: "2-digit", second: "2-digit" } : {}),
  };
  return Object.keys(options).length === 0 ? words : new Date(unixS * 1000).toLocaleString([], options);
}

function relativeTime(unixS: number, nowMs: number): string {
  const awayS = Math.round(unixS - nowMs / 1000);
  const size = Math.abs(awayS);
  const units = [
    ["second", 1, minuteS],
    ["minute", minuteS, hourS],
    ["hour", hourS, dayS],
    ["day", dayS, 30 * dayS],
    ["month", 30 * dayS, 365 * dayS],
    ["year", 365 * dayS, Infinity],
  ] as const;
  const [unit, seconds] = units.find(([, , below]) => size < below) ?? units[5];
  return new Intl.RelativeTimeFormat([], { numeric: "auto" }).format(Math.trunc(awayS / seconds), unit);
}

export function byteSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const power = bytes < 1_000_000 ? 1 : bytes < 1_000_000_000 ? 2 : 3;
  const shown = bytes / 1000 ** power;
  return `${shown < 10 ? shown.toFixed(1) : Math.round(shown)} ${["B", "KB", "MB", "GB"][power] ?? "GB"}`;
}

/** "1:05" from seconds. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** Up to two letters for a round avatar. */
export function initials(name: string): string {
  const words = name.split(/[\s_-]+/u).filter((word) => word !== "");
  return words
    .slice(0, 2)
    .map((word) => Array.from(word)[0]?.toLocaleUpperCase() ?? "")
    .join("");
}
