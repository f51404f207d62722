import { InputFile } from "grammy";
import type { Message } from "@grammyjs/types";
import { describe, expect, test } from "vitest";
import { TOKEN, YOU, open, connect, refusal, reason } from "../../test/support/bot-emulator.ts";

describe("files", () => {
  test("go up and come down; 20 MB is the most that comes down, 50 MB that goes up", async () => {
    const emulator = await open();
    const { api } = connect(emulator);
    const { document } = await api.sendDocument(YOU, new InputFile(Buffer.from("déjà"), "nötes.txt"), { caption: "c" });
    expect(document).toMatchObject({ file_name: "nötes.txt", mime_type: "text/plain", file_size: 6 });
    const { file_path: path } = await api.getFile(document.file_id);
    const url = `${emulator.apiRoot}/file/bot${TOKEN}/${path}`;
    expect(await (await fetch(url)).text()).toBe("déjà");
    expect((await fetch(url.replace(TOKEN, "42:other"))).status).toBe(401);
    expect((await api.sendDocument(YOU, document.file_id)).document.file_unique_id).toBe(document.file_unique_id);
    const large = emulator.people.sendsFile({
      chatId: YOU,
      userId: YOU,
      name: "big.bin",
      bytes: new Uint8Array(20 * 1024 * 1024 + 1),
    });
    expect(await reason(api.getFile(large.document?.file_id ?? ""))).toBe("Bad Request: file is too big");
    expect(await reason(api.sendDocument(YOU, new InputFile(new Uint8Array(), "e")))).toBe(
      "Bad Request: file must be non-empty",
    );
    expect(
      (await refusal(api.sendDocument(YOU, new InputFile(new Uint8Array(50 * 1024 * 1024 + 1), "b")))).error_code,
    ).toBe(413);
    expect(
      await reason(api.sendPhoto(YOU, new InputFile(Buffer.from("no picture, but long enough to look"), "p.png"))),
    ).toBe("Bad Request: IMAGE_PROCESS_FAILED");
    expect(await reason(api.sendDocument(YOU, "nothing"))).toBe(
      "Bad Request: wrong file identifier/HTTP URL specified",
    );
  });

  test("make an album of one kind", async () => {
    const emulator = await open();
    const { api } = connect(emulator);
    const item = (text: string) => ({
      type: "document" as const,
      media: new InputFile(Buffer.from(text), `${text}.txt`),
    });
    const album = await api.sendMediaGroup(YOU, [item("a"), item("b")]);
    expect(new Set(album.map((one: Message) => one.media_group_id)).size).toBe(1);
    expect(await reason(api.sendMediaGroup(YOU, [item("a")]))).toBe(
      "Bad Request: message group must include 2-10 items",
    );
    expect(emulator.messages(YOU)).toHaveLength(2);
  });
});

describe("albums of people", () => {
  test("come part by part under one id, in kinds that apps put together, ten at most, from one person", async () => {
    const emulator = await open();
    const part = (name: string, album: string, kind: "document" | "audio" | "sticker" = "document") =>
      emulator.people.sendsFile({ chatId: YOU, userId: YOU, name, bytes: Buffer.from(name), kind, album });
    const { api } = connect(emulator);
    part("a.txt", "77");
    part("b.txt", "77");
    const updates = await api.getUpdates({ limit: 10 });
    expect(updates.map(({ message }) => [message?.media_group_id, message?.document?.file_name])).toEqual([
      ["77", "a.txt"],
      ["77", "b.txt"],
    ]);
    expect(() => part("c.mp3", "77", "audio")).toThrow(/albums of their own/);
    expect(() => part("d.webp", "78", "sticker")).toThrow(/cannot be part of an album/);
    expect(() => part("e.txt", "an album")).toThrow(/1 to 18 digits/);
    for (let count = 2; count < 10; count += 1) part("more.txt", "77");
    expect(() => part("eleventh.txt", "77")).toThrow(/at most 10 parts/);
  });
  test("downloads break as they are ordered to, half of the bytes gone", async () => {
    const emulator = await open();
    const { api } = connect(emulator);
    const sent = emulator.people.sendsFile({ chatId: YOU, userId: YOU, name: "a.txt", bytes: Buffer.alloc(5000, 65) });
    const { file_path: path } = await api.getFile(sent.document?.file_id ?? "");
    const download = async () => (await fetch(`${emulator.apiRoot}/file/bot${TOKEN}/${path}`)).arrayBuffer();
    emulator.faults.next("download", { kind: "break", when: "after" });
    await expect(download()).rejects.toThrow();
    expect((await download()).byteLength).toBe(5000);
  });
});
