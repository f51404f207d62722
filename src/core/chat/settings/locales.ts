import { knownLocale, knownZone } from "../../../lib/locale-names.ts";
import { nearestName } from "../../../lib/nearest-name.ts";
import type { ChatStore } from "../../ports/store.ts";

/** How dates and numbers are written: a BCP 47 tag (`en-GB`) and an IANA zone (`Europe/Prague`). */
type ChatLocale = { readonly locale: string; readonly zone: string };
/** What of it a chat has chosen; null: the usual. */
type Chosen = { readonly [Part in keyof ChatLocale]: string | null };
/** The language and zone of each chat: asked for each message, so they are held in memory. */
export interface Locales {
  of(chatId: number): ChatLocale;
  load(): Promise<void>;
  /** @returns what is kept now, or what was wrong with it; null puts it back to the usual */
  choose(chatId: number, part: keyof ChatLocale, value: string | null): Promise<LocaleChoice>;
  /** Telegram says which language a person's client has; it holds where nothing was chosen. */
  heard(chatId: number, language: string): Promise<void>;
}
type LocaleChoice =
  | { readonly kind: "chosen"; readonly now: ChatLocale }
  | { readonly kind: "unknown"; readonly nearest: string | null };
const FALLBACK = "en-GB";

/** @param usual what the configuration says; a locale left out is the client's, else British English */
export function createLocales(
  chats: ChatStore,
  usual: { readonly locale: string | undefined; readonly zone: () => string },
): Locales {
  const kept = new Map<number, Chosen & { readonly language: string | null }>();
  const keptOf = (chatId: number) => kept.get(chatId) ?? { locale: null, zone: null, language: null };
  function of(chatId: number): ChatLocale {
    const { locale, zone, language } = keptOf(chatId);
    // Telegram tells no kind of English from another.
    const heard = language === "en" ? null : language;
    return {
      locale: locale ?? usual.locale ?? heard ?? FALLBACK,
      // Asked for only where a date is written.
      get zone() {
        return zone ?? usual.zone();
      },
    };
  }
  async function keep(chatId: number, change: Partial<Chosen> & { language?: string }): Promise<void> {
    const settings = await chats.get(chatId);
    if (settings === null) return;
    const { kind, ownerId, title, repositoryId } = settings;
    await chats.put({ chatId, kind, ownerId, title, repositoryId, ...change });
    kept.set(chatId, { ...keptOf(chatId), ...change });
  }
  return {
    of,
    async load() {
      for (const { chatId, locale = null, zone = null, language = null } of await chats.list())
        kept.set(chatId, { locale, zone, language });
    },
    async choose(chatId, part, value) {
      const known = value === null ? null : part === "locale" ? knownLocale(value) : knownZone(value);
      if (value !== null && known === null)
        return {
          kind: "unknown",
          nearest: part === "zone" ? nearestName(value, Intl.supportedValuesOf("timeZone")) : null,
        };
      await keep(chatId, { [part]: known });
      return { kind: "chosen", now: of(chatId) };
    },
    async heard(chatId, language) {
      const { language: before } = keptOf(chatId);
      // It is heard with every message, and what is kept is a tag that was known.
      if (language === before) return;
      const known = knownLocale(language);
      if (known !== null && known !== before) await keep(chatId, { language: known });
    },
  };
}
