import { h, icon } from "./h.ts";

type Item = { readonly label: string; readonly icon: Parameters<typeof icon>[0]; readonly run: () => void };
type Popup = {
  readonly at: { readonly x: number; readonly y: number };
  readonly emoji?: { readonly choices: readonly string[]; pick(emoji: string): void };
  readonly items: readonly Item[];
  readonly label: string;
};

/** A menu at a point: arrow keys move, Escape and a press elsewhere close it, and focus goes back to where it was. */
export function openPopup({ at, emoji, items, label }: Popup): void {
  const before = document.activeElement;
  const close = (): void => {
    menu.remove();
    removeEventListener("pointerdown", outside, true);
    if (before instanceof HTMLElement && document.activeElement === document.body)
      before.focus({ preventScroll: true });
  };
  const outside = (event: Event): void => {
    if (event.target instanceof Node && !menu.contains(event.target)) close();
  };
  const choose = (run: () => void) => (): void => {
    close();
    run();
  };
  const entry = (item: Item): HTMLElement =>
    h(
      "button",
      { type: "button", role: "menuitem", class: "menu-item", onclick: choose(item.run) },
      icon(item.icon),
      item.label,
    );
  const row =
    emoji !== undefined &&
    h(
      "div",
      { class: "menu-emoji" },
      emoji.choices.map((one) =>
        h(
          "button",
          {
            type: "button",
            role: "menuitem",
            "aria-label": `React with ${one}`,
            onclick: choose(() => emoji.pick(one)),
          },
          one,
        ),
      ),
    );
  const menu = h("div", { class: "menu", role: "menu", "aria-label": label }, row, items.map(entry));
  document.body.append(menu);
  place(menu, at);
  const buttons = [...menu.querySelectorAll<HTMLElement>("button")];
  menu.addEventListener("keydown", (event) => {
    const index = buttons.indexOf(document.activeElement as HTMLElement);
    if (event.key === "Escape" || event.key === "Tab") close();
    else if (event.key === "ArrowDown" || event.key === "ArrowRight") buttons[(index + 1) % buttons.length]?.focus();
    else if (event.key === "ArrowUp" || event.key === "ArrowLeft") buttons.at(index - 1)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  (buttons.find((button) => button.classList.contains("menu-item")) ?? buttons[0])?.focus({ preventScroll: true });
  addEventListener("pointerdown", outside, true);
}

function place(menu: HTMLElement, { x, y }: { readonly x: number; readonly y: number }): void {
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(y, innerHeight - height - 8))}px`;
}
