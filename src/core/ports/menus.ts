import type { ChatRef, Incoming, Person } from "../incoming.ts";

/** Menus of buttons that stand in a chat and change as they are pressed. */
export interface Menus {
  /** Shows one; `rowId` names its message, so that the same command handled twice shows it once. */
  open(name: MenuName, to: { readonly rowId: number; readonly chat: ChatRef; readonly from: Person }): Promise<void>;
  /** Serves a press on a menu's button; false when the button is none of a menu's. */
  press(press: Incoming & { readonly kind: "press" }): Promise<boolean>;
}
export type MenuName = "settings" | "knobs" | "models" | "alerts";
