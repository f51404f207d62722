import { h, icon } from "./h.ts";

type Handlers = {
  readonly changed: () => void;
  readonly key: (event: KeyboardEvent) => void;
  readonly menu: () => void;
  readonly attach: () => void;
  readonly send: () => void;
  readonly record: () => void;
};
/** What the composer is made of: the input in its bar, with the buttons beside it, and the place for what was refused. */
export function composerParts(on: Handlers) {
  const input = h("textarea", {
    class: "input",
    rows: 1,
    placeholder: "Message",
    "aria-label": "Message",
    role: "combobox",
    "aria-controls": "commands",
    "aria-expanded": "false",
    "aria-autocomplete": "list",
    dir: "auto",
    oninput: on.changed,
    onkeydown: on.key,
  });
  const counter = h("span", { class: "counter", "aria-live": "polite", hidden: true });
  const error = h("div", { class: "composer-error", role: "alert", hidden: true });
  const menu = roundButton({ label: "Commands", class: "menu-button", icon: "menu", run: on.menu });
  const attach = roundButton({ label: "Attach a file", title: "Attach", icon: "attach", run: on.attach });
  const send = h(
    "button",
    { type: "button", class: "round send", "aria-label": "Send", onclick: on.send },
    icon("send"),
  );
  const voice = roundButton({
    label: "Record a voice message",
    title: "Voice message",
    icon: "microphone",
    run: on.record,
  });
  const frame = h("div", { class: "input-frame" }, input, counter);
  const bar = h("div", { class: "composer-bar" }, menu, attach, frame, voice, send);
  return { input, counter, error, attach, send, voice, bar };
}
function roundButton(of: {
  readonly label: string;
  readonly title?: string;
  readonly class?: string;
  readonly icon: Parameters<typeof icon>[0];
  readonly run: () => void;
}): HTMLButtonElement {
  const { label, title = label, run } = of;
  const name = of.class === undefined ? "round" : `round ${of.class}`;
  return h("button", { type: "button", class: name, "aria-label": label, title, onclick: run }, icon(of.icon));
}
