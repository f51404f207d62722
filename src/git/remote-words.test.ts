import { expect, test } from "vitest";
import { tellRemote } from "./remote-words.ts";

/** As git 2.39 to 2.51 and the servers of GitHub and GitLab say it. */
test.each([
  ["fatal: unable to access 'https://nosuch.invalid/x.git/': Could not resolve host: nosuch.invalid", "no such host"],
  [
    "ssh: Could not resolve hostname nosuch: Name or service not known\nfatal: Could not read from remote repository.",
    "no such host",
  ],
  ["remote: Repository not found.\nfatal: repository 'https://github.com/a/b/' not found", "no such repository"],
  ["ERROR: Repository not found.\nfatal: Could not read from remote repository.", "no such repository"],
  ["fatal: unable to access 'https://x.example/y/': The requested URL returned error: 404", "no such repository"],
  ["fatal: '/y.git' does not appear to be a git repository", "no such repository"],
  ["fatal: could not read Username for 'https://github.com': terminal prompts disabled", "it wants a log-in"],
  [
    "remote: HTTP Basic: Access denied\nfatal: Authentication failed for 'https://gitlab.com/a/b.git/'",
    "it wants a log-in",
  ],
  ["fatal: unable to access 'https://x.example/y/': The requested URL returned error: 403", "it wants a log-in"],
  ["git@github.com: Permission denied (publickey).\nfatal: Could not read from remote repository.", "SSH key"],
  ["Host key verification failed.\nfatal: Could not read from remote repository.", "SSH key"],
  [
    "fatal: unable to access 'http://127.0.0.1:1/x/': Failed to connect to 127.0.0.1 port 1 after 0 ms: Couldn't connect to server",
    "does not answer",
  ],
  ["ssh: connect to host x.example port 22: Connection timed out", "does not answer"],
])("%s", (said, told) => {
  expect(tellRemote(said)).toContain(told);
  expect(tellRemote(said)).not.toContain("fatal");
});
test("what is not known is told in git's words, without addresses", () => {
  const said = "fatal: protocol error in https://ada@x.example/y: bad pack\nmore";
  expect(tellRemote(said)).toBe("git could not read it: protocol error in (its address) bad pack; more");
});
