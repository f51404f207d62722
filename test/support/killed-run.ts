import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { freePort } from "./free-port.ts";
import { createProgram, PERSON, type Program, wordsOf } from "./own-process.ts";
import { GOAL } from "./sample-work.ts";

/** One life of the main job under kill -9: what was wrong at its end, in sentences; none is good. */
export type KilledRun = { readonly seed: number; readonly kills: number; readonly problems: readonly string[] };
export type KillOptions = {
  readonly seed: number;
  readonly sandbox: "bubblewrap" | "docker";
  /** How the goal is said: typed, or with two files that go as one album. */
  readonly goal?: "text" | "album";
};

const ROAD_MS = 4500;
const DEADLINE_MS = 90_000;

/**
 * Starts the program on a fresh folder, says the sample's goal, approves and applies as a person does, and meanwhile kills it with
 * SIGKILL at up to three random moments, starting it again each time.
 */
export async function runKilled({ seed, sandbox, goal = "text" }: KillOptions): Promise<KilledRun> {
  const random = createRandom(seed);
  const home = mkdtempSync(join(tmpdir(), "sparks-kill-"));
  writeFileSync(
    join(home, "config.toml"),
    `[model]\nprovider = "none"\nrecorded_tokens_per_second = 150\n\n[sandbox]\nkind = "${sandbox}"\n\n[log]\nlevel = "info"\n`,
  );
  const port = await freePort();
  const moments = Array.from({ length: 1 + Math.floor(random() * 3) }, () => random() * ROAD_MS).sort((a, b) => a - b);
  const program = createProgram(home, port);
  try {
    await program.start();
    await playPerson(program, moments, goal);
    const problems = await inspect(program, home, { sandbox, goal, kills: moments.length });
    if (goal === "album") problems.push(...inspectAlbum(home));
    return { seed, kills: moments.length, problems };
  } catch (error) {
    return {
      seed,
      kills: moments.length,
      problems: [`${error instanceof Error ? error.message : String(error)}\n${program.tail()}`],
    };
  } finally {
    await program.end();
    if (process.env["SPARKS_KEEP_HOMES"] !== "1") rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}
/** Does what a person would: says it once, presses what is offered, presses again what stays. */
async function playPerson(program: Program, moments: readonly number[], goal: "text" | "album"): Promise<void> {
  const began = Date.now();
  const deadline = began + DEADLINE_MS;
  let killedMs = 0;
  const toSay = goal === "text" ? [sayGoal] : [sendPart("a.log", GOAL), sendPart("b.log", "")];
  let lastPress = 0;
  const left = [...moments];
  while (Date.now() < deadline) {
    const [next] = left;
    if (next !== undefined && Date.now() - began - killedMs >= next) {
      left.shift();
      const stopped = Date.now();
      await program.kill();
      await program.start();
      killedMs += Date.now() - stopped;
      continue;
    }
    await toSay.shift()?.(program);
    const messages = await program.messages();
    const offered = messages.flatMap((message) =>
      (message.reply_markup?.inline_keyboard ?? []).flat().map((button) => ({ message, button })),
    );
    const wanted = offered.findLast(
      ({ button }) => button.text === "Approve" || button.text === "Apply" || button.text === "Go on",
    );
    if (wanted !== undefined && "callback_data" in wanted.button && Date.now() - lastPress > 400) {
      lastPress = Date.now();
      await program.call("/local/presses", {
        chatId: PERSON,
        userId: PERSON,
        messageId: wanted.message.message_id,
        data: wanted.button.callback_data,
      });
    }
    if (left.length === 0 && messages.some((message) => wordsOf(message).includes("Applied by")))
      return settle(program);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`the road did not end; the chat shows:\n${(await program.messages()).map(wordsOf).join("\n---\n")}`);
}
function sayGoal(program: Program): Promise<unknown> {
  return program.call("/local/messages", { chatId: PERSON, userId: PERSON, text: GOAL });
}
function sendPart(name: string, caption: string): (program: Program) => Promise<unknown> {
  return (program) => {
    const form = new FormData();
    const fields = { chatId: PERSON, userId: PERSON, kind: "document", album: "77", caption };
    for (const [field, value] of Object.entries(fields)) form.set(field, String(value));
    form.set("file", new File([`content of ${name}`], name, { type: "text/plain" }));
    return program.call("/local/messages", form);
  };
}
/** Lets edits that are under way arrive: nothing changes for a while. */
async function settle(program: Program): Promise<void> {
  let before = "";
  for (let same = 0; same < 6;) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    const now = JSON.stringify(await program.messages());
    same = now === before ? same + 1 : 0;
    before = now;
  }
}
async function inspect(
  program: Program,
  home: string,
  { sandbox, goal, kills }: Pick<KillOptions, "sandbox" | "goal"> & { readonly kills: number },
): Promise<string[]> {
  const problems: string[] = [];
  const words = (await program.messages()).filter((message) => message.from?.is_bot === true).map(wordsOf);
  const count = (part: string) => words.filter((text) => text.includes(part)).length;
  if (count("Done when") !== 1) problems.push(`${count("Done when")} plans are shown`);
  const receipts = count("It goes with what you wrote");
  if (receipts !== (goal === "album" ? 1 : 0)) problems.push(`${receipts} words about the files are shown`);
  if (count("Applied by") !== 1) problems.push(`${count("Applied by")} results are shown`);
  if (count("The change of task 1") !== 1) problems.push(`${count("The change of task 1")} diff documents are shown`);
  // What tells of a topic has no words, and what stands for one is a line of its own.
  const bare = words.filter((text) => text !== "" && !text.includes("\n") && !text.includes("Its topic has the rest"));
  if (bare.length > kills)
    problems.push(`${bare.length} bare anchors are left after ${kills} kills: ${JSON.stringify(bare)}`);
  const sample = join(home, "sample");
  const git = (...command: string[]) => execFileSync("git", ["-C", sample, ...command], { encoding: "utf8" }).trim();
  const branches = git("branch", "--format=%(refname:short)").split("\n");
  if (branches.length !== 2) problems.push(`branches: ${branches.join(", ")}`);
  const made = branches.find((name) => name.startsWith("sparks/task-1-"));
  if (made === undefined || !git("show", made).includes(">= rule.from"))
    problems.push("the branch does not hold the change");
  if (git("status", "--porcelain") !== "" || git("rev-parse", "--abbrev-ref", "HEAD") !== "main")
    problems.push("the working tree of the sample was touched");
  await program.end();
  const left = existsSync(join(home, "workspaces")) ? readdirSync(join(home, "workspaces")) : [];
  if (left.length > 0) problems.push(`workspaces are left: ${left.join(", ")}`);
  const sandboxes = sandbox === "docker" ? containersOf(home) : processesOf(home);
  if (sandboxes.length > 0) problems.push(`sandboxes are left: ${sandboxes.join(", ")}`);
  return problems;
}
/** Both files are kept, and went to the task once. What a kill left half written has a longer name; the shelf clears it away later. */
function inspectAlbum(home: string): string[] {
  const problems: string[] = [];
  const kept = readdirSync(join(home, "files")).filter((name) => /^[0-9a-f]{64}$/.test(name));
  if (kept.length !== 2) problems.push(`${kept.length} files are kept: ${kept.join(", ")}`);
  const database = new Database(join(home, "sparks.db"), { readonly: true });
  const given = database.prepare("SELECT task_id, name FROM task_files ORDER BY name").all();
  database.close();
  if (JSON.stringify(given) !== JSON.stringify(["a.log", "b.log"].map((name) => ({ task_id: 1, name }))))
    problems.push(`the task has ${JSON.stringify(given)}`);
  return problems;
}
function containersOf(home: string): string[] {
  const listed = execFileSync(
    "docker",
    ["ps", "-a", "--filter", "label=sparks.home", "--format", "{{.ID}} {{.Mounts}}"],
    { encoding: "utf8" },
  );
  return listed.split("\n").filter((line) => line.includes(home.slice(0, 20)));
}
export function processesOf(home: string): string[] {
  return readdirSync("/proc").filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return (
        readFileSync(`/proc/${name}/cmdline`, "utf8").includes(home) &&
        readFileSync(`/proc/${name}/comm`, "utf8").trim() === "bwrap"
      );
    } catch {
      return false;
    }
  });
}
/** mulberry32: small, seeded, good enough to choose moments by. */
function createRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
