/** What the bot asked for and what it was told: for tests and for finding out what happened. */
export type RequestOutcome =
  | { readonly kind: "ok"; readonly result: unknown }
  | { readonly kind: "error"; readonly code: number; readonly description: string }
  /** The request was struck before it had an effect. */
  | { readonly kind: "fault"; readonly fault: string };
export type RecordedRequest = {
  readonly method: string;
  /** Files are described, not kept. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** Milliseconds by the server's clock when the request had come in whole. */
  readonly at: number;
  readonly outcome: RequestOutcome;
  readonly unknownParameters?: readonly string[];
};
export interface Recorder {
  /** The newest, oldest first; older ones are forgotten. */
  readonly requests: readonly RecordedRequest[];
  add(request: RecordedRequest): void;
  onRequest(listener: (request: RecordedRequest) => void): () => void;
}

export function createRecorder(most: number): Recorder {
  const requests: RecordedRequest[] = [];
  const listeners = new Set<(request: RecordedRequest) => void>();
  return {
    requests,
    add(request) {
      requests.push(request);
      // Cut in slices: shifting a long array for each request would cost more than the request.
      if (requests.length > most * 1.1) requests.splice(0, requests.length - most);
      for (const listener of listeners) listener(request);
    },
    onRequest(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
