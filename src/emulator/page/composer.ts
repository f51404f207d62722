import type { LocalMessage } from "../client-api.ts";
import { sentenceOf } from "./api.ts";
import { openChat, type App } from "./app.ts";
import { albumsOf, createAttachments } from "./attachments.ts";
import { createCommandMenu, matchingCommands } from "./command-menu.ts";
import { h, icon } from "./h.ts";
import { openPopup } from "./popup.ts";
import { canRecord, startRecording } from "./recorder.ts";
import { nameOf, summaryOf } from "./summary.ts";

/** Bot API: a message has at most this many characters, a caption fewer; the server counts UTF-16 code units. */
const messageLimit = 4096;
const captionLimit = 1024;
const warnBelow = 200;
const tallestPx = 220;

type Context = { readonly kind: "reply" | "edit"; readonly message: LocalMessage };

/** The input: text, commands, files, voice, reply and edit. What the server refuses stays in it. */
export function createComposer(app: App, sent: (message: LocalMessage) => void) {
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
    oninput: changed,
    onkeydown: key,
  });
  const menu = createCommandMenu(input, (command) => void sendText(command, input.value));
  const files = createAttachments(() => changed());
  const counter = h("span", { class: "counter", "aria-live": "polite", hidden: true });
  const contextBar = h("div", { class: "context-bar", hidden: true });
  const error = h("div", { class: "composer-error", role: "alert", hidden: true });
  const menuButton = h(
    "button",
    { type: "button", class: "round menu-button", "aria-label": "Commands", title: "Commands", onclick: toggleMenu },
    icon("menu"),
  );
  const attach = h(
    "button",
    { type: "button", class: "round", "aria-label": "Attach a file", title: "Attach", onclick: openAttach },
    icon("attach"),
  );
  const send = h(
    "button",
    { type: "button", class: "round send", "aria-label": "Send", onclick: () => void submit() },
    icon("send"),
  );
  const voice = h(
    "button",
    {
      type: "button",
      class: "round",
      "aria-label": "Record a voice message",
      title: "Voice message",
      onclick: () => void record(),
    },
    icon("microphone"),
  );
  const bar = h(
    "div",
    { class: "composer-bar" },
    menuButton,
    attach,
    h("div", { class: "input-frame" }, input, counter),
    voice,
    send,
  );
  const element = h("footer", { class: "composer" }, menu.element, error, contextBar, files.element, files.inputs, bar);
  let context: Context | undefined;
  let beforeEdit = "";
  let busy = false;

  function limit(): number {
    return files.list().length > 0 ? captionLimit : messageLimit;
  }
  function changed(): void {
    error.hidden = true;
    const left = limit() - input.value.length;
    counter.hidden = left >= warnBelow;
    counter.textContent = String(left);
    counter.classList.toggle("over", left < 0);
    const empty = input.value.trim() === "" && files.list().length === 0;
    send.hidden = empty && context?.kind !== "edit";
    send.disabled = left < 0 || busy;
    voice.hidden = !send.hidden;
    input.style.height = "auto";
    input.style.height = `${Math.min(tallestPx, input.scrollHeight)}px`;
    menu.show(context?.kind === "edit" ? [] : matchingCommands(app.model.commands, input.value));
    if (context?.kind !== "edit") remember(input.value);
  }
  function remember(text: string): void {
    const { chatId, userId } = app.selection;
    if (chatId !== undefined) app.session.setInput(userId, chatId, text);
  }
  function key(event: KeyboardEvent): void {
    if (event.isComposing || menu.key(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      void submit();
    } else if (event.key === "Escape" && context !== undefined) leaveContext();
    else if (event.key === "ArrowUp" && input.value === "") {
      const own = openChat(app)?.messages.findLast(
        ({ from, text }) => from?.id === app.selection.userId && text !== undefined,
      );
      if (own === undefined) return;
      event.preventDefault();
      edit(own);
    }
  }
  function toggleMenu(): void {
    if (menu.isOpen()) menu.show([]);
    else if (app.model.commands.length === 0) app.notify("The bot has not told its commands yet.");
    else menu.show(app.model.commands);
    input.focus();
  }
  function openAttach(): void {
    const { x, y } = attach.getBoundingClientRect();
    openPopup({
      at: { x, y: y - 110 },
      label: "Attach",
      items: [
        { label: "Photo or file", icon: "file", run: files.choose },
        { label: "Audio file as voice message", icon: "microphone", run: files.chooseVoice },
      ],
    });
  }

  async function submit(): Promise<void> {
    const text = input.value.trim();
    if (busy || input.value.length > limit()) return;
    if (context?.kind === "edit") return attempt(() => saveEdit(text));
    if (files.list().length > 0) return attempt(() => sendFiles(text));
    if (text !== "") await sendText(text, input.value);
  }
  /** @param typed what of the input is being sent, to be cleared from it; a pressed command leaves the input alone */
  async function sendText(text: string, typed = ""): Promise<void> {
    await attempt(async () => {
      const { message } = await app.api.send({ ...destination(), text });
      // What was typed while the answer was on its way is the beginning of the next message.
      if (input.value.startsWith(typed)) input.value = input.value.slice(typed.length);
      leaveReply();
      sent(message);
    });
  }
  async function sendFiles(caption: string): Promise<void> {
    // An album that broke off in the middle goes on as one of its own.
    const name = Date.now();
    const to = destination();
    for (const [at, album] of albumsOf(files.list()).entries())
      for (const [index, { file, kind }] of album.entries()) {
        const isFirst = at === 0 && index === 0;
        const together = album.length > 1 ? { album: `${name}${at}` } : {};
        const whole = { ...to, ...together, kind, file, caption: isFirst ? caption : "" };
        const { message } = await app.api.sendFile(whole);
        if (isFirst) input.value = "";
        files.set(files.list().slice(1));
        leaveReply();
        sent(message);
      }
  }
  async function saveEdit(text: string): Promise<void> {
    const message = context?.message;
    if (message === undefined || text === "" || text === message.text) return leaveContext();
    const { userId } = app.selection;
    const answer = await app.api.edit({ chatId: message.chat.id, userId, messageId: message.message_id, text });
    leaveContext();
    sent(answer.message);
  }
  function destination() {
    const { chatId, threadId, userId } = app.selection;
    if (chatId === undefined) throw new Error("No chat is open. Choose one at the left.");
    return {
      chatId,
      userId,
      ...(context?.kind === "reply" ? { replyTo: context.message.message_id } : {}),
      ...(threadId === undefined ? {} : { threadId }),
    };
  }
  async function attempt(action: () => Promise<void>): Promise<void> {
    busy = true;
    let refusal: string | undefined;
    try {
      await action();
    } catch (problem) {
      refusal = sentenceOf(problem);
    } finally {
      busy = false;
      changed();
    }
    error.hidden = refusal === undefined;
    error.textContent = refusal ?? "";
  }

  async function record(): Promise<void> {
    if (!canRecord()) return files.chooseVoice();
    try {
      const recording = await startRecording({
        done: (file) =>
          void attempt(async () =>
            sent((await app.api.sendFile({ ...destination(), kind: "voice", file, caption: "" })).message),
          ),
        failed: (sentence) => app.notify(sentence, "error"),
        ended: () => recording.replaceWith(bar),
      });
      bar.replaceWith(recording);
      recording.querySelector("button")?.focus();
    } catch {
      app.notify("There is no microphone to record with: choose an audio file instead.");
      files.chooseVoice();
    }
  }

  function reply(message: LocalMessage): void {
    if (context?.kind === "edit") leaveContext();
    enter({ kind: "reply", message });
  }
  function edit(message: LocalMessage): void {
    if (context?.kind !== "edit") beforeEdit = input.value;
    enter({ kind: "edit", message });
    input.value = message.text ?? message.caption ?? "";
    changed();
    input.setSelectionRange(input.value.length, input.value.length);
  }
  function enter(next: Context): void {
    context = next;
    const name = next.message.from === undefined ? "Message" : nameOf(next.message.from);
    contextBar.hidden = false;
    contextBar.replaceChildren(
      icon(next.kind === "reply" ? "reply" : "edit"),
      h(
        "div",
        { class: "context-words" },
        h("span", { class: "accent" }, next.kind === "reply" ? `Reply to ${name}` : "Edit message"),
        h("span", { dir: "auto" }, summaryOf(next.message)),
      ),
      h("button", { type: "button", class: "round", "aria-label": "Cancel", onclick: leaveContext }, icon("close")),
    );
    changed();
    input.focus();
  }
  function leaveReply(): void {
    if (context?.kind === "reply") leaveContext();
  }
  function leaveContext(): void {
    if (context?.kind === "edit") input.value = beforeEdit;
    context = undefined;
    contextBar.hidden = true;
    changed();
  }
  /** Another chat or user: its own draft of the input comes back. */
  function load(): void {
    const { chatId, userId } = app.selection;
    context = undefined;
    contextBar.hidden = true;
    error.hidden = true;
    element.hidden = chatId === undefined;
    input.value = chatId === undefined ? "" : app.session.input(userId, chatId);
    files.set([]);
    menu.show([]);
  }
  function insert(text: string): void {
    const gap = input.value === "" || /\s$/u.test(input.value) ? "" : " ";
    input.value += `${gap}${text} `;
    changed();
    input.focus();
  }
  return {
    element,
    load,
    reply,
    edit,
    insert,
    sendText,
    isEmpty: () => input.value.trim() === "" && context === undefined && files.list().length === 0,
    addFiles: files.add,
    focus: () => input.focus({ preventScroll: true }),
  };
}
