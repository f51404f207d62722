import type { LocalMessage } from "../client-api.ts";
import { sentenceOf } from "./api.ts";
import { openChat, type App } from "./app.ts";
import { createAttachments } from "./attachments.ts";
import { createContextBar, type Context } from "./context-bar.ts";
import { createCommandMenu, matchingCommands } from "./command-menu.ts";
import { composerParts } from "./composer-parts.ts";
import { h } from "./h.ts";
import { openPopup } from "./popup.ts";
import { createPost } from "./post.ts";
import { canRecord, startRecording } from "./recorder.ts";

/** Bot API: a message has at most this many characters, a caption fewer; the server counts UTF-16 code units. */
const messageLimit = 4096;
const captionLimit = 1024;
const warnBelow = 200;
const tallestPx = 220;

/** The input: text, commands, files, voice, reply and edit. What the server refuses stays in it. */
export function createComposer(app: App, sent: (message: LocalMessage) => void) {
  const { input, counter, error, attach, send, voice, bar } = composerParts({
    changed,
    key,
    menu: toggleMenu,
    attach: openAttach,
    send: () => void submit(),
    record: () => void record(),
  });
  const menu = createCommandMenu(input, (command) => void sendText(command, input.value));
  const files = createAttachments(() => changed());
  const about = createContextBar(leaveContext);
  const post = createPost(app, about.now);
  const element = h(
    "footer",
    { class: "composer" },
    menu.element,
    error,
    about.element,
    files.element,
    files.inputs,
    bar,
  );
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
    const editing = about.now()?.kind === "edit";
    send.hidden = empty && !editing;
    send.disabled = left < 0 || busy;
    voice.hidden = !send.hidden;
    input.style.height = "auto";
    input.style.height = `${Math.min(tallestPx, input.scrollHeight)}px`;
    menu.show(editing ? [] : matchingCommands(app.model.commands, input.value));
    if (!editing) remember(input.value);
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
    } else if (event.key === "Escape" && about.now() !== undefined) leaveContext();
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
    const context = about.now();
    if (context?.kind === "edit") return attempt(() => saveEdit(context.message, text));
    if (files.list().length > 0) return attempt(() => sendFiles(text));
    if (text !== "") await sendText(text, input.value);
  }
  /** @param typed what of the input is being sent, to be cleared from it; a pressed command leaves the input alone */
  async function sendText(text: string, typed = ""): Promise<void> {
    await attempt(async () => {
      const message = await post.text(text);
      // What was typed while the answer was on its way is the beginning of the next message.
      if (input.value.startsWith(typed)) input.value = input.value.slice(typed.length);
      leaveReply();
      sent(message);
    });
  }
  async function sendFiles(caption: string): Promise<void> {
    let isFirst = true;
    for await (const message of post.files(files.list(), caption)) {
      if (isFirst) input.value = "";
      isFirst = false;
      files.set(files.list().slice(1));
      leaveReply();
      sent(message);
    }
  }
  async function saveEdit(message: LocalMessage, text: string): Promise<void> {
    if (text === "" || text === message.text) return leaveContext();
    const edited = await post.edited(message, text);
    leaveContext();
    sent(edited);
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
        done: (file) => void attempt(async () => sent(await post.voice(file))),
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
    if (about.now()?.kind === "edit") leaveContext();
    enter({ kind: "reply", message });
  }
  function edit(message: LocalMessage): void {
    if (about.now()?.kind !== "edit") beforeEdit = input.value;
    enter({ kind: "edit", message });
    input.value = message.text ?? message.caption ?? "";
    changed();
    input.setSelectionRange(input.value.length, input.value.length);
  }
  function enter(next: Context): void {
    about.show(next);
    changed();
    input.focus();
  }
  function leaveReply(): void {
    if (about.now()?.kind === "reply") leaveContext();
  }
  function leaveContext(): void {
    if (about.now()?.kind === "edit") input.value = beforeEdit;
    about.clear();
    changed();
  }
  /** Another chat or user: its own draft of the input comes back. */
  function load(): void {
    const { chatId, userId } = app.selection;
    about.clear();
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
    isEmpty: () => input.value.trim() === "" && about.now() === undefined && files.list().length === 0,
    addFiles: files.add,
    focus: () => input.focus({ preventScroll: true }),
  };
}
