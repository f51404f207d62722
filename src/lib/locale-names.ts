/** The tag as it is usually written (`de_at` is `de-AT`); null for what is none, or of a language that nothing is known of. */
export function knownLocale(text: string): string | null {
  try {
    const [tag] = Intl.getCanonicalLocales(text.trim().replaceAll("_", "-"));
    return tag !== undefined && Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0 ? tag : null;
  } catch {
    return null;
  }
}
/** The zone as it is usually written; null for what is none. */
export function knownZone(text: string): string | null {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text.trim() }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
