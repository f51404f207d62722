import { once } from "node:events";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { OWNER, startApp, textOf, type TestApp } from "../support/app.ts";
import { createToolNames } from "../../src/llm/tool-names.ts";
import { temporaryFolder } from "../support/folder.ts";
import { gitAsAda } from "../support/git-as-ada.ts";
import { openHouseProxy } from "../support/house-proxy.ts";
import { beginWork, FINISH, PATCH, PLAN } from "../support/sample-work.ts";
import { startScripted, type ScriptedApp } from "../support/scripted-app.ts";
import { callsTool, openScriptedModel } from "../support/scripted-model.ts";

const HOST = "api.example.org:8080";
const WEB_HOST = "api.example.org:80";
const ours = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A server of the Internet behind the house's proxy, by whatever name. */
async function openInternet() {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.headers.host} ${request.url}`);
    response.end("an answer from far away");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const proxy = await openHouseProxy(port);
  return {
    asked,
    settings: `upstream_proxy = "${proxy.url}"`,
    [Symbol.dispose]() {
      server.closeAllConnections();
      server.close();
      proxy[Symbol.dispose]();
    },
  };
}
/** All that the model has been told. */
function told({ model }: ScriptedApp): string {
  return JSON.stringify(model.requests.map(({ body }) => body.messages));
}
/** The sample's tests need the host as well from now on. */
function needNetwork(app: TestApp): void {
  const sample = join(app.home, "sample");
  const lines = [
    'import { test } from "node:test";',
    'test("asks far away", async () => {',
    `  const answer = await fetch("http://${WEB_HOST.replace(":80", "")}/check");`,
    "  if (!answer.ok) throw new Error(await answer.text());",
    "});",
  ];
  writeFileSync(join(sample, "test/far.test.js"), `${lines.join("\n")}\n`);
  gitAsAda(sample, "add", "--all");
  gitAsAda(sample, "commit", "--quiet", "--message", "Asks far away");
}
const GRANT = `[[sandbox.egress]]\nrepository = "sample"\ncheck = "node:test"\nhosts = ["${WEB_HOST}"]`;

test("a spark reaches its hosts and no others, and the card tells both", async () => {
  using internet = await openInternet();
  using folder = temporaryFolder();
  mkdirSync(folder.at("personas"));
  cpSync(join(ours, "personas"), folder.at("personas"), { recursive: true });
  const coder = readFileSync(join(ours, "personas/coder.md"), "utf8");
  writeFileSync(folder.at("personas/coder.md"), coder.replace("+++\n", `+++\nhosts = ["${HOST}"]\n`));
  symlinkSync(join(ours, "samples"), folder.at("samples"));
  const curl = (url: string, network: boolean) => callsTool("shell", { command: `curl -s -m 20 ${url}`, network });
  await using run = await startScripted(
    [
      PLAN,
      curl(`http://${HOST}/one`, true),
      curl(`http://${HOST}/two`, false),
      curl("http://evil.example.org:8080/", true),
      callsTool("shell", { command: "node --version" }),
      PATCH,
      FINISH,
    ],
    { sandboxSettings: internet.settings, packageFolder: folder.path },
  );
  await beginWork(run.app);
  await run.app.until(/✅ Task 1[^]*Proof/);
  expect(internet.asked).toEqual([`${HOST} /one`, `${HOST} /two`]);
  expect(told(run)).toContain(`Hosts granted to you: ${HOST}`);
  expect(told(run)).toContain("an answer from far away");
  expect(told(run)).toContain("evil.example.org:8080 is not among the hosts that are let out");
  expect(run.app.texts(OWNER).join("\n")).not.toContain("🔐");
  const network = /🌐 Network:\s+api\.example\.org:8080\s+\(2 requests, [^)]*\)\s*, refused:\s+evil\.example\.org:8080/;
  await run.app.until(network, "the card");
  await run.app.says("/task 1");
  await run.app.until(new RegExp(`Goal:[^]*${network.source}`));
});

test("a sandboxed server of tools reaches the hosts of its settings and no others, and its card and the list say which", async () => {
  using internet = await openInternet();
  const text = readFileSync(join(ours, "test/support/mcp/server.mjs"), "utf8");
  const command = JSON.stringify(["node", "--input-type=module", "--eval", text, "server", "far"]);
  const config = `[[mcp.servers]]\nname = "tools"\ncommand = ${command}\nallow = ["say"]\nhosts = ["${WEB_HOST}"]\nconfirm = false`;
  const call = (word: string) => callsTool(createToolNames([]).toWire("mcp:tools:say"), { word });
  const script = [PLAN, call("http://api.example.org/tool"), call("http://evil.example.org/tool"), PATCH, FINISH];
  await using run = await startScripted(script, { sandboxSettings: internet.settings, config });
  const { app } = run;
  expect(textOf(await app.until(/🧩 A tool of a server: tools: say/))).toContain(`can reach ${WEB_HOST}`);
  await app.presses("Approve this tool");
  await app.until(/Approved by Ada/);
  await app.says("/mcp");
  await app.until(/tools: connected[^]*in a sandbox of its own, which reaches api\.example\.org:80/);
  await app.says("Fix the failing test in sample");
  await app.presses("Approve");
  await app.until(/✅ Task 1[^]*Proof/);
  expect(internet.asked).toEqual(["api.example.org /tool"]);
  expect(told(run)).toContain("200 an answer from far away");
  expect(told(run)).toContain("nothing came back");
  const record = JSON.stringify(await app.app().operations.log({ limit: 1000 }));
  expect(record).toMatch(
    /"kind":"sandbox\.egress"[^}]*"owner":"mcp-tools"[^}]*"host":"evil\.example\.org"[^}]*"allowed":false/,
  );
  expect(record).toMatch(/"owner":"mcp-tools"[^}]*"host":"api\.example\.org"[^}]*"allowed":true/);
});

test("other hosts in the settings suspend the tools of a server until its owner approves them again", async () => {
  const text = readFileSync(join(ours, "test/support/mcp/server.mjs"), "utf8");
  const command = JSON.stringify(["node", "--input-type=module", "--eval", text, "server", "good"]);
  const configOf = (hosts: readonly string[]) =>
    `[[mcp.servers]]\nname = "tools"\ncommand = ${command}\nallow = ["say"]\nhosts = ${JSON.stringify(hosts)}`;
  let config = configOf([WEB_HOST]);
  await using model = await openScriptedModel([PLAN, PATCH, FINISH]);
  await using app = await startApp({
    modelUrl: model.baseUrl,
    get config() {
      return config;
    },
  });
  await app.until(/🧩 A tool of a server: tools: say/);
  await app.presses("Approve this tool");
  await app.until(/Approved by Ada/);
  await app.restart(() => (config = configOf([WEB_HOST, "evil.example.org:80"])));
  const changed = textOf(await app.until(/is given other hosts by the settings, and is not used until you approve it/));
  expect(changed).toContain(`can reach ${WEB_HOST}, evil.example.org:80`);
  expect(changed).toContain("+ reaches evil.example.org:80");
  await app.says("Fix the failing test in sample");
  await app.presses("Approve");
  await app.until(/✅ Task 1[^]*Proof/);
  expect(JSON.stringify(model.requests[1]?.body)).not.toContain("mcp");
  await app.restart(() => (config = configOf([WEB_HOST])));
  await app.until(/evil\.example\.org[^]*something else by now; this is not used/, "the question, closed");
  await app.says("/mcp");
  await app.until(/tools: connected[^]*say[^]*Approved by Ada/);
});

test("a check reaches what is granted to it before and after the work and in /ci, and the plan says so", async () => {
  using internet = await openInternet();
  await using run = await startScripted([PLAN, PATCH, FINISH], { sandboxSettings: internet.settings, config: GRANT });
  needNetwork(run.app);
  await run.app.says("Fix the failing test in sample");
  expect(textOf(await run.app.until(/Done when/))).toContain(`reaches ${WEB_HOST}`);
  await run.app.presses("Approve");
  expect(textOf(await run.app.until(/✅ Task 1[^]*Proof/))).toContain("🟢 8/8");
  expect(internet.asked).toEqual(["api.example.org /check", "api.example.org /check"]);
  await run.app.says("/ci sample");
  expect(textOf(await run.app.until(/CI of sample: red/))).toContain("7 passed, 1 failed");
  expect(internet.asked).toHaveLength(3);
});

test("after strangers' words a check reaches nothing that a person did not say yes to", async () => {
  using internet = await openInternet();
  await using run = await startScripted([PLAN, PATCH, FINISH], {
    sandboxSettings: internet.settings,
    config: `${GRANT}\n[tasks]\nheal_attempts = 0\nautonomy_level = 5`,
  });
  const { app } = run;
  needNetwork(app);
  const said = { chatId: OWNER, userId: OWNER, text: "/search Fix the failing test in sample" };
  const { message_id: messageId } = app.emulator.people.says(said);
  app.emulator.people.forwards({ chatId: OWNER, toChatId: OWNER, userId: OWNER, messageId });
  await app.until(/Forwarded: somebody else's words/);
  await app.presses("Use it");
  await app.presses("Approve");
  const question = textOf(await app.until(/🔐 Task 1 asks: use run_checks/));
  expect(question).toContain("It has read forwarded words");
  expect(question).toContain(WEB_HOST);
  expect(internet.asked).toHaveLength(1);
  await app.presses("Deny");
  const result = textOf(await app.until(/❌ Task 1[^]*not called done/));
  expect(result).toContain(`ran without ${WEB_HOST}`);
  expect(internet.asked).toHaveLength(1);
});
