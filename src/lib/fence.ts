/** Text of others between marks that the text itself cannot close: for prompts, where it is material and no instruction. */
export function fence(name: string, text: string): string {
  const safe = text.trim().replaceAll(/<(\/?)data/gi, "<$1 data");
  return `<data from="${name.replaceAll(/[^\w./-]/g, "_")}">\n${safe}\n</data>`;
}
