import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { textOf } from "../support/app.ts";
import { FINISH, PATCH, PLAN } from "../support/sample-work.ts";
import { beginScripted } from "../support/scripted-app.ts";
import { callsTool, lastTold } from "../support/scripted-model.ts";

test("tools that look, a patch and the tests alone do the work", async () => {
  await using run = await beginScripted([
    PLAN,
    callsTool("codebase_map", {}),
    callsTool("glob", { pattern: "*.{test,spec}.js" }),
    PATCH,
    callsTool("test", {}),
    callsTool("lint", {}),
    FINISH,
  ]);
  expect(textOf(await run.app.until(/✅ Task 1[^]*Proof/))).toContain("src/discount.js");
  expect(lastTold(run.model)).toMatch(
    /Exported names[^]*src\/discount\.js[^]*Patched[^]*All of these checks are green/,
  );
});

test("a page of the web is asked for, with its address and its host, and not read without a yes", async () => {
  await using run = await beginScripted([
    PLAN,
    callsTool("web_fetch", { url: "https://docs.example.org/a?b=c" }),
    PATCH,
    FINISH,
  ]);
  const question = textOf(await run.app.until(/🔐 Task 1 asks: read a page of the web/));
  expect(question).toMatch(/docs\.example\.org reads a page of the web/);
  expect(question).toContain("https://docs.example.org/a?b=c");
  expect(question).toContain("It has network: 1 host");
  await run.app.presses("Deny");
  await run.app.until(/✅ Task 1[^]*Proof/);
  expect(lastTold(run.model)).toContain("denied by a person: Ada said no");
});

test("a tool of the settings runs in the sandbox, and a search goes to the engine of the settings without asking until it found something", async () => {
  const queries: (string | null)[] = [];
  const engine = createServer((request, response) => {
    queries.push(new URL(request.url ?? "", "http://engine").searchParams.get("q"));
    const results = [{ title: "Discounts", url: "https://example.org/discounts", content: "From the amount on" }];
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ results }));
  }).listen(0, "127.0.0.1");
  await once(engine, "listening");
  try {
    const config = `[tools]
search_url = "http://127.0.0.1:${(engine.address() as AddressInfo).port}/search"
[[tools.custom]]
name = "count_lines"
summary = "Counts lines."
argv = ["wc", "-l", "{file}"]
parameters = [{ name = "file", summary = "A file" }]
risk = "low"`;
    const script = [
      PLAN,
      callsTool("count_lines", { file: "src/discount.js" }),
      callsTool("count_lines", { file: "-c" }),
      callsTool("web_search", { query: "discount from or above" }),
      callsTool("web_search", { query: "totalCents > rule.from" }),
      PATCH,
      FINISH,
    ];
    await using run = await beginScripted(script, { config });
    const question = textOf(await run.app.until(/🔐 Task 1 asks: search the web/));
    expect(question).toMatch(/after reading texts of strangers[^]*It has read the network[^]*totalCents > rule\.from/);
    await run.app.presses("Deny");
    await run.app.until(/✅ Task 1[^]*Proof/);
    expect(lastTold(run.model)).toMatch(/\d+ src\/discount\.js[^]*must fit[^]*https:\/\/example\.org\/discounts/);
    expect(queries).toEqual(["discount from or above"]);
  } finally {
    engine.close();
  }
});
