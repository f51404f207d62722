import type { LocalEvent, LocalState } from "../client-api.ts";
import { Refusal } from "./api.ts";

export type ConnectionStatus =
  | { readonly kind: "live" | "lost" }
  | { readonly kind: "refused"; readonly sentence: string };
type Needs = {
  /** The newest sequence number that the page has taken in. */
  readonly seq: () => number;
  readonly fetchState: () => Promise<LocalState>;
  /** Called when the server's history cannot be followed from `seq()` any more. */
  readonly replace: (state: LocalState) => void;
  readonly take: (event: LocalEvent) => void;
  readonly status: (status: ConnectionStatus) => void;
};

const firstWaitMs = 300;
const longestWaitMs = 4_000;

/**
 * Follows `/local/events`, for as long as the page lives. EventSource does not tell why it failed, so after a loss the
 * state is asked for first: it says whether the server runs, lets us in, and still has our place in its history.
 */
export function followEvents(needs: Needs): void {
  let waitMs = firstWaitMs;
  let stream: EventSource | undefined;

  function open(): void {
    const source = new EventSource(`/local/events?after=${needs.seq()}`);
    stream = source;
    let opened = false;
    source.addEventListener("open", () => {
      opened = true;
      waitMs = firstWaitMs;
      needs.status({ kind: "live" });
    });
    source.addEventListener("message", ({ data }) => needs.take(JSON.parse(String(data)) as LocalEvent));
    source.addEventListener("error", () => {
      source.close();
      if (stream !== source) return;
      needs.status({ kind: "lost" });
      // A stream that never opened was refused: most likely our place is gone (410), so start from a snapshot.
      later(!opened);
    });
  }

  function later(fromSnapshot: boolean): void {
    setTimeout(() => void resume(fromSnapshot), waitMs);
    waitMs = Math.min(longestWaitMs, waitMs * 2);
  }

  async function resume(fromSnapshot: boolean): Promise<void> {
    try {
      const state = await needs.fetchState();
      if (fromSnapshot || state.seq < needs.seq()) needs.replace(state);
      open();
    } catch (problem) {
      if (problem instanceof Refusal && (problem.status === 401 || problem.status === 403)) {
        needs.status({ kind: "refused", sentence: problem.message });
      }
      later(fromSnapshot);
    }
  }

  // The browser may have slept for hours: do not let the person wait out the pause.
  addEventListener("online", () => {
    waitMs = firstWaitMs;
  });
  open();
}
