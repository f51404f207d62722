import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  faultOf,
  neverAborted as signal,
  providerAt,
  startModel,
  workRequest,
} from "../../test/support/model-client.ts";
import { openHouse } from "../../test/support/private-authority.ts";
import { createOutgoing } from "./outgoing.ts";

const ANSWER = [
  { choices: [{ index: 0, delta: { content: "From far away." }, finish_reason: "stop" }] },
  { choices: [], usage: { prompt_tokens: 10, completion_tokens: 4 } },
].map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`);
const house = () =>
  openHouse(["models.example.org"], (_, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" }).end(`${ANSWER.join("")}data: [DONE]\n\n`);
  });

test("a model elsewhere is asked through the proxy that is set, and trusted by the certificates that are", async () => {
  using far = await house();
  const outgoing = createOutgoing({ proxy: far.upstreamProxy, certificates: readFileSync(far.caFile, "utf8") });
  const { model } = startModel([{ ...providerAt("https://models.example.org/v1"), outgoing }]);
  expect((await model.complete(workRequest, { signal })).text).toBe("From far away.");
  expect(far.asked).toEqual(["POST models.example.org /v1/chat/completions"]);
});
test("without them its certificate is not trusted, and it is told nothing", async () => {
  using far = await house();
  const outgoing = createOutgoing({ proxy: far.upstreamProxy });
  const once = { retries: { attempts: 1 } };
  const { model } = startModel([{ ...providerAt("https://models.example.org/v1"), outgoing }], once);
  expect((await faultOf(model.complete(workRequest, { signal }))).code).toBe("model.unavailable");
  expect(far.asked).toEqual([]);
});
test("what is on this machine is asked directly", () => {
  const { agentFor } = createOutgoing({ proxy: "http://127.0.0.1:1" });
  for (const url of ["http://127.0.0.1:11434/v1", "http://localhost:1/v1", "https://[::1]:1/v1"])
    expect(agentFor(new URL(url))).toBeUndefined();
  expect(agentFor(new URL("http://models.example.org/v1"))).toBeDefined();
});
