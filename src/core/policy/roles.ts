/**
 * What a person may do, least first: a viewer looks, a member gives work and decides on it, a maintainer also changes
 * repositories, rules and settings, the owner also lets people in.
 */
export const ROLES = ["viewer", "member", "maintainer", "owner"] as const;
export type Role = (typeof ROLES)[number];

export function isAtLeast(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}
/** What a chat may make of somebody: an owner's word reaches past any chat, so no chat makes owners. */
export const CHAT_ROLES = ["viewer", "member", "maintainer"] as const;
export type ChatRole = (typeof CHAT_ROLES)[number];
/** What decides what somebody may do in one chat. */
export type Standing = {
  /** Their own role, everywhere; null: a stranger. */
  readonly own: Role | null;
  /** What everyone in the chat may do; null: nothing. */
  readonly everyone: ChatRole | null;
  /** What the chat says of this person; `nobody`: shut out there; null: nothing. */
  readonly here: ChatRole | "nobody" | null;
};
/** An owner is one everywhere; else what the chat says of this person holds, and where it says nothing the greater of the other two. */
export function roleIn({ own, everyone, here }: Standing): Role | null {
  if (own === "owner") return own;
  if (here !== null) return here === "nobody" ? null : here;
  if (own === null || everyone === null) return own ?? everyone;
  return isAtLeast(own, everyone) ? own : everyone;
}
/** Does what a chat says of somebody stay when they become a stranger? Only where it takes away: being removed lets nobody in. */
export function outlivesRemoval({ everyone, here }: Pick<Standing, "everyone" | "here">): boolean {
  if (here === null || here === "nobody") return here === "nobody";
  return everyone !== null && !isAtLeast(here, everyone);
}
