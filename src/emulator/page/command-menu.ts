import type { BotCommand } from "@grammyjs/types";
import { h } from "./h.ts";

/** The commands that begin as typed, the one typed whole before them; all of them for a lone slash, none once an argument is being written. */
export function matchingCommands(commands: readonly BotCommand[], typed: string): BotCommand[] {
  const found = /^\/([a-z0-9_]*)$/iu.exec(typed);
  if (found === null) return [];
  const prefix = (found[1] ?? "").toLowerCase();
  const begins = commands.filter(({ command }) => command.toLowerCase().startsWith(prefix));
  const isWhole = ({ command }: BotCommand) => command.toLowerCase() === prefix;
  return [...begins.filter(isWhole), ...begins.filter((one) => !isWhole(one))];
}

/** The list over the input. The input keeps the focus and points at the chosen entry. */
export function createCommandMenu(input: HTMLTextAreaElement, choose: (command: string) => void) {
  const element = h("ul", {
    class: "commands",
    id: "commands",
    role: "listbox",
    "aria-label": "Commands",
    hidden: true,
  });
  let shown: readonly BotCommand[] = [];
  let index = 0;

  function show(commands: readonly BotCommand[]): void {
    shown = commands;
    index = 0;
    element.hidden = commands.length === 0;
    input.setAttribute("aria-expanded", String(!element.hidden));
    element.replaceChildren(...commands.map(entry));
    mark();
  }
  function entry({ command, description }: BotCommand, at: number): HTMLElement {
    return h(
      "li",
      // pointerdown would take the focus out of the input, and a phone's keyboard with it
      {
        class: "command",
        role: "option",
        id: `command-${at}`,
        onpointerdown: (event: Event) => event.preventDefault(),
        onclick: () => pick(at),
      },
      h("span", { class: "command-name" }, `/${command}`),
      h("span", { class: "faint" }, description),
    );
  }
  function mark(): void {
    for (const [at, item] of [...element.children].entries()) item.setAttribute("aria-selected", String(at === index));
    if (shown.length === 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", `command-${index}`);
    element.children[index]?.scrollIntoView({ block: "nearest" });
  }
  function pick(at: number): void {
    const command = shown[at]?.command;
    show([]);
    if (command !== undefined) choose(`/${command}`);
  }
  /** @returns whether the key was the menu's. */
  function key(event: KeyboardEvent): boolean {
    if (element.hidden) return false;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      index = (index + (event.key === "ArrowDown" ? 1 : shown.length - 1)) % shown.length;
      mark();
    } else if (event.key === "Enter" && !event.shiftKey) pick(index);
    else if (event.key === "Tab") {
      const command = shown[index]?.command ?? "";
      show([]);
      input.value = `/${command} `;
    } else if (event.key === "Escape") show([]);
    else return false;
    event.preventDefault();
    return true;
  }
  return { element, show, key, isOpen: () => !element.hidden };
}
