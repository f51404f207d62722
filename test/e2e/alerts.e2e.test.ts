import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import { expect, test } from "vitest";
import { OTHER, OWNER, startApp, textOf } from "../support/app.ts";
import { beginWork } from "../support/sample-work.ts";

const alertsOf = (texts: readonly string[]) => texts.filter((text) => text.includes("Rule 1 (warning)")).length;

test("a rule with what is usual rings once in the chat that made it, is quiet for a while, and goes on after a restart", async () => {
  await using app = await startApp();
  await app.says("/alerts add strangers kind matches ^stranger");
  await app.until(/Added\.[^]*1 strangers: kind matches \^stranger, warning, quiet for 5 minutes after, in all chats/);
  await app.says("let me in", OTHER);
  const alert = await app.until(/⚠️ strangers:/);
  expect(textOf(alert)).toContain("refused a stranger, 1002");
  app.emulator.people.says({ chatId: OWNER, userId: OWNER, text: "/why", replyTo: alert.message_id });
  await app.until(
    /A rule of this chat told it:[^]*1 strangers: kind matches[^]*It matched row \d+:[^]*refused a stranger/,
  );
  await app.restart();
  await app.says("/alerts test 1");
  await app.until(/rule 1 would have told 1 time and held back 0/);
  expect(alertsOf(app.texts(OWNER))).toBe(1);
  expect(app.texts(OTHER).join("\n")).not.toContain("Rule 1");
  await app.says("/alerts off 1");
  await app.until(/Rule 1, strangers, is off; it is kept/);
  await app.says("/alerts remove 1");
  await app.until(/Rule 1, strangers, is removed/);
  await app.says("/alerts");
  await app.until(/Alerts of this chat: none yet/);
});

test("ready-made rules can be used; what is wrong in a rule is said", async () => {
  await using app = await startApp();
  await app.says("/alerts use settings");
  await app.until(/1 settings: kind matches/);
  await app.says("/set tasks.max_steps 70");
  await app.until(/🔔 settings:[^]*tasks\.max_steps: 60 → 70 by Ada/);
  for (const [wrong, told] of [
    ["add x colour contains y", /No entry has a field "colour"\. \/alerts fields lists them all/],
    ["add x costs above 1", /No entry has a field "costs"\. Did you mean costUsd\?/],
    ["fields", /Numbers: [^]*readyMs[^]*Others: [^]*allowed[^]*arguments\.path/],
    ["add x kind matches (", /That is no expression/],
    ["add x kind contains y 3 in never", /So many in so long/],
    ["add x kind contains two words", /I do not know "words" there; a text with blanks stands in quotes/],
    ["use everything", /Ready-made are: spending/],
    ["off 9", /This chat has no rule 9/],
  ] as const) {
    await app.says(`/alerts ${wrong}`);
    await app.until(told);
  }
  await app.says('/alerts add "two words" summary contains "npm ERR" 3 in 10m critical quiet 0');
  await app.until(/2 two words: summary contains npm ERR, 3 in 10 minutes, critical/);
});

test("a rule looks at any fact of any entry, and at what lies in a call's arguments, live and in a dry run alike", async () => {
  await using app = await startApp();
  await app.says("/alerts add slow readyms above 0 quiet 0");
  await app.until(/Added\.[^]*1 slow: readyMs above 0, warning, in all chats[^]*would have told 1 time/);
  await app.says('/alerts add reads arguments.path contains "discount" quiet 0');
  await app.until(/2 reads: arguments\.path contains discount/);
  await beginWork(app);
  await app.until(/✅ Task 1[^]*Proof/);
  await app.until(/⚠️ reads:[^]*discount/);
  await app.says("/alerts test 2");
  const [, told = ""] =
    /rule 2 would have told (\d+) times? and held back 0/.exec(
      textOf(await app.until(/rule 2 would have told [1-9]/)),
    ) ?? [];
  expect(app.texts().filter((text) => text.includes("⚠️ reads:"))).toHaveLength(Number(told));
  await app.restart();
  await app.until(/⚠️ slow:[^]*started in \d+ ms/);
  await app.says("/search arguments.path:discount tool:edit_file");
  await app.until(/🔎 With arguments\.path:discount tool:edit_file, newest first[^]*edit_file/);
  await app.says("/search tool:edit_file ms>100000000");
  await app.until(/Nothing that happened here holds tool:edit_file ms>100000000/);
});

test("a rule may tell other chats too, of which its maker is a member, and what it counted holds over a restart", async () => {
  await using app = await startApp();
  const { chat } = app.emulator.people.createsGroup({ title: "Team", memberIds: [OWNER] });
  const rule = 'add knobs kind matches "^setting" 2 in 1h';
  await app.says(`/alerts ${rule} to -77777`);
  await app.until(/There is no chat -77777 where I know you as a member/);
  await app.says(`/alerts ${rule} to ${chat.id}`);
  await app.until(/Added\.[^]*1 knobs: kind matches \^setting, 2 in 1 hour[^]*told to -\d+ as well/);
  await app.says("/set tasks.max_steps 70");
  await app.until(/60 → 70/);
  await app.restart();
  expect(app.texts().some((text) => text.includes("⚠️ knobs"))).toBe(false);
  await app.says("/set tasks.max_steps 80");
  await app.until(/⚠️ knobs: 2 in 1 hour, the last:[^]*tasks\.max_steps: 70 → 80[^]*\/alerts off 1 ends it/);
  await app.untilTrue(
    () => app.texts(chat.id).some((text) => /⚠️ knobs: 2 in 1 hour[^]*it was made in another chat/.test(text)),
    "the group to be told",
  );
});

test("an alert is posted, signed with the secret", async () => {
  const posts: { body: string; signature: string }[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      posts.push({ body, signature: String(request.headers["x-sparks-signature"]) });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  try {
    await using app = await startApp({ config: `[alerts]\nwebhook_url = "http://127.0.0.1:${port}/hook"` });
    await app.says("/alerts use stranger");
    await app.until(/1 stranger/);
    await app.says("let me in", OTHER);
    await app.untilTrue(() => posts.length === 1, "the post");
    const [post] = posts;
    expect(JSON.parse(post?.body ?? "")).toMatchObject({
      rule: { name: "stranger" },
      row: { kind: "stranger.refused" },
    });
    const expected = createHmac("sha256", "a-secret-for-hooks")
      .update(post?.body ?? "")
      .digest("hex");
    expect(post?.signature).toBe(`sha256=${expected}`);
  } finally {
    server.close();
  }
});
test("the menu turns rules on and off and adds ready-made ones, in one message, over a restart", async () => {
  await using app = await startApp();
  await app.says("/alerts");
  await app.until(/Alerts of this chat: none yet/);
  await app.presses("＋ task-failed");
  await app.until(/🔔 1 task-failed/);
  await app.presses("🔔 1 task-failed");
  await app.until(/🔕 1 task-failed[^]*\(off\)/);
  await app.restart();
  await app.presses("🔕 1 task-failed");
  await app.until(/Alerts of this chat[^]*🔔 1 task-failed/);
  expect(app.texts().filter((text) => text.includes("Alerts of this chat"))).toHaveLength(1);
});
