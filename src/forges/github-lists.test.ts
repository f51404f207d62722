import { expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/folder.ts";
import { openFakeGithub } from "../../test/support/github/fake-github.ts";
import type { FakeRepository } from "../../test/support/github/repository.ts";
import type { HostedRepository } from "../core/ports/code-host.ts";
import { Secret } from "../lib/secret.ts";
import { instant } from "../lib/time.ts";
import { createGithub } from "./github.ts";
import { createGithubClient } from "./github-client.ts";
import type { Send } from "./send.ts";

const { signal } = new AbortController();
const COMMIT = "1".repeat(40);
const TOKEN = "a-token";
const send: Send = async ({ url, method, headers }) => {
  const response = await fetch(url, { method, headers: { ...headers, "user-agent": "test" } });
  const body = new Uint8Array(await response.arrayBuffer());
  return { kind: "answered", status: response.status, headers: Object.fromEntries(response.headers), body };
};
type World = {
  readonly hosted: HostedRepository;
  readonly there: FakeRepository;
  readonly requests: readonly string[];
};
/** @param by how requests get there */
async function withShop(look: (world: World) => Promise<void>, by: Send = send): Promise<void> {
  using folder = temporaryFolder();
  await using github = await openFakeGithub({ root: folder.path, token: TOKEN, slugs: ["ada/shop"] });
  const { apiUrl, webUrl, requests } = github;
  const options = { apiUrl, token: new Secret(TOKEN), variable: "GITHUB_TOKEN" };
  const client = createGithubClient(options, { send: by, clock: { now: () => instant(0) } });
  const hosted = createGithub({ webUrl, gitOver: "https" }, client).at(`${webUrl}/ada/shop`);
  if (hosted === null) throw new Error("the site does not know its own repository");
  await look({ hosted, there: github.repository("ada/shop"), requests });
}
function many<Item>(count: number, make: (at: number) => Item): Item[] {
  return Array.from({ length: count }, (_, at) => make(at));
}
const check = (at: number, conclusion = "success") => ({ name: `check ${at}`, status: "completed", conclusion });
const pull = (number: number) => ({
  number,
  title: "Mend",
  body: "",
  head: `branch-${number}`,
  base: "main",
  headSha: COMMIT,
  state: "closed" as const,
  mergedAt: null,
  reviews: [] as { user: string; state: string; commit: string }[],
});
const UNREAD_CHECK = { name: "more checks than are read", outcome: "pending", word: "not read" };

test.each([99, 100, 101, 250, 999])("of %i checks the last one's red is seen", async (count) => {
  await withShop(async ({ hosted, there }) => {
    there.checks.set(COMMIT, [...many(count - 1, (at) => check(at)), check(count, "failure")]);
    const checks = await hosted.pulls.checks(COMMIT, signal);
    expect(checks).toHaveLength(count);
    expect(checks.at(-1)).toEqual({ name: `check ${count}`, outcome: "red", word: "failure" });
  });
});
test("of 101 statuses the last one's red is seen", async () => {
  await withShop(async ({ hosted, there }) => {
    const green = many(100, (at) => ({ context: `status ${at}`, state: "success" }));
    there.statuses.set(COMMIT, [...green, { context: "last", state: "failure" }]);
    expect((await hosted.pulls.checks(COMMIT, signal)).at(-1)).toMatchObject({ name: "last", outcome: "red" });
  });
});
test("more checks than are read are never all green", async () => {
  await withShop(async ({ hosted, there }) => {
    there.checks.set(
      COMMIT,
      many(1001, (at) => check(at)),
    );
    expect((await hosted.pulls.checks(COMMIT, signal)).at(-1)).toEqual(UNREAD_CHECK);
  });
});
test("the newest of 101 reviews counts, and more reviews than are read never all approve", async () => {
  await withShop(async ({ hosted, there }) => {
    const busy = pull(1);
    there.pulls.push(busy);
    busy.reviews.push(...many(100, () => ({ user: "grace", state: "APPROVED", commit: COMMIT })));
    busy.reviews.push({ user: "linus", state: "CHANGES_REQUESTED", commit: COMMIT });
    const refused = { author: "linus", verdict: "changes-requested", commit: COMMIT };
    expect(await hosted.pulls.reviews(1, signal)).toContainEqual(refused);
    busy.reviews.splice(100, 1, ...many(901, () => ({ user: "grace", state: "COMMENTED", commit: COMMIT })));
    expect((await hosted.pulls.reviews(1, signal)).map(({ verdict }) => verdict)).toEqual([
      "approved",
      "changes-requested",
    ]);
  });
});
test("a server that gives less a page than it was asked for is asked for the rest", async () => {
  const thirty: Send = (request) => send({ ...request, url: request.url.replace("per_page=100", "per_page=30") });
  await withShop(async ({ hosted, there }) => {
    there.checks.set(COMMIT, [...many(95, (at) => check(at)), check(96, "failure")]);
    expect((await hosted.pulls.checks(COMMIT, signal)).map(({ outcome }) => outcome)).toContain("red");
  }, thirty);
});
test("all comments are read, issues among many pull requests are found, and a list is read no further than is wanted", async () => {
  await withShop(async ({ hosted, there, requests }) => {
    there.pulls.push(...many(101, (at) => pull(at + 1)));
    there.issues.push(...many(150, (at) => ({ number: at + 200, title: "Wish", body: "", user: "ada" })));
    there.comments.push(...many(250, (at) => ({ on: 200, user: "ada", body: `${at}` })));
    expect((await hosted.issues.comments(200, signal)).map(({ body }) => body)).toEqual(many(250, String));
    const before = requests.length;
    expect(await hosted.issues.list("open", 30, signal)).toHaveLength(30);
    expect(requests.slice(before)).toHaveLength(2);
  });
});
test("the pull request of a branch is found on a later page, where the server does not know the filter", async () => {
  const unfiltered: Send = (request) => send({ ...request, url: request.url.replace(/head=[^&]*&?/, "") });
  await withShop(async ({ hosted, there }) => {
    there.pulls.push(...many(101, (at) => pull(at + 1)));
    expect(await hosted.pulls.ofBranch("branch-101", signal)).toMatchObject({ number: 101 });
  }, unfiltered);
});
