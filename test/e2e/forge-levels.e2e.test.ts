import { expect, test } from "vitest";
import { textOf } from "../support/app.ts";
import { beginForge, BRANCH, setChecks, SLUG } from "../support/forge-world.ts";
import { gitIn } from "../support/github/git-backend.ts";
import { beginWork } from "../support/sample-work.ts";

test("at level 4 the branch is pushed and its pull request opened unattended, and merging is asked for", async () => {
  await using world = await beginForge({ level: 4 });
  const { app, github } = world;
  await beginWork(world.app);
  await app.until(/Task 1[^]*Pull request ada\/shop#1[^]* is open[^]*Proof/);
  const repository = github.repository(SLUG);
  const [pull] = repository.pulls;
  expect(pull).toMatchObject({ title: "Mend the discount", head: BRANCH, base: "main", state: "open" });
  expect(pull?.body).toContain("| `node:test` | red | green |");
  expect(gitIn(repository.folder, "diff", "--stat", "main", BRANCH)).toContain("src/discount.js");
  setChecks(world, "success");
  await app.until(/🔐 Task 1 asks: merge a pull request[^]*autonomy level 4 asks/);
  expect(repository.pulls[0]?.state).toBe("open");
  await app.presses("Merge");
  await app.until(/Pull request ada\/shop#1[^]*is merged, by Ada/);
  expect(gitIn(repository.folder, "show", "main:src/discount.js")).toContain("totalCents >= rule.from");
  expect(github.problems).toEqual([]);
});

test("at level 3 nothing leaves before a person presses Open pull request, over a restart as well", async () => {
  await using world = await beginForge({ level: 3 });
  const { app, github } = world;
  await beginWork(world.app);
  const asked = await app.until(/🔐 Task 1 asks: open a pull request/);
  expect(textOf(asked)).toMatch(/ada\/shop[^]*sparks\/task-1-mend-the-discount → main[^]*Mend the discount/);
  await app.until(/✅ Task 1[^]*A pull request can be opened: the question is below/);
  expect(github.requests.filter((request) => /^(?:POST|PUT|git POST)/.test(request))).toEqual([]);
  await app.restart();
  expect(github.repository(SLUG).pulls).toEqual([]);
  await app.presses("Open pull request");
  await app.until(/Pull request ada\/shop#1[^]* is open/);
  await app.until(/Approved once by Ada and taken up/);
  expect(github.repository(SLUG).pulls).toHaveLength(1);
});

test("at level 3 a no leaves the work here, and /pr opens it by the person's own word", async () => {
  await using world = await beginForge({ level: 3 });
  const { app, github } = world;
  await beginWork(world.app);
  await app.until(/🔐 Task 1 asks: open a pull request/);
  await app.presses("Deny");
  await app.until(/No pull request was opened: Ada said no/);
  expect(github.repository(SLUG).branch(BRANCH)).toBeNull();
  await app.says("/pr nonsense");
  await app.until(/Say the task's number/);
  await app.says("/pr 1");
  await app.until(/✅ Task 1[^]*Pull request ada\/shop#1[^]* is open/);
  await app.says("/pr merge 1");
  await app.until(/Pull request ada\/shop#1[^]*is merged, by Ada/);
  expect(github.repository(SLUG).pulls).toMatchObject([{ state: "closed" }]);
});

test("at level 2 nothing is pushed or opened, and /pr says why", async () => {
  await using world = await beginForge({ level: 2 });
  const { app, github } = world;
  await beginWork(world.app);
  await app.until(/🔐 Task 1 asks[^]*changes a file/);
  await app.presses("Approve once");
  await app.until(/✅ Task 1[^]*Proof/);
  await app.says("/pr 1");
  await app.until(/Nothing was opened for task 1: it pushes a branch to a code host, and autonomy level 2 does not/);
  expect(github.requests.filter((request) => /^(?:POST|PUT|git)/.test(request))).toEqual([]);
});

test("at level 5 it is merged by the rules once its checks are green, and not before", async () => {
  await using world = await beginForge({ level: 5, settings: "merge_approvals = 0\n" });
  const { app, github } = world;
  await beginWork(world.app);
  await app.until(/Pull request ada\/shop#1[^]* is open/);
  setChecks(world, "failure");
  await app.until(/Pull request ada\/shop#1[^]*its checks are red/);
  expect(github.repository(SLUG).pulls[0]?.state).toBe("open");
  setChecks(world, "success");
  await app.until(/Pull request ada\/shop#1[^]*is merged, by the rules set/);
  expect(gitIn(github.repository(SLUG).folder, "show", "main:src/discount.js")).toContain("totalCents >= rule.from");
  expect(app.texts().join("\n")).not.toContain("asks: merge");
});

test("at level 5 what no rule covers is asked: no review, and a base that moved on", async () => {
  await using world = await beginForge({ level: 5 });
  const { app, github } = world;
  const repository = github.repository(SLUG);
  await beginWork(world.app);
  await app.until(/Pull request ada\/shop#1[^]* is open/);
  setChecks(world, "success");
  await app.until(/🔐 Task 1 asks: merge a pull request[^]*0 of 1 reviews/);
  const tree = gitIn(repository.folder, "rev-parse", "main^{tree}");
  const other = gitIn(repository.folder, "commit-tree", tree, "-p", "main", "-m", "Something else");
  gitIn(repository.folder, "update-ref", "refs/heads/main", other);
  repository.pulls[0]?.reviews.push({ user: "grace", state: "APPROVED", commit: repository.branch(BRANCH) ?? "" });
  const looked = github.requests.length;
  await app.untilTrue(
    () => github.requests.slice(looked).filter((one) => one.endsWith("/reviews")).length > 1,
    "two looks",
  );
  expect(repository.pulls[0]?.state).toBe("open");
  await app.presses("Deny");
  await app.until(/⛔ Denied by Ada/);
  expect(repository.pulls[0]?.state).toBe("open");
});
