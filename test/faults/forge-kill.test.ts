import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { BRANCH, connectSample, SLUG, TOKEN } from "../support/forge-world.ts";
import { freePort } from "../support/free-port.ts";
import { openFakeGithub } from "../support/github/fake-github.ts";
import { createProgram, PERSON, pressNewest, shows } from "../support/own-process.ts";
import { EDIT, FINISH, GOAL, PLAN } from "../support/sample-work.ts";
import { openScriptedModel } from "../support/scripted-model.ts";

test("kill -9 between push and pull request: there is one of each in the end", async () => {
  using folder = temporaryFolder();
  await using github = await openFakeGithub({ root: folder.at("hosted"), token: TOKEN, slugs: [SLUG] });
  await using model = await openScriptedModel([PLAN, EDIT, FINISH]);
  writeFileSync(
    folder.at("config.toml"),
    `[model]\nprovider = "compatible"\nname = "scripted"\nbase_url = "${model.baseUrl}"\n[sandbox]\nkind = "bubblewrap"\n
[tasks]\nautonomy_level = 4\n[forges.github]\napi_url = "${github.apiUrl}"\nweb_url = "${github.webUrl}"\npoll_seconds = 1\n`,
  );
  const secrets = `MODEL_API_KEY=test-key-of-a-model\nGITHUB_TOKEN=${TOKEN}\n`;
  writeFileSync(folder.at(".env"), secrets, { mode: 0o600 });
  const answered = Promise.withResolvers<void>();
  github.faults = [{ method: "POST", path: /\/pulls$/, does: { kind: "waits", for: answered.promise } }];
  const program = createProgram(folder.path, await freePort());
  const until = (done: () => boolean | Promise<boolean>, what: string) =>
    expect.poll(done, { timeout: 60_000, interval: 30, message: what }).toBe(true);
  try {
    await program.start();
    connectSample(join(folder.path, "sample"), github);
    await program.call("/local/messages", { chatId: PERSON, userId: PERSON, text: GOAL });
    await until(() => pressNewest(program, "Approve"), "the plan");
    await until(() => github.requests.includes(`POST /repos/${SLUG}/pulls`), "the request that is held");
    await program.kill();
    const pushed = github.repository(SLUG).branch(BRANCH);
    expect(pushed).not.toBeNull();
    // It is opened, and nobody is there to hear of it.
    answered.resolve();
    await until(() => github.repository(SLUG).pulls.length === 1, "the pull request");
    await program.start();
    await until(() => shows(program, /Pull request ada\/shop#1[^]* is open/), "word of it");
    expect(github.repository(SLUG).pulls).toMatchObject([{ head: BRANCH, headSha: pushed, state: "open" }]);
    expect(github.problems).toEqual([]);
  } finally {
    answered.resolve();
    await program.end();
  }
});
