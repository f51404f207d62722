import { duration } from "./format.ts";
import { h, icon } from "./h.ts";

/** Bot API voice messages are OGG with Opus; browsers that cannot write it send what they can. */
const formats = ["audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/mp4"];

export function canRecord(): boolean {
  return typeof MediaRecorder !== "undefined" && navigator.mediaDevices !== undefined;
}

type Needs = {
  readonly done: (file: File) => void;
  readonly failed: (sentence: string) => void;
  readonly ended: () => void;
};

/**
 * Records until the person sends or throws away.
 * @returns the bar to show instead of the input
 * @throws DOMException when there is no microphone or it may not be used
 */
export async function startRecording({ done, failed, ended }: Needs): Promise<HTMLElement> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const mimeType = formats.find((format) => MediaRecorder.isTypeSupported(format));
  const recorder = new MediaRecorder(stream, mimeType === undefined ? {} : { mimeType });
  const chunks: Blob[] = [];
  const startedMs = performance.now();
  let keep = false;
  const clock = h("span", { class: "record-time", role: "timer" }, "0:00");
  const ticking = setInterval(() => {
    clock.textContent = duration((performance.now() - startedMs) / 1000);
  }, 200);
  const finish = (wanted: boolean) => (): void => {
    keep = wanted;
    if (recorder.state !== "inactive") recorder.stop();
  };
  recorder.addEventListener("dataavailable", ({ data }) => chunks.push(data));
  recorder.addEventListener("error", () => failed("The recording broke off. Nothing was sent."));
  recorder.addEventListener("stop", () => {
    clearInterval(ticking);
    for (const track of stream.getTracks()) track.stop();
    ended();
    const type = (recorder.mimeType || "audio/ogg").split(";")[0] ?? "audio/ogg";
    const ending = type.endsWith("webm") ? "webm" : type.endsWith("mp4") ? "m4a" : "ogg";
    if (keep && chunks.length > 0) done(new File(chunks, `voice.${ending}`, { type }));
  });
  recorder.start();
  return h(
    "div",
    { class: "recording", role: "group", "aria-label": "Recording" },
    h(
      "button",
      { type: "button", class: "round", "aria-label": "Throw the recording away", onclick: finish(false) },
      icon("trash"),
    ),
    h("span", { class: "record-dot", "aria-hidden": "true" }),
    clock,
    h("span", { class: "faint" }, "Recording…"),
    h(
      "button",
      { type: "button", class: "round send", "aria-label": "Send the recording", onclick: finish(true) },
      icon("send"),
    ),
  );
}
