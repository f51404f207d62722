import { discountFor } from "./discount.js";

export class Cart {
  #lines = new Map();
  #code;

  add(item, quantity = 1) {
    if (!Number.isInteger(quantity) || quantity < 1) throw new RangeError(`not a quantity: ${quantity}`);
    const line = this.#lines.get(item.id);
    this.#lines.set(item.id, { item, quantity: (line?.quantity ?? 0) + quantity });
    return this;
  }

  remove(id) {
    return this.#lines.delete(id);
  }

  useCode(code) {
    this.#code = code;
    return this;
  }

  get count() {
    return [...this.#lines.values()].reduce((sum, line) => sum + line.quantity, 0);
  }

  /** Cents before any discount. */
  get subtotal() {
    return [...this.#lines.values()].reduce((sum, { item, quantity }) => sum + item.cents * quantity, 0);
  }

  /** Cents to pay. */
  get total() {
    return this.subtotal - discountFor(this.#code, this.subtotal);
  }
}
