// An update in → the first request to the Bot API, of the whole program against a bare grammY echo bot, both as processes of their own,
// turn about in one run, each against an emulator in this one; and the rate at which 1,000 updates that waited are all answered, nine times each,
// turn about, since whatever else the machine does falls on one of them.
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { openEmulator, type Emulator } from "../../src/emulator/emulator.ts";
import { figuresOf, show, showRatio } from "./measure.ts";

const TOKEN = "1000000001:abcdefghijklmnopqrstuvwxyz012345678";
const ADA = 1001;
const WARM_UP = 30;
const COUNT = 300;
const QUEUED = 1000;
const BURSTS = 9;
const BURST_WITHIN_MS = 120_000;
/** Long enough for the rest of an answer, its edit, to end before the next turn begins. */
const REST_MS = 25;
const CODE = /[A-Z0-9]{4}-[A-Z0-9]{4}/;
const OUTGOING = new Set(["sendMessage", "editMessageText"]);
type Contender = {
  readonly emulator: Emulator;
  readonly process: ChildProcess;
  readonly text: string;
  readonly answer: RegExp;
};

const home = mkdtempSync(join(tmpdir(), "sparks-bench-"));
const echo = await begin("hello", /^hello$/, (apiRoot) => ["scripts/bench/echo-bot.ts", apiRoot, TOKEN]);
const sparks = await begin("/whoami", /number 1001/, (apiRoot) => {
  writeFileSync(
    join(home, "config.toml"),
    `[telegram]\napi_root = "${apiRoot}"\n\n[model]\nprovider = "none"\n\n[sandbox]\nkind = "bubblewrap"\n`,
  );
  return ["src/main.js", "--home", home, "up"];
});
try {
  const samples = { echo: [] as number[], sparks: [] as number[] };
  for (let round = 0; round < WARM_UP + COUNT; round += 1) {
    const [a, b] = [await once(echo), await once(sparks)];
    if (round < WARM_UP) continue;
    samples.echo.push(a);
    samples.sparks.push(b);
  }
  const [theirs, ours] = [figuresOf(samples.echo), figuresOf(samples.sparks)];
  show("echo bot: update → first request", theirs);
  show("sparks (/whoami): update → first request", ours);
  showRatio("ratio of p50", ours.p50 / theirs.p50, "bar: at most 2");
  const ratios: number[] = [];
  for (let round = 0; round < BURSTS; round += 1) {
    const [echoMs, sparksMs] = [await burst(echo), await burst(sparks)];
    ratios.push(echoMs / sparksMs);
    console.log(
      `${QUEUED} queued updates answered: echo bot ${(echoMs / 1000).toFixed(2)} s; sparks ${(sparksMs / 1000).toFixed(2)} s, each answer an anchor and an edit, durable on both sides; load ${(loadavg()[0] ?? 0).toFixed(1)}`,
    );
  }
  const { p50, min, max } = figuresOf(ratios);
  showRatio("rate against the echo bot", p50, `${min.toFixed(2)} to ${max.toFixed(2)}; bar: at least 0.5`);
} finally {
  for (const { process: child, emulator } of [echo, sparks]) {
    child.kill("SIGTERM");
    await new Promise((resolve) => child.once("exit", resolve));
    await emulator[Symbol.asyncDispose]();
  }
  rmSync(home, { recursive: true, force: true });
}

async function begin(
  text: string,
  answer: RegExp,
  command: (apiRoot: string) => readonly string[],
): Promise<Contender> {
  const emulator = await openEmulator({ token: TOKEN, pageKey: "k", users: [{ id: ADA, firstName: "Ada" }] });
  emulator.faults.rateLimits = false;
  const child = spawn(process.execPath, [...command(emulator.apiRoot)], {
    stdio: ["pipe", "pipe", "ignore"],
    env: { ...process.env, TELEGRAM_BOT_TOKEN: TOKEN, SPARKS_NO_DISCOVERY: "1" },
  });
  await answersPairing(child, emulator);
  while (
    emulator.messages(ADA).length > 0 &&
    !emulator.messages(ADA).some(({ text: said }) => said?.startsWith("Paired"))
  )
    await rest(REST_MS);
  return { emulator, process: child, text, answer };
}
/** Says the code that is printed, if one is; its output is read to the end, or the next thing it prints would end it. */
async function answersPairing(child: ChildProcess, emulator: Emulator): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let printed = "";
  child.stdout?.on("data", (chunk) => {
    const before = CODE.test(printed);
    printed += String(chunk);
    const code = CODE.exec(printed)?.[0];
    if (code !== undefined && !before) emulator.people.says({ chatId: ADA, userId: ADA, text: code });
    if (code !== undefined || printed.includes("Paired")) resolve();
  });
  await promise;
}
async function once({ emulator, text }: Contender): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const began = performance.now();
  const end = emulator.onRequest(({ method }) => {
    if (OUTGOING.has(method)) resolve(performance.now() - began);
  });
  emulator.people.says({ chatId: ADA, userId: ADA, text });
  const ms = await promise;
  end();
  await rest(REST_MS);
  return ms;
}
async function burst({ emulator, text, answer }: Contender): Promise<number> {
  const answered = new Set<unknown>();
  const { promise: all, resolve, reject } = Promise.withResolvers<void>();
  const end = emulator.onRequest(({ method, outcome }) => {
    if (!OUTGOING.has(method) || outcome.kind !== "ok") return;
    const { message_id: id, text: said = "" } = outcome.result as { message_id: number; text?: string };
    if (answer.test(said)) answered.add(id);
    if (answered.size === QUEUED) resolve();
  });
  const began = performance.now();
  for (let index = 0; index < QUEUED; index += 1) emulator.people.says({ chatId: ADA, userId: ADA, text });
  const deadline = setTimeout(
    () => reject(new Error(`${answered.size} of ${QUEUED} updates were answered within ${BURST_WITHIN_MS} ms`)),
    BURST_WITHIN_MS,
  );
  await all.finally(() => {
    clearTimeout(deadline);
    end();
  });
  return performance.now() - began;
}
function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
