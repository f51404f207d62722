/** The address as the browser understands it, or undefined when it is no kind that a message may open. */
export function safeAddress(address: string): string | undefined {
  const trimmed = address.trim();
  const full =
    /^[a-z][a-z0-9+.-]*:/iu.test(trimmed) && !/^[^/:]+\.[^/:]+:\d/u.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (!URL.canParse(full)) return undefined;
  const { protocol, href } = new URL(full);
  return ["http:", "https:", "mailto:", "tg:"].includes(protocol) ? href : undefined;
}

/** Whether what the person read is the address itself, so that there is nothing to warn of. */
export function saysWhereItLeads(words: string, address: string): boolean {
  return safeAddress(words) === safeAddress(address);
}
