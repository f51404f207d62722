import type { Animation, Audio, Document, PhotoSize, Video, Voice } from "@grammyjs/types";
import type { Actions, Opened } from "./actions.ts";
import { fileAddress, fileText, sentenceOf } from "./api.ts";
import { diffLines, looksLikeDiff } from "./diff.ts";
import { byteSize, duration } from "./format.ts";
import { h, icon } from "./h.ts";

/** A shown text is cut here; the whole of it can be downloaded. */
const shownBytes = 256 * 1024;
const textNames =
  /\.(txt|md|log|diff|patch|json|jsonl|ya?ml|toml|csv|xml|html?|css|[cm]?[jt]sx?|py|rs|go|java|rb|sh|sql|c|h|cpp|ini|cfg|env|lock)$/iu;

export function photo(sizes: readonly PhotoSize[], hidden: boolean): HTMLElement {
  const largest = [...sizes].sort((left, right) => right.width * right.height - left.width * left.height)[0];
  if (largest === undefined) return h("div", { class: "unsupported" }, "A photo without a file.");
  const image = h("img", {
    class: "photo",
    src: fileAddress(largest.file_id),
    alt: "Photo",
    width: largest.width > 0 ? largest.width : undefined,
    height: largest.height > 0 ? largest.height : undefined,
    decoding: "async",
  });
  const frame = h(
    "a",
    { class: "photo-frame", href: fileAddress(largest.file_id), target: "_blank", rel: "noopener" },
    image,
  );
  return hidden ? covered(frame) : frame;
}

export function video(file: Pick<Video, "file_id">, hidden: boolean): HTMLElement {
  const player = h("video", { class: "video", controls: true, preload: "metadata", src: fileAddress(file.file_id) });
  return hidden ? covered(player) : player;
}

export function animation(file: Pick<Animation, "file_id">): HTMLElement {
  const player = h("video", {
    class: "video",
    loop: true,
    playsinline: true,
    controls: true,
    src: fileAddress(file.file_id),
  });
  player.muted = true;
  if (!matchMedia("(prefers-reduced-motion: reduce)").matches) player.autoplay = true;
  return player;
}

function covered(content: HTMLElement): HTMLElement {
  const cover = h("div", { class: "media-spoiler" }, content);
  const button = h("button", {
    type: "button",
    class: "media-cover",
    "aria-label": "Show hidden media",
    onclick: () => {
      cover.classList.add("open");
      button.remove();
    },
  });
  cover.append(button);
  return cover;
}

export function audioPlayer(file: Pick<Audio | Voice, "file_id" | "duration">, name: string): HTMLElement {
  const length = file.duration > 0 ? ` · ${duration(file.duration)}` : "";
  return h(
    "div",
    { class: "audio" },
    h("div", { class: "audio-name" }, name, length),
    h("audio", { controls: true, preload: "metadata", src: fileAddress(file.file_id), "aria-label": name }),
  );
}

export function documentCard(file: Document, actions: Actions, opened: Opened): HTMLElement {
  const name = file.file_name ?? "File";
  const place = `document ${file.file_id}`;
  const isText: boolean = textNames.test(name) || file.mime_type?.startsWith("text/") === true;
  const preview = h("div", { class: "preview", hidden: true });
  const show = h(
    "button",
    { type: "button", class: "link show", "aria-expanded": "false", onclick: () => toggle(Boolean(preview.hidden)) },
    "Show",
  );
  function toggle(open: boolean): void {
    opened.set(place, open);
    preview.hidden = !open;
    show.textContent = open ? "Hide" : "Show";
    show.setAttribute("aria-expanded", String(open));
    if (open && preview.childElementCount === 0) void fill(preview, file.file_id, name, actions);
  }
  if (opened.get(place) === true) toggle(true);
  const size = file.file_size === undefined ? "" : byteSize(file.file_size);
  return h(
    "div",
    { class: "document" },
    h(
      "div",
      { class: "card" },
      h("span", { class: "card-icon" }, icon("file")),
      h(
        "div",
        { class: "card-words" },
        h("div", { class: "file-name", title: name, dir: "auto" }, name),
        h("div", { class: "faint" }, size, isText && size !== "" ? " · " : "", isText && show),
      ),
      h(
        "a",
        {
          class: "round",
          href: fileAddress(file.file_id),
          download: name,
          "aria-label": `Download ${name}`,
          title: "Download",
        },
        icon("download"),
      ),
    ),
    isText && preview,
  );
}

async function fill(preview: HTMLElement, fileId: string, name: string, actions: Actions): Promise<void> {
  preview.replaceChildren(h("div", { class: "faint" }, "Loading…"));
  try {
    const { text, cut } = await fileText(fileId, shownBytes);
    const isDiff = /\.(diff|patch)$/iu.test(name) || looksLikeDiff(text);
    const copy = h("button", { type: "button", class: "link", onclick: () => actions.copy(text) }, "Copy");
    preview.replaceChildren(
      h("pre", { class: isDiff ? "diff" : "plain", tabindex: "0", dir: "ltr" }, isDiff ? diffRows(text) : text),
      h(
        "div",
        { class: "faint" },
        copy,
        cut && ` Only the first ${byteSize(shownBytes)} are shown; download the file for all of it.`,
      ),
    );
  } catch (problem) {
    preview.replaceChildren();
    preview.hidden = true;
    actions.notify(`The file could not be shown: ${sentenceOf(problem)}`);
  }
}

function diffRows(text: string): HTMLElement[] {
  return diffLines(text).map((line) => h("span", { class: `line ${line.kind}` }, line.text === "" ? " " : line.text));
}
