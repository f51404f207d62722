import { inspect } from "node:util";

const MASK = "[secret]";

/** A value that must not be seen. It prints as `[secret]` in text, JSON and `util.inspect`; whoever needs it calls `reveal()`. */
export class Secret {
  readonly #value: string;
  constructor(value: string) {
    this.#value = value;
  }
  reveal(): string {
    return this.#value;
  }
  toString(): string {
    return MASK;
  }
  toJSON(): string {
    return MASK;
  }
  [Symbol.toPrimitive](): string {
    return MASK;
  }
  [inspect.custom](): string {
    return MASK;
  }
}
