/** JSON with sorted keys and no spaces: equal values give equal text. `undefined` members are left out, as in JSON. */
export function canonicalJson(value: unknown): string {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  return Array.isArray(value) ? arrayText(value) : objectText(value);
}
function arrayText(items: readonly unknown[]): string {
  let text = "";
  for (let index = 0; index < items.length; index += 1)
    text += `${index === 0 ? "" : ","}${canonicalJson(items[index] ?? null)}`;
  return `[${text}]`;
}
/** Put together as it goes: each row of the record passes here, and lists of its members would take longer than its text. */
function objectText(members: object): string {
  let text = "";
  for (const key of Object.keys(members).toSorted()) {
    const member: unknown = members[key as keyof typeof members];
    if (member !== undefined) text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}
