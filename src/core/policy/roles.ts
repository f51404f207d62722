/**
 * What a person may do, least first: a viewer looks, a member gives work and decides on it, a maintainer also changes
 * repositories, rules and settings, the owner also lets people in.
 */
export const ROLES = ["viewer", "member", "maintainer", "owner"] as const;
export type Role = (typeof ROLES)[number];

export function isAtLeast(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}
