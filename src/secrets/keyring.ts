/** Where a stored secret is kept. The words stand in the files of `secrets/`: do not change them. */
export type KeyringKind = "secret-service" | "macos" | "file";

/** Keeps values by name. What goes wrong is thrown as a KeyringError. */
export interface Keyring {
  readonly kind: KeyringKind;
  /** As people know it: "the desktop's keyring". */
  readonly title: string;
  /** Null when it holds nothing of that name. */
  get(name: string): Promise<string | null>;
  set(name: string, value: string): Promise<void>;
  /** False when it held nothing of that name. */
  remove(name: string): Promise<boolean>;
}
/** A keyring did not do what it was asked for; the message is for people and holds no value. */
export class KeyringError extends Error {
  override readonly name = "KeyringError";
}
