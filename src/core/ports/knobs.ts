import type { Instant } from "../../lib/time.ts";

/** A setting that can be changed while the program runs. */
export type Knob = {
  /** As it stands in config.toml: `tasks.max_steps`. */
  readonly key: string;
  /** Values are shown and typed as text. */
  readonly value: string;
  /** What the file, or else the default, says. */
  readonly initial: string;
  /** What it decides, as in config.example.toml. */
  readonly about: string;
  /** "From 1 to 64." or "One of …"; "" when anything goes. */
  readonly bounds: string;
  /** The values a menu can offer: all there are, or some around the present one. */
  readonly choices: readonly string[];
};
export type KnobChange =
  | { readonly kind: "changed"; readonly key: string; readonly from: string; readonly to: string }
  | { readonly kind: "same"; readonly key: string; readonly value: string }
  | { readonly kind: "unknown"; readonly nearest: string | null }
  | { readonly kind: "refused"; readonly knob: Knob; readonly problem: string };
export interface Knobs {
  /** In the order of the file. */
  list(): readonly Knob[];
  /** Checked with the bounds of the file, kept over restarts, recorded with who did it. Never limited silently. */
  set(key: string, text: string, by: { readonly userId: number; readonly name: string }): Promise<KnobChange>;
  /** Back to what the file says. */
  reset(key: string, by: { readonly userId: number; readonly name: string }): Promise<KnobChange>;
}
type KnobRow = {
  readonly key: string;
  readonly value: string;
  readonly setBy: number;
  readonly setAt: Instant;
};
export interface KnobStore {
  list(): Promise<readonly KnobRow[]>;
  put(row: KnobRow): Promise<void>;
  remove(key: string): Promise<void>;
}
