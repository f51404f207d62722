import { expect, test } from "vitest";
import { textOf } from "../support/app.ts";
import { beginForge, setChecks, SLUG } from "../support/forge-world.ts";
import { beginWork } from "../support/sample-work.ts";

const OPEN = /Task 1[^]*Pull request ada\/shop#1[^]* is open[^]*Proof/;
const OFFER = /Pull request ada\/shop#1[^]* is open[^]*The change is discarded, and its pull request is still there/;

test("/discard of a task whose pull request is open says so, and closes it when a person wants that, once", async () => {
  await using world = await beginForge({ level: 4 });
  const { app, github } = world;
  await beginWork(app);
  await app.until(OPEN);
  await app.says("/discard 1");
  await app.until(/Discarded; your repository was never touched/);
  const offer = await app.until(OFFER);
  const buttons = (offer.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);
  expect(buttons).toEqual(["Close it", "Leave it open"]);
  await app.restart();
  await app.presses("Close it");
  expect(textOf(await app.until(/Closed by Ada\. Its branch is still there/))).toMatch(
    /was closed on GitHub without merging/,
  );
  const repository = github.repository(SLUG);
  expect(repository.pulls).toMatchObject([{ state: "closed", mergedAt: null }]);
  await app.says("/pr close 1");
  await app.until(/^⚪ Pull request ada\/shop#1 was closed on GitHub without merging/);
  expect(github.requests.filter((request) => request.startsWith("PATCH"))).toHaveLength(1);
  expect(github.problems).toEqual([]);
});

test("what was discarded is not merged by itself when its checks turn green; left open, it can be closed later", async () => {
  // Nothing but the discarding stands in the way of the rules.
  await using world = await beginForge({ level: 5, settings: "merge_approvals = 0\n" });
  const { app, github } = world;
  await beginWork(app);
  await app.until(OPEN);
  await app.presses("Discard");
  await app.until(OFFER);
  setChecks(world, "success");
  await app.until(/Task 1[^]*Pull request ada\/shop#1[^]* is open: its checks are green/);
  await app.presses("Leave it open");
  await app.until(/Left as it is by Ada/);
  expect(github.repository(SLUG).pulls).toMatchObject([{ state: "open" }]);
  expect(app.texts().join("\n")).not.toContain("asks: merge");
  await app.says("/pr close 1");
  await app.until(/Pull request ada\/shop#1[^]*was closed on GitHub without merging/);
  expect(github.repository(SLUG).pulls).toMatchObject([{ state: "closed", mergedAt: null }]);
});

test("discarded before it was opened, nothing is opened any more, and the question is over", async () => {
  await using world = await beginForge({ level: 3 });
  const { app, github } = world;
  await beginWork(app);
  await app.until(/🔐 Task 1 asks: open a pull request/);
  await app.until(/✅ Task 1[^]*A pull request can be opened: the question is below/);
  await app.says("/discard 1");
  await app.until(/Discarded; your repository was never touched/);
  await app.untilTrue(
    () => !app.texts().some((text) => /A pull request can be opened/.test(text)),
    "the end of the question",
  );
  await app.restart();
  await app.app().idle();
  expect(github.repository(SLUG).pulls).toEqual([]);
  expect(app.texts().join("\n")).not.toContain("its pull request is still there");
});
