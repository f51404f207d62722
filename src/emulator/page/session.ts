/** What this browser remembers between visits. Storage may be forbidden, so a failure only forgets. */
export type Session = ReturnType<typeof createSession>;

export function createSession(storage: Pick<Storage, "getItem" | "setItem" | "removeItem">, botId: number) {
  const key = (name: string): string => `sparks.${botId}.${name}`;
  const read = (name: string): string | undefined => attempt(() => storage.getItem(key(name))) ?? undefined;
  const write = (name: string, value: string): void => {
    attempt(() => (value === "" ? storage.removeItem(key(name)) : storage.setItem(key(name), value)));
  };
  return {
    userId: (): number => Number(read("user") ?? 0),
    setUserId: (userId: number): void => write("user", String(userId)),
    input: (userId: number, chatId: number): string => read(`input.${userId}.${chatId}`) ?? "",
    setInput: (userId: number, chatId: number, text: string): void => write(`input.${userId}.${chatId}`, text),
    /** The newest message the user has seen in the chat; undefined when they never looked. */
    lastRead: (userId: number, chatId: number): number | undefined => {
      const stored = read(`read.${userId}.${chatId}`);
      return stored === undefined ? undefined : Number(stored);
    },
    setLastRead: (userId: number, chatId: number, messageId: number): void =>
      write(`read.${userId}.${chatId}`, String(messageId)),
  };
}

function attempt<Value>(action: () => Value): Value | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
