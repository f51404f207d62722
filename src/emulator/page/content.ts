import type { Checklist, Poll } from "@grammyjs/types";
import type { LocalMessage } from "../client-api.ts";
import type { Actions, Opened } from "./actions.ts";
import { fileAddress } from "./api.ts";
import { h, icon } from "./h.ts";
import { animation, audioPlayer, documentCard, photo, video } from "./media.ts";
import { mapCard, renderRich } from "./rich.ts";
import { nameOf } from "./summary.ts";
import { renderText } from "./text.ts";

/** What a message carries besides its words. */
export function renderMedia(message: Partial<LocalMessage>, actions: Actions, opened: Opened): HTMLElement | undefined {
  const hidden = message.has_media_spoiler === true;
  if (message.photo !== undefined) return photo(message.photo, hidden);
  if (message.animation !== undefined) return animation(message.animation);
  if (message.video !== undefined) return video(message.video, hidden);
  if (message.video_note !== undefined) return video(message.video_note, hidden);
  if (message.voice !== undefined) return audioPlayer(message.voice, "Voice message");
  if (message.audio !== undefined) {
    const { performer, title, file_name } = message.audio;
    return audioPlayer(message.audio, [performer, title ?? file_name ?? "Audio"].filter(Boolean).join(" – "));
  }
  if (message.document !== undefined) return documentCard(message.document, actions, opened);
  if (message.sticker !== undefined) return sticker(message.sticker);
  return renderThing(message, actions, opened);
}

function renderThing(message: Partial<LocalMessage>, actions: Actions, opened: Opened): HTMLElement | undefined {
  const { checklist: list, contact, dice, location, poll: question, venue } = message;
  if (list !== undefined) return checklist(list, actions, opened);
  if (question !== undefined) return poll(question);
  if (venue !== undefined) {
    return h(
      "div",
      {},
      h("strong", {}, venue.title),
      mapCard(venue.location.latitude, venue.location.longitude, 16, { actions }),
    );
  }
  if (location !== undefined) return mapCard(location.latitude, location.longitude, 16, { actions });
  if (dice !== undefined) return h("div", { class: "dice" }, `${dice.emoji} ${dice.value}`);
  if (contact !== undefined) {
    return h(
      "div",
      { class: "card" },
      h("span", { class: "card-icon" }, icon("user")),
      h("div", {}, nameOf(contact), h("div", { class: "faint" }, contact.phone_number)),
    );
  }
  return undefined;
}

function sticker(one: NonNullable<LocalMessage["sticker"]>): HTMLElement {
  if (one.is_animated || one.is_video) return h("div", { class: "dice" }, one.emoji ?? "Sticker");
  return h("img", { class: "sticker", src: fileAddress(one.file_id), alt: one.emoji ?? "Sticker" });
}

function checklist(list: Checklist, actions: Actions, opened: Opened): HTMLElement {
  const done = list.tasks.filter(isDone).length;
  return h(
    "div",
    { class: "checklist" },
    h("strong", {}, renderText(list.title, list.title_entities, actions, opened)),
    h(
      "ul",
      { class: "list" },
      list.tasks.map((task) =>
        h(
          "li",
          {},
          h(
            "span",
            {
              class: isDone(task) ? "checkbox checked" : "checkbox",
              role: "img",
              "aria-label": isDone(task) ? "Done" : "Not done",
            },
            isDone(task) && icon("check"),
          ),
          h("div", { class: "list-body" }, renderText(task.text, task.text_entities, actions, new Map())),
        ),
      ),
    ),
    h("div", { class: "faint" }, `${done} of ${list.tasks.length} done`),
  );
}

function isDone({ completion_date, completed_by_user }: Checklist["tasks"][number]): boolean {
  return (completion_date ?? 0) > 0 || completed_by_user !== undefined;
}

function poll(question: Poll): HTMLElement {
  const total = Math.max(1, question.total_voter_count);
  return h(
    "div",
    { class: "poll" },
    h("strong", {}, question.question),
    h(
      "div",
      { class: "faint" },
      question.is_closed ? "Final results" : question.is_anonymous ? "Anonymous poll" : "Poll",
    ),
    question.options.map((option) =>
      h(
        "div",
        { class: "poll-option" },
        h("span", { class: "faint" }, `${Math.round((100 * option.voter_count) / total)} %`),
        h("span", {}, option.text),
      ),
    ),
  );
}

/** The words of a message: text, caption or rich blocks. */
export function renderWords(
  message: Partial<LocalMessage>,
  whole: LocalMessage | undefined,
  actions: Actions,
  opened: Opened,
): HTMLElement | undefined {
  if (message.rich_message !== undefined) return renderRich(message.rich_message, whole, actions, opened);
  const words = message.text ?? message.caption ?? "";
  if (words === "") return undefined;
  const entities = message.text === undefined ? message.caption_entities : message.entities;
  return h("div", { class: "words", dir: "auto" }, renderText(words, entities, actions, opened));
}
