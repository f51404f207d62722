/** Speech to text. */
export interface Transcriber {
  /** Seconds and bytes that are taken at most; null when no service is set up. */
  readonly limits: { readonly seconds: number; readonly bytes: number } | null;
  /** @throws Fault speech.failed */
  transcribe(audio: { readonly bytes: Uint8Array; readonly name: string }, signal: AbortSignal): Promise<string>;
}
/** What a message carries besides its text. */
export interface MessageFiles {
  /** @throws Fault file.too-large before anything is loaded, file.unavailable */
  load(fileId: string, options: { readonly maxBytes: number; readonly signal: AbortSignal }): Promise<Uint8Array>;
}
