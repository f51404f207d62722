import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { branches } from "../contracts/road.ts";
import { letIn, OTHER, OWNER, textOf, TOKEN } from "../support/app.ts";
import { DISCOUNT_PLAN } from "../support/plans.ts";
import { beginWork, EDIT, FINISH, PLAN } from "../support/sample-work.ts";
import { startScripted } from "../support/scripted-app.ts";
import { callsTool, cuts, fails, says } from "../support/scripted-model.ts";

test("talk is answered with the model's words, its Markdown shown as form", async () => {
  await using run = await startScripted([says("It is a **shop** with a `cart`.")]);
  await run.app.says("What is this?");
  await run.app.until(/It is a shop with a cart/);
  const formed = () =>
    run.app.emulator
      .messages(OWNER)
      .at(-1)
      ?.entities?.map((entity) => entity.type);
  await run.app.untilTrue(() => JSON.stringify(formed()) === '["bold","code"]', "bold and code");
});

test("a question is asked with buttons, free text counts as well, and the plan follows", async () => {
  await using run = await startScripted([
    callsTool("ask_person", {
      questions: [{ question: "Which discount?", options: ["BULK20", "WELCOME10"] }, { question: "How soon?" }],
    }),
    PLAN,
  ]);
  await run.app.says("Mend a discount in sample");
  await run.app.presses("BULK20");
  await run.app.until(/How soon\?/);
  const answered = await run.app.until(/Which discount\?[^]*✓ BULK20/);
  await run.app.untilTrue(
    () =>
      run.app.emulator.messages(OWNER).find(({ message_id: id }) => id === answered.message_id)?.reply_markup ===
      undefined,
    "the answered question's buttons to go",
  );
  await run.app.says("today");
  await run.app.until(/Done when/);
  await run.app.until(/How soon\?[^]*✓ today/);
});

test("edit changes the plan, the old buttons are gone, and cancel ends it", async () => {
  await using run = await startScripted([
    PLAN,
    callsTool("propose_plan", { ...DISCOUNT_PLAN, title: "Mend it otherwise" }),
  ]);
  await run.app.says("Mend the discount in sample");
  await run.app.presses("Edit");
  await run.app.until(/Write what should be different/);
  await run.app.says("call it otherwise");
  await run.app.until(/Mend it otherwise/);
  await run.app.until(/was replaced by version 2/);
  await run.app.presses("Cancel");
  await run.app.until(/Cancelled by Ada/);
  expect(branches(run.app)).toEqual(["main"]);
});

test("a model that deletes the failing test is not believed", async () => {
  const cheat = callsTool("shell", { command: "sed -i '/gives BULK20/,/^  });/d' test/cart.test.js" });
  const lie = callsTool("finish", { summary: "All tests pass now." });
  await using run = await startScripted([PLAN, cheat, lie, lie, lie]);
  await beginWork(run.app);
  const result = textOf(await run.app.until(/❌ Task 1[^]*Proof/, "the refusal"));
  expect(result).toContain("did not prove it");
  expect(result).toMatch(/gone or skipped/);
});

test("a risky step waits for a yes to exactly that, once, and then runs", async () => {
  const risky = callsTool("write_file", { path: ".github/workflows/ci.yml", content: "on: push\n" });
  await using run = await startScripted([PLAN, risky, EDIT, FINISH]);
  await beginWork(run.app);
  await run.app.until(/asks: change a file/);
  await run.app.presses("Approve once");
  await run.app.until(/Approved once by Ada/);
  expect(textOf(await run.app.until(/✅ Task 1[^]*Proof/, "the result"))).toContain(".github/workflows/ci.yml");
});

test("a risky step that is denied is not run, and the chat says so", async () => {
  const risky = callsTool("write_file", { path: ".github/workflows/ci.yml", content: "on: push\n" });
  await using run = await startScripted([PLAN, risky, EDIT, FINISH]);
  await beginWork(run.app);
  await run.app.presses("Deny");
  await run.app.until(/Denied by Ada/);
  expect(textOf(await run.app.until(/[✅❌] Task 1[^]*\n/u, "the result"))).not.toContain(".github/workflows/ci.yml");
});

test("in a group, a button pressed ten times by two people does one thing; discard leaves the repository as it was", async () => {
  await using run = await startScripted([PLAN, EDIT, FINISH]);
  const { app } = run;
  const { people } = app.emulator;
  await letIn(app, OTHER, "member");
  const chatId = people.createsGroup({ title: "Team", memberIds: [OWNER, OTHER] }).chat.id;
  const me = await fetch(`${app.emulator.apiRoot}/bot${TOKEN}/getMe`).then(
    async (answer) => (await answer.json()) as { result: { username: string } },
  );
  people.says({ chatId, userId: OTHER, text: `@${me.result.username} Fix the failing test in sample` });
  const shows = (part: string) => app.texts(chatId).filter((text) => text.includes(part));
  const button = (label: string) =>
    app.emulator
      .messages(chatId)
      .flatMap((message) =>
        (message.reply_markup?.inline_keyboard ?? []).flat().map((each) => ({ id: message.message_id, each })),
      )
      .find(({ each }) => each.text === label);
  const press = async (label: string, times: number) => {
    await app.untilTrue(() => button(label) !== undefined, `the button ${label}`);
    const found = button(label);
    if (found === undefined || !("callback_data" in found.each)) throw new Error(`no button ${label}`);
    const { callback_data: data } = found.each;
    for (let time = 0; time < times; time += 1) {
      for (const userId of [OWNER, OTHER]) {
        try {
          people.presses({ chatId, userId, messageId: found.id, data });
        } catch (error) {
          ignoreGone(error);
        }
      }
    }
  };
  await press("Approve", 5);
  await press("Discard", 5);
  await app.untilTrue(() => shows("Discarded by").length === 1, "one discarded result");
  await app.app().idle();
  expect(shows("Proof")).toHaveLength(1);
  expect(branches(app)).toEqual(["main"]);
});

test.each([
  ["401", [fails(401)], /refused the key/],
  ["500 until the retries are over", Array.from({ length: 4 }, () => fails(500)), /cannot be reached/],
  ["half a stream, twice", [cuts(2), cuts(2)], /not whole/],
])("a model answering %s is told in words, and the message is not lost", async (_name, script, told) => {
  await using run = await startScripted(script);
  await run.app.says("What is this?");
  await run.app.until(told);
});

test("a tool that does not exist and arguments that do not fit are answered to the model, which goes on", async () => {
  await using run = await startScripted([
    PLAN,
    callsTool("launch_rocket", {}),
    callsTool("edit_file", { path: 7 }),
    EDIT,
    FINISH,
  ]);
  await beginWork(run.app);
  await run.app.until(/✅ Task 1[^]*Proof/, "the result");
});

test("ten thousand lines of output reach the model cut, and the task goes on", async () => {
  await using run = await startScripted([PLAN, callsTool("shell", { command: "seq 1 10000" }), EDIT, FINISH]);
  await beginWork(run.app);
  await run.app.until(/✅ Task 1[^]*Proof/, "the result");
  expect(execFileSync("git", ["-C", `${run.app.home}/sample`, "status", "--porcelain"], { encoding: "utf8" })).toBe("");
});
/** Telegram too sends no press for a button that has left the message meanwhile. */
function ignoreGone(error: unknown): void {
  if (!(error instanceof Error) || !error.message.includes("not there any more")) throw error;
}
