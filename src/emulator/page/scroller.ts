import { h, icon } from "./h.ts";

const nearPx = 60;

/**
 * The scrolled part of a conversation. Whoever reads at the bottom stays at the bottom; whoever reads further up keeps
 * the message under their eyes where it is, whatever comes, goes or changes around it.
 */
export function createScroller(list: HTMLElement, whenBottom: () => void, whenTop: () => void) {
  const count = h("span", { class: "new-count" });
  const jump = h(
    "button",
    { type: "button", class: "to-bottom round", hidden: true, onclick: () => toBottom(true) },
    count,
    icon("down"),
  );
  const area = h("div", { class: "scroll-area" }, list);
  const element = h("div", { class: "scroller" }, area, jump);
  let stuck = true;
  let fresh = 0;

  area.addEventListener("scroll", () => {
    stuck = area.scrollHeight - area.scrollTop - area.clientHeight < nearPx;
    if (stuck) reachedBottom();
    else showJump();
    if (area.scrollTop < 300) whenTop();
  });
  // Pictures that load, a keyboard that opens: the bottom moves without any event of the conversation.
  const resized = new ResizeObserver(() => {
    if (stuck) toBottom(false);
  });
  resized.observe(list);
  resized.observe(area);

  function reachedBottom(): void {
    fresh = 0;
    showJump();
    whenBottom();
  }
  function showJump(): void {
    jump.hidden = stuck;
    count.textContent = fresh > 0 ? `${fresh} new` : "";
    jump.setAttribute("aria-label", fresh > 0 ? `${fresh} new messages, go to the newest` : "Go to the newest message");
  }
  function toBottom(smooth: boolean): void {
    stuck = true;
    area.scrollTo({ top: area.scrollHeight, behavior: smooth ? "smooth" : "instant" });
    reachedBottom();
  }
  function firstVisible(): Element | undefined {
    const top = area.getBoundingClientRect().top;
    return [...list.children].find((row) => row.getBoundingClientRect().bottom > top);
  }
  return {
    element,
    atBottom: () => stuck,
    toBottom,
    /** Changes the list and holds the reader's place. */
    change(action: () => void): void {
      const held = stuck ? undefined : firstVisible();
      const before = held?.getBoundingClientRect().top ?? 0;
      action();
      if (stuck) toBottom(false);
      else if (held?.isConnected === true) area.scrollTop += held.getBoundingClientRect().top - before;
    },
    /** Says that a message came which the reader, being further up, does not see. */
    missed(): void {
      if (stuck) return;
      fresh += 1;
      showJump();
    },
    reset(): void {
      fresh = 0;
      stuck = true;
      showJump();
    },
  };
}
