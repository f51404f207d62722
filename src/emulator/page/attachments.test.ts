import * as fc from "fast-check";
import { expect, test } from "vitest";
import { albumsOf, kindOfFile } from "./attachments.ts";

test("a file goes as what it is only where Telegram shows it so, else as a document", () => {
  expect(kindOfFile({ type: "image/png", name: "a.png" })).toBe("photo");
  expect(kindOfFile({ type: "image/svg+xml", name: "a.svg" })).toBe("document");
  expect(kindOfFile({ type: "", name: "song.MP3" })).toBe("audio");
  expect(kindOfFile({ type: "text/x-diff", name: "a.diff" })).toBe("document");
});
test("files go in their order, in albums of at most ten that Telegram would take", () => {
  const kinds = fc.constantFrom(
    "photo" as const,
    "video" as const,
    "document" as const,
    "audio" as const,
    "voice" as const,
  );
  fc.assert(
    fc.property(
      fc.array(
        kinds.map((kind) => ({ kind })),
        { maxLength: 40 },
      ),
      (files) => {
        const albums = albumsOf(files);
        expect(albums.flat()).toEqual(files);
        for (const album of albums) {
          expect(album.length).toBeLessThanOrEqual(10);
          const names = new Set(album.map(({ kind }) => (kind === "video" ? "photo" : kind)));
          expect(names.size).toBe(1);
          if (names.has("voice")) expect(album).toHaveLength(1);
        }
      },
    ),
  );
  expect(albumsOf([{ kind: "photo" }, { kind: "video" }, { kind: "document" }, { kind: "document" }])).toHaveLength(2);
});
