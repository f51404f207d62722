/** Rows that are asked for with every message, held in memory: this process alone writes them. */
export interface Memo<Key, Value> {
  get(key: Key): Promise<Value>;
  /** Called after any write of such rows. */
  forget(): void;
}
const MOST_KEPT = 1000;
export function createMemo<Key, Value>(load: (key: Key) => Promise<Value>): Memo<Key, Value> {
  const known = new Map<Key, Value>();
  let writes = 0;
  return {
    async get(key) {
      const held = known.get(key);
      if (held !== undefined) return held;
      const before = writes;
      const value = await load(key);
      // What was read while somebody wrote may be older than what was written.
      if (before === writes && known.size < MOST_KEPT) known.set(key, value);
      return value;
    },
    forget() {
      writes += 1;
      known.clear();
    },
  };
}
