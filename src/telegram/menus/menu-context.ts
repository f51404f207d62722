import { Context } from "grammy";
import type { MenuFlavor } from "@grammyjs/menu";
import type { ChatRef, Person } from "../../core/incoming.ts";
import type { Role } from "../../core/policy/roles.ts";
import type { Block } from "../../lib/blocks.ts";

/** What a menu's button knows of its press. */
export type MenuContext = Context &
  MenuFlavor & {
    readonly who: Person;
    readonly place: ChatRef;
    /** States what the message above the buttons says from now on. */
    show(blocks: readonly Block[]): void;
    /** False when this person may not; they are told so. */
    may(role: Role): Promise<boolean>;
  };
