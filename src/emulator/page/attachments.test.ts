import { expect, test } from "vitest";
import { kindOfFile } from "./attachments.ts";

test("a file goes as what it is only where Telegram shows it so, else as a document", () => {
  expect(kindOfFile({ type: "image/png", name: "a.png" })).toBe("photo");
  expect(kindOfFile({ type: "image/svg+xml", name: "a.svg" })).toBe("document");
  expect(kindOfFile({ type: "", name: "song.MP3" })).toBe("audio");
  expect(kindOfFile({ type: "text/x-diff", name: "a.diff" })).toBe("document");
});
