import type { FileKind } from "./api.ts";
import { byteSize } from "./format.ts";
import { h, icon } from "./h.ts";

export type Attachment = { readonly file: File; readonly kind: FileKind };

/** How a file is sent unless the person says otherwise. */
export function kindOfFile({ type, name }: Pick<File, "type" | "name">): FileKind {
  if (/^image\/(png|jpe?g|webp)$/u.test(type)) return "photo";
  if (type === "video/mp4") return "video";
  if (/^audio\/(mpeg|mp4|x-m4a)$/u.test(type) || /\.(mp3|m4a)$/iu.test(name)) return "audio";
  return "document";
}

/** What apps put together: pictures with videos, documents and sound files each with their own; voice messages stand alone. */
const together: Readonly<Partial<Record<FileKind, string>>> = {
  photo: "seen",
  video: "seen",
  document: "documents",
  audio: "heard",
};
const mostInAlbum = 10;
/** Neighbours that go as one album, in their order; what goes with nothing stands alone. */
export function albumsOf<One extends Pick<Attachment, "kind">>(files: readonly One[]): readonly (readonly One[])[] {
  const albums: One[][] = [];
  for (const file of files) {
    const last = albums.at(-1);
    const family = together[file.kind];
    const fits = last !== undefined && last.length < mostInAlbum && together[last[0]?.kind ?? "voice"] === family;
    if (fits && family !== undefined) last.push(file);
    else albums.push([file]);
  }
  return albums;
}

/** The files waiting to be sent, over the input. */
export function createAttachments(changed: () => void) {
  const element = h("ul", { class: "attachments", "aria-label": "Files to send", hidden: true });
  let waiting: readonly Attachment[] = [];
  const pickFiles = chooser(true, "", (files) => add(files));
  const pickVoice = chooser(false, "audio/*", (files) =>
    set([...waiting, ...files.map((file) => ({ file, kind: "voice" as const }))]),
  );

  function set(next: readonly Attachment[]): void {
    waiting = next;
    element.hidden = next.length === 0;
    element.replaceChildren(...next.map(entry));
    changed();
  }
  function add(files: Iterable<File>): void {
    set([...waiting, ...[...files].map((file) => ({ file, kind: kindOfFile(file) }))]);
  }
  function entry(one: Attachment): HTMLElement {
    const asFile = (): void =>
      set(waiting.map((other) => (other === one ? { file: one.file, kind: "document" } : other)));
    return h(
      "li",
      { class: "attachment" },
      icon(one.kind === "voice" || one.kind === "audio" ? "microphone" : "file"),
      h("span", { class: "file-name", title: one.file.name }, one.file.name),
      h(
        "span",
        { class: "faint" },
        one.kind === "document"
          ? byteSize(one.file.size)
          : `${byteSize(one.file.size)} · as ${one.kind === "voice" ? "voice message" : one.kind}`,
      ),
      one.kind !== "document" && h("button", { type: "button", class: "link", onclick: asFile }, "as file"),
      h(
        "button",
        {
          type: "button",
          class: "round",
          "aria-label": `Remove ${one.file.name}`,
          onclick: () => set(waiting.filter((other) => other !== one)),
        },
        icon("close"),
      ),
    );
  }
  return {
    element,
    inputs: [pickFiles, pickVoice],
    add,
    set,
    list: () => waiting,
    choose: () => pickFiles.click(),
    chooseVoice: () => pickVoice.click(),
  };
}

function chooser(multiple: boolean, accept: string, chosen: (files: File[]) => void): HTMLInputElement {
  const input = h("input", {
    type: "file",
    class: "hidden-input",
    tabindex: "-1",
    "aria-label": accept === "" ? "Choose files" : "Choose an audio file",
    multiple,
    accept: accept === "" ? undefined : accept,
    onchange: () => {
      chosen([...(input.files ?? [])]);
      input.value = "";
    },
  });
  return input;
}

/** Lets files be dropped anywhere on the page and pasted into it. */
export function listenForFiles(overlay: HTMLElement, add: (files: Iterable<File>) => void): void {
  let depth = 0;
  const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") === true;
  const show = (change: number): void => {
    depth = Math.max(0, depth + change);
    overlay.hidden = depth === 0;
  };
  addEventListener("dragenter", (event) => carriesFiles(event) && show(1));
  addEventListener("dragleave", (event) => carriesFiles(event) && show(-1));
  addEventListener("dragover", (event) => carriesFiles(event) && event.preventDefault());
  addEventListener("drop", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    show(-depth);
    add(event.dataTransfer?.files ?? []);
  });
  addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    add(files);
  });
}
