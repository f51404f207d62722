import { expect, test } from "vitest";
import { beginForge, BRANCH, SLUG } from "../support/forge-world.ts";
import { gitIn } from "../support/github/git-backend.ts";
import { beginWork } from "../support/sample-work.ts";

test("stopped between push and pull request there is one of each in the end", async () => {
  await using world = await beginForge({ level: 4 });
  const { app, github } = world;
  const held = Promise.withResolvers<void>();
  github.faults = [{ method: "POST", path: /\/pulls$/, does: { kind: "waits", for: held.promise } }];
  await beginWork(world.app);
  await app.untilTrue(() => github.requests.includes(`POST /repos/${SLUG}/pulls`), "the request that is held");
  expect(github.repository(SLUG).branch(BRANCH)).not.toBeNull();
  await app.restart(() => held.resolve());
  await app.until(/Pull request ada\/shop#1[^]* is open/);
  expect(github.repository(SLUG).pulls).toHaveLength(1);
  expect(github.problems).toEqual([]);
});

test.each(["before", "after"] as const)(
  "a connection cut %s the pull request is made leaves one in the end",
  async (when) => {
    await using world = await beginForge({ level: 4 });
    const { app, github } = world;
    github.faults = [{ method: "POST", path: /\/pulls$/, does: { kind: "cuts", when } }];
    await beginWork(world.app);
    await app.until(/Pull request ada\/shop#1[^]* is open/);
    expect(github.repository(SLUG).pulls).toHaveLength(1);
  },
);

test("a limit that is reached and a server that fails are told, and it goes on by itself", async () => {
  await using world = await beginForge({ level: 4 });
  const { app, github } = world;
  const limited = {
    kind: "answers",
    status: 403,
    headers: { "x-ratelimit-remaining": "0", "retry-after": "60" },
    json: { message: "API rate limit exceeded" },
  } as const;
  const broken = { kind: "answers", status: 502, json: { message: "Bad gateway" } } as const;
  github.faults = [limited, broken].map((does) => ({ method: "POST", path: /\/pulls$/, does }));
  await beginWork(world.app);
  await app.until(/Pull request ada\/shop#1[^]* is open/);
  github.faults = [{ method: "GET", path: /\/pulls\/1$/, does: limited }];
  await app.until(/takes no more requests just now[^]*tried again by itself/);
  await app.untilTrue(() => !app.texts().join("\n").includes("takes no more requests"), "the trouble to be over");
});

test("a token that is not taken is told with its name, and the work is kept", async () => {
  await using world = await beginForge({ level: 4 });
  const { app, github } = world;
  github.faults = [
    { method: "GET", path: /\/shop$/, does: { kind: "answers", status: 401, json: { message: "Bad credentials" } } },
  ];
  await beginWork(world.app);
  await app.until(/✅ Task 1[^]*No pull request was opened: GitHub does not take the token/);
  await app.says("/pr 1");
  await app.until(/✅ Task 1[^]*Pull request ada\/shop#1[^]* is open/);
});

test("a branch that somebody else pushed first is left as it is", async () => {
  await using world = await beginForge({ level: 4 });
  const { app, github } = world;
  const { folder } = github.repository(SLUG);
  const foreign = gitIn(folder, "commit-tree", gitIn(folder, "rev-parse", "main^{tree}"), "-m", "Mine");
  gitIn(folder, "update-ref", `refs/heads/${BRANCH}`, foreign);
  await beginWork(world.app);
  await app.until(
    /✅ Task 1[^]*No pull request was opened: the branch sparks\/task-1-mend-the-discount is there already/,
  );
  expect(github.repository(SLUG).branch(BRANCH)).toBe(foreign);
});
