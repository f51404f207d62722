import { expect, test } from "vitest";
import { startApp } from "../support/app.ts";
import { freePort } from "../support/free-port.ts";

test("updates that Telegram brings are answered in order, over a restart; without the secret nothing is read", async () => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/telegram`;
  await using app = await startApp({
    pairing: true,
    config: `[telegram]\nmode = "webhook"\nwebhook_url = "${url}"\nwebhook_port = ${port}`,
  });
  const code = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(app.announced.join("\n"))?.[0] ?? "";
  await app.says(code);
  await app.until(/Paired: you are the owner/);
  for (let count = 0; count < 20; count += 1) await app.says(`/help nothing${count}`);
  await app.says("/whoami");
  await app.until(/number 1001, owner/);
  expect(app.emulator.requests.some(({ method }) => method === "getUpdates")).toBe(false);
  await app.restart();
  await app.says("/session");
  await app.until(/turns are given to the model/);

  const post = (headers: Record<string, string>, body: string) =>
    fetch(url, { method: "POST", headers, body }).then((response) => response.status);
  const update = JSON.stringify({ update_id: 999_999, message: { message_id: 1 } });
  expect(await post({}, update)).toBe(401);
  expect(await post({ "x-telegram-bot-api-secret-token": "x".repeat(64) }, "y".repeat(5_000_000))).toBe(401);
  expect(await fetch(url).then((response) => response.status)).toBe(404);
  expect(await fetch(`${url}/other`, { method: "POST" }).then((response) => response.status)).toBe(404);
});

test("when the mode goes back to polling, what waits comes by polling", async () => {
  await using app = await startApp({ pairing: true });
  const { apiRoot } = app.emulator;
  const code = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(app.announced.join("\n"))?.[0] ?? "";
  await app.says(code);
  await app.until(/Paired/);
  await fetch(`${apiRoot}/bot1000000001:abcdefghijklmnopqrstuvwxyz012345678/setWebhook?url=http://127.0.0.1:9/x`);
  await app.says("/whoami");
  await app.until(/number 1001, owner/);
});
