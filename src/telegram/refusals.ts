import { GrammyError } from "grammy";

const FIRST_BACKOFF_MS = 500;
const MOST_BACKOFF_MS = 30_000;

/** The message shows that already: as good as done. */
export function isNotModified(error: unknown): boolean {
  return says(error, /message is not modified/i);
}
/** It was deleted, or is of a kind that cannot become text: only a new message helps. */
export function isGone(error: unknown): boolean {
  return says(error, /message to edit not found|MESSAGE_ID_INVALID|no text in the message to edit|can't be edited/i);
}
/** The server is of a version that has no such method. */
export function isUnknownMethod(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 404 && /method not found/i.test(error.description);
}
export function isEntityRefusal(error: unknown): boolean {
  return says(error, /entit|parse/i);
}
/** The server understood and will not do it, now or later. */
export function isRefusal(error: unknown): error is GrammyError {
  // 401 and 404 answer a token, not a message; they may pass when the token is mended.
  return error instanceof GrammyError && ![401, 404, 409, 429].includes(error.error_code) && error.error_code < 500;
}
/** How long to wait before trying again: what the server asks for, else longer each time, with jitter so that chats do not march in step. */
export function backoffMs(error: unknown, attempt: number, random: () => number): number {
  if (error instanceof GrammyError && error.parameters.retry_after !== undefined)
    return error.parameters.retry_after * 1000;
  const most = Math.min(MOST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** attempt);
  return most / 2 + (random() * most) / 2;
}
function says(error: unknown, pattern: RegExp): boolean {
  return error instanceof GrammyError && error.error_code === 400 && pattern.test(error.description);
}
