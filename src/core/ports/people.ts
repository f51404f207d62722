import type { Instant } from "../../lib/time.ts";
import type { ChatRole, Role } from "../policy/roles.ts";

/** A code that lets one person in, once. The code itself is not kept. */
type Invitation = {
  /** SHA-256, hex, of the code. */
  readonly hash: string;
  readonly role: Role;
  readonly invitedBy: number;
  readonly expiresAt: Instant;
};
export interface InvitationStore {
  add(invitation: Invitation): Promise<void>;
  /** Those not used and not expired. */
  open(now: Instant): Promise<readonly Invitation[]>;
  /** Uses it up; null when it is not open. Of two at the same moment, one gets it. */
  use(hash: string, now: Instant): Promise<Invitation | null>;
}
/** What one group says of one person. */
export type RoleHere = {
  readonly chatId: number;
  readonly userId: number;
  /** As they were called when it was said. */
  readonly name: string;
  /** `nobody`: shut out there. */
  readonly role: ChatRole | "nobody";
  readonly since: Instant;
};
export interface ChatRoleStore {
  /** Of all chats, oldest first. */
  list(): Promise<readonly RoleHere[]>;
  /** One a chat and person: a second replaces the first. */
  put(role: RoleHere): Promise<void>;
  remove(userId: number, chatIds: readonly number[]): Promise<void>;
}
