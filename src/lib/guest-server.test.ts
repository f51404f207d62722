import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/folder.ts";
import { createGuestServer, MOST_GUESTS } from "./guest-server.ts";

async function withServer(silentMs: number | undefined, use: (visit: () => Socket) => Promise<void>): Promise<void> {
  using folder = temporaryFolder();
  const server = createGuestServer((_, response) => void response.end("hello"), silentMs);
  server.listen(folder.at("s"));
  await once(server, "listening");
  const guests: Socket[] = [];
  const visit = (): Socket => {
    const guest = connect(folder.at("s"));
    guest.on("error", () => undefined).resume();
    guests.push(guest);
    return guest;
  };
  try {
    await use(visit);
  } finally {
    for (const guest of guests) guest.destroy();
    server.close();
  }
}
test("a visitor beyond the most at once is hung up on, and one comes in again when another has left", async () => {
  await withServer(undefined, async (visit) => {
    const first = Array.from({ length: MOST_GUESTS }, visit);
    await Promise.all(first.map(async (guest) => once(guest, "connect")));
    await once(visit(), "close");
    expect(first.filter(({ closed }) => closed)).toEqual([]);
    const [leaving] = first;
    leaving?.destroy();
    const asking = async (): Promise<string> => {
      const guest = visit();
      let told = "";
      guest.on("data", (chunk: Buffer) => (told += chunk.toString()));
      guest.write("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      await once(guest, "close");
      return told;
    };
    await expect.poll(asking).toContain("hello");
  });
});
test.each(["", "GET / HTTP/1.1\r\nHost:"])("a visitor that says no more than %j is ended", async (said) => {
  await withServer(50, async (visit) => {
    const guest = visit();
    guest.write(said);
    await once(guest, "close");
  });
});
