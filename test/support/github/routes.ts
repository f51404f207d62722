import { gitIn } from "./git-backend.ts";
import { type FakePull, type FakeRepository, mergePull } from "./repository.ts";

export type Answer = {
  readonly status: number;
  readonly json?: unknown;
  readonly text?: string;
  readonly to?: string;
  /** There is a next page. */
  readonly more?: boolean;
};
type Asked = {
  readonly repository: FakeRepository;
  readonly match: readonly string[];
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly accept: string;
  readonly baseUrl: string;
};
type Route = { readonly method: string; readonly path: RegExp; readonly answer: (asked: Asked) => Answer };

const NOT_FOUND: Answer = {
  status: 404,
  json: { message: "Not Found", documentation_url: "https://docs.github.com/rest" },
};
const ok = (json: unknown): Answer => ({ status: 200, json });
/** One page of a list, as `per_page` (at most 100, 30 without it) and `page` say. */
function page<Item>({ query }: Asked, all: readonly Item[], show: (items: readonly Item[]) => unknown): Answer {
  const per = Math.min(100, Number(query.get("per_page") ?? 30));
  const end = per * Number(query.get("page") ?? 1);
  return { ...ok(show(all.slice(end - per, end))), more: end < all.length };
}
function invalid(message: string): Answer {
  return {
    status: 422,
    json: { message: "Validation Failed", errors: [{ resource: "PullRequest", code: "custom", message }] },
  };
}
function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
function shown(pull: FakePull, { slug, branch }: FakeRepository, baseUrl: string) {
  if (pull.state === "open") pull.headSha = branch(pull.head) ?? pull.headSha;
  return {
    number: pull.number,
    html_url: `${baseUrl}/${slug}/pull/${pull.number}`,
    title: pull.title,
    body: pull.body,
    user: { login: "ada" },
    state: pull.state,
    draft: false,
    merged_at: pull.mergedAt,
    head: { ref: pull.head, sha: pull.headSha, repo: { full_name: slug } },
    base: { ref: pull.base, sha: branch(pull.base) ?? "0".repeat(40), repo: { full_name: slug } },
  };
}
function pullOf({ repository, match }: Asked): FakePull | undefined {
  return repository.pulls.find(({ number }) => String(number) === match[1]);
}
function createPull({ repository, body, baseUrl }: Asked): Answer {
  const [title, head, base] = [text(body["title"]), text(body["head"]), text(body["base"])];
  if (title === "") return invalid("title is missing");
  const headSha = repository.branch(head);
  if (headSha === null) return invalid(`head is not a branch: ${head}`);
  const baseSha = repository.branch(base);
  if (baseSha === null) return invalid("base is not a branch");
  if (repository.pulls.some((pull) => pull.head === head && pull.state === "open"))
    return invalid(`A pull request already exists for ada:${head}.`);
  if (gitIn(repository.folder, "rev-list", "--count", `${baseSha}..${headSha}`) === "0")
    return invalid(`No commits between ${base} and ${head}`);
  const number = nextNumber(repository);
  const pull: FakePull = {
    number,
    title,
    body: text(body["body"]),
    head,
    base,
    headSha,
    state: "open",
    mergedAt: null,
    reviews: [],
  };
  repository.pulls.unshift(pull);
  return { status: 201, json: shown(pull, repository, baseUrl) };
}
function nextNumber({ pulls, issues }: FakeRepository): number {
  return Math.max(0, ...pulls.map(({ number }) => number), ...issues.map(({ number }) => number)) + 1;
}
function merge(asked: Asked): Answer {
  const { repository, body } = asked;
  const pull = pullOf(asked);
  if (pull === undefined) return NOT_FOUND;
  shown(pull, repository, asked.baseUrl);
  if (repository.protectedBy !== null) return { status: 405, json: { message: repository.protectedBy } };
  if (pull.state !== "open") return { status: 405, json: { message: "Pull Request is not mergeable" } };
  if (body["sha"] !== pull.headSha)
    return { status: 409, json: { message: "Head branch was modified. Review and try the merge again." } };
  const sha = mergePull(repository, pull, text(body["commit_title"]) || pull.title);
  pull.state = "closed";
  pull.mergedAt = "2026-01-01T00:00:00Z";
  return ok({ merged: true, sha, message: "Pull Request successfully merged" });
}
function comment({ repository, match, body, baseUrl }: Asked): Answer {
  const on = Number(match[1]);
  const there = [...repository.issues, ...repository.pulls].some(({ number }) => number === on);
  if (!there) return NOT_FOUND;
  if (text(body["body"]) === "") return invalid("body cannot be blank");
  const made = { on, user: "ada", body: text(body["body"]) };
  repository.comments.push(made);
  return { status: 201, json: shownComment(made, repository, baseUrl) };
}
function shownComment(made: FakeRepository["comments"][number], { slug }: FakeRepository, baseUrl: string) {
  return {
    html_url: `${baseUrl}/${slug}/issues/${made.on}#issuecomment-1`,
    user: { login: made.user },
    created_at: "2026-01-01T00:00:00Z",
    body: made.body,
  };
}
function shownIssue(issue: FakeRepository["issues"][number], { slug }: FakeRepository, baseUrl: string) {
  const { number, title, body, user } = issue;
  return {
    number,
    html_url: `${baseUrl}/${slug}/issues/${number}`,
    title,
    body,
    user: { login: user },
    state: "open",
    labels: [{ name: "bug" }],
  };
}
function shownRun(run: FakeRepository["runs"][number], { slug }: FakeRepository, baseUrl: string) {
  return {
    id: run.id,
    name: "ci",
    display_title: run.title,
    head_branch: run.branch,
    head_sha: "1".repeat(40),
    event: "push",
    status: "completed",
    conclusion: run.conclusion,
    html_url: `${baseUrl}/${slug}/actions/runs/${run.id}`,
  };
}
/** What one method of the API does, as its documentation says. */
export const ROUTES: readonly Route[] = [
  { method: "GET", path: /^$/, answer: ({ repository }) => ok({ full_name: repository.slug, default_branch: "main" }) },
  {
    method: "GET",
    path: /^\/git\/commits\/([0-9a-f]{40})$/,
    answer: ({ repository, match: [, sha = ""] }) => (repository.has(sha) ? ok({ sha }) : NOT_FOUND),
  },
  {
    method: "GET",
    path: /^\/pulls$/,
    answer: (asked) => {
      const { repository, query, baseUrl } = asked;
      const [head, state] = [query.get("head"), query.get("state") ?? "open"];
      const owner = repository.slug.split("/")[0] ?? "";
      const found = repository.pulls.filter(
        (pull) => (head === null || head === `${owner}:${pull.head}`) && (state === "all" || pull.state === state),
      );
      return page(asked, found, (pulls) => pulls.map((pull) => shown(pull, repository, baseUrl)));
    },
  },
  { method: "POST", path: /^\/pulls$/, answer: createPull },
  {
    method: "GET",
    path: /^\/pulls\/(\d+)$/,
    answer: (asked) => {
      const pull = pullOf(asked);
      if (pull === undefined) return NOT_FOUND;
      if (asked.accept === "application/vnd.github.diff")
        return { status: 200, text: gitIn(asked.repository.folder, "diff", pull.base, pull.headSha) };
      return ok(shown(pull, asked.repository, asked.baseUrl));
    },
  },
  {
    method: "PATCH",
    path: /^\/pulls\/(\d+)$/,
    answer: (asked) => {
      const pull = pullOf(asked);
      if (pull === undefined) return NOT_FOUND;
      if (asked.body["state"] !== "closed" || pull.state !== "open") return invalid("state cannot be changed");
      pull.state = "closed";
      return ok(shown(pull, asked.repository, asked.baseUrl));
    },
  },
  { method: "PUT", path: /^\/pulls\/(\d+)\/merge$/, answer: merge },
  {
    method: "GET",
    path: /^\/pulls\/(\d+)\/reviews$/,
    answer: (asked) => {
      const reviews = pullOf(asked)?.reviews;
      if (reviews === undefined) return NOT_FOUND;
      return page(asked, reviews, (some) =>
        some.map(({ user, state, commit }) => ({ user: { login: user }, state, commit_id: commit })),
      );
    },
  },
  {
    method: "GET",
    path: /^\/commits\/([0-9a-f]{40})\/check-runs$/,
    answer: (asked) => {
      const checks = asked.repository.checks.get(asked.match[1] ?? "") ?? [];
      return page(asked, checks, (some) => ({ total_count: checks.length, check_runs: some }));
    },
  },
  {
    method: "GET",
    path: /^\/commits\/([0-9a-f]{40})\/status$/,
    answer: (asked) => {
      const statuses = asked.repository.statuses.get(asked.match[1] ?? "") ?? [];
      return page(asked, statuses, (some) => ({ state: "pending", total_count: statuses.length, statuses: some }));
    },
  },
  {
    method: "GET",
    path: /^\/issues$/,
    answer: (asked) => {
      const { repository, baseUrl } = asked;
      return page(asked, [...repository.pulls, ...repository.issues], (some) =>
        some.map((each) =>
          "head" in each
            ? { ...shown(each, repository, baseUrl), pull_request: {} }
            : shownIssue(each, repository, baseUrl),
        ),
      );
    },
  },
  {
    method: "POST",
    path: /^\/issues$/,
    answer: ({ repository, body, baseUrl }) => {
      const issue = {
        number: nextNumber(repository),
        title: text(body["title"]),
        body: text(body["body"]),
        user: "ada",
      };
      if (issue.title === "") return invalid("title is missing");
      repository.issues.push(issue);
      return { status: 201, json: shownIssue(issue, repository, baseUrl) };
    },
  },
  {
    method: "GET",
    path: /^\/issues\/(\d+)$/,
    answer: ({ repository, match, baseUrl }) => {
      const issue = repository.issues.find(({ number }) => String(number) === match[1]);
      return issue === undefined ? NOT_FOUND : ok(shownIssue(issue, repository, baseUrl));
    },
  },
  {
    method: "GET",
    path: /^\/issues\/(\d+)\/comments$/,
    answer: (asked) => {
      const { repository, match, baseUrl } = asked;
      const comments = repository.comments.filter(({ on }) => String(on) === match[1]);
      return page(asked, comments, (some) => some.map((one) => shownComment(one, repository, baseUrl)));
    },
  },
  { method: "POST", path: /^\/issues\/(\d+)\/comments$/, answer: comment },
  {
    method: "GET",
    path: /^\/actions\/runs$/,
    answer: (asked) => {
      const { repository, query, baseUrl } = asked;
      const branch = query.get("branch");
      const runs = repository.runs.filter((run) => branch === null || run.branch === branch);
      const total_count = runs.length;
      return page(asked, runs, (some) => ({
        total_count,
        workflow_runs: some.map((run) => shownRun(run, repository, baseUrl)),
      }));
    },
  },
  {
    method: "GET",
    path: /^\/actions\/runs\/(\d+)$/,
    answer: ({ repository, match, baseUrl }) => {
      const run = repository.runs.find(({ id }) => String(id) === match[1]);
      return run === undefined ? NOT_FOUND : ok(shownRun(run, repository, baseUrl));
    },
  },
  {
    method: "GET",
    path: /^\/actions\/runs\/(\d+)\/jobs$/,
    answer: ({ repository, match }) => {
      const run = repository.runs.find(({ id }) => String(id) === match[1]);
      if (run === undefined) return NOT_FOUND;
      return ok({
        total_count: 1,
        jobs: [{ id: run.id * 10, name: "test", status: "completed", conclusion: run.conclusion }],
      });
    },
  },
  {
    method: "GET",
    path: /^\/actions\/jobs\/(\d+)\/logs$/,
    // As the real one: to another place, open for a short while to whoever has its address.
    answer: ({ match, baseUrl, repository }) => ({
      status: 302,
      to: `${baseUrl}/blobs/${repository.slug}/${match[1] ?? ""}`,
    }),
  },
  {
    method: "GET",
    path: /^\/releases\/(?:latest|tags\/([^/]+))$/,
    answer: ({ repository, match, baseUrl }) => {
      const { release, slug } = repository;
      if (release === null || (match[1] !== undefined && match[1] !== release.tag)) return NOT_FOUND;
      const { tag, name, body } = release;
      const html = `${baseUrl}/${slug}/releases/tag/${tag}`;
      return ok({ tag_name: tag, name, body, html_url: html, published_at: "2026-01-01T00:00:00Z" });
    },
  },
];
