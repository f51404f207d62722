// An update in → the first request to the Bot API, of the whole program against a bare grammY echo bot, both on the same kind of
// emulator, turn about in one run; and the rate at which 1,000 updates that waited are all answered.
import { Bot } from "grammy";
import { openEmulator, type Emulator } from "../../src/emulator/emulator.ts";
import { OWNER, startApp, TOKEN } from "../../test/support/app.ts";
import { figuresOf, show, showRatio } from "./measure.ts";

const WARM_UP = 30;
const COUNT = 300;
const QUEUED = 1000;
const OUTGOING = new Set(["sendMessage", "editMessageText"]);

const echoEmulator = await openQuiet();
const echo = new Bot(TOKEN, { client: { apiRoot: echoEmulator.apiRoot } });
echo.on("message:text", (context) => context.reply(context.message.text));
void echo.start();
const app = await startApp();
const samples = { echo: [] as number[], sparks: [] as number[] };
for (let round = 0; round < WARM_UP + COUNT; round += 1) {
  const [a, b] = [await once(echoEmulator, "hello"), await once(app.emulator, "/whoami")];
  if (round < WARM_UP) continue;
  samples.echo.push(a);
  samples.sparks.push(b);
}
const [first, ours] = [figuresOf(samples.echo), figuresOf(samples.sparks)];
show("echo bot: update → first request", first);
show("sparks (/whoami): update → first request", ours);
showRatio("ratio of p50", ours.p50 / first.p50, "bar: at most 2");
const echoMs = await burst(echoEmulator, (texts) => texts.filter((text) => text === "hello").length);
const sparksMs = await burst(app.emulator, (texts) => texts.filter((text) => text.includes("number 1001")).length);
console.log(
  `echo bot: ${QUEUED} queued updates answered in ${(echoMs / 1000).toFixed(2)} s; sparks, each answer an anchor and an edit, durable on both sides: ${(sparksMs / 1000).toFixed(2)} s`,
);
showRatio("rate against the echo bot", echoMs / sparksMs, "bar: at least 0.5");
await echo.stop();
await app[Symbol.asyncDispose]();
await echoEmulator[Symbol.asyncDispose]();

async function openQuiet(): Promise<Emulator> {
  const emulator = await openEmulator({ token: TOKEN, pageKey: "k", users: [{ id: OWNER, firstName: "Ada" }] });
  emulator.faults.rateLimits = false;
  return emulator;
}
function once(emulator: Emulator, text: string): Promise<number> {
  return new Promise((resolve) => {
    const began = performance.now();
    const end = emulator.onRequest((request) => {
      if (!OUTGOING.has(request.method)) return;
      end();
      // The answer's own edits end before the next turn begins.
      setTimeout(() => resolve(performance.now() - began - 15), 15);
    });
    emulator.people.says({ chatId: OWNER, userId: OWNER, text });
  });
}
async function burst(emulator: Emulator, answered: (texts: readonly string[]) => number): Promise<number> {
  const text = emulator === echoEmulator ? "hello" : "/whoami";
  const count = () =>
    answered(
      emulator
        .messages(OWNER)
        .filter((message) => message.from?.is_bot === true)
        .map((message) => message.text ?? ""),
    );
  const before = count();
  const began = performance.now();
  for (let index = 0; index < QUEUED; index += 1) emulator.people.says({ chatId: OWNER, userId: OWNER, text });
  while (count() - before < QUEUED && performance.now() - began < 120_000)
    await new Promise((resolve) => setTimeout(resolve, 10));
  return performance.now() - began;
}
