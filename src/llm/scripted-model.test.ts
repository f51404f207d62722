import { expect, test } from "vitest";
import { checkChatRequest } from "../../test/support/chat-request.ts";
import { openScriptedModel, says } from "../../test/support/scripted-model.ts";

const user = { role: "user", content: "Hi" };
const call = (id: string) => ({ id, type: "function", function: { name: "look", arguments: "{}" } });
const calling = (...ids: string[]) => ({ role: "assistant", content: null, tool_calls: ids.map(call) });
const result = (id: string) => ({ role: "tool", tool_call_id: id, content: "…" });
const tool = (name: string, parameters: object = { type: "object" }) => ({
  type: "function",
  function: { name, description: "", parameters },
});
const request = (messages: object[], more: object = {}) => ({ model: "m", stream: true, messages, ...more });

test.each([
  ["plain talk", request([user])],
  ["answered calls, in any order", request([user, calling("a", "b"), result("b"), result("a"), user])],
  ["tools", request([user], { tools: [tool("look")], tool_choice: "required", max_tokens: 5 })],
])("a request with %s is good", (_, body) => {
  expect(checkChatRequest(body).kind).toBe("good");
});

test.each([
  ["no messages", request([])],
  ["an unknown role", request([{ role: "robot", content: "" }])],
  ["an unknown field", request([user], { temprature: 1 })],
  ["a call without an answer at the end", request([user, calling("a")])],
  ["a call without an answer in the middle", request([user, calling("a", "b"), result("a"), user])],
  ["an answer to no call", request([user, result("a")])],
  ["a call answered twice", request([user, calling("a"), result("a"), result("a")])],
  ["two calls with one id", request([user, calling("a", "a"), result("a")])],
  ["an empty list of calls", request([user, { role: "assistant", tool_calls: [] }])],
  ["an empty assistant message", request([user, { role: "assistant", content: "" }])],
  ["an illegal name of a tool", request([user], { tools: [tool("mcp:look")] })],
  ["two tools of one name", request([user], { tools: [tool("look"), tool("look")] })],
  ["parameters that are no object", request([user], { tools: [tool("look", { type: "string" })] })],
  ["a choice without tools", request([user], { tool_choice: "auto" })],
  ["an empty list of tools", request([user], { tools: [] })],
])("a request with %s is bad", (_, body) => {
  expect(checkChatRequest(body).kind).toBe("bad");
});

async function post(baseUrl: string, body: unknown): Promise<number> {
  const response = await fetch(`${baseUrl}/chat/completions`, { method: "POST", body: JSON.stringify(body) });
  await response.text();
  return response.status;
}

test("a script that is not used up fails the test", async () => {
  const server = await openScriptedModel([says("One."), says("Two.")]);
  expect(await post(server.baseUrl, request([user]))).toBe(200);
  await expect(server[Symbol.asyncDispose]()).rejects.toThrow("Only 1 of 2");
});

test("a script that is overrun fails the test", async () => {
  const server = await openScriptedModel([]);
  expect(await post(server.baseUrl, request([user]))).toBe(400);
  await expect(server[Symbol.asyncDispose]()).rejects.toThrow("one more request");
});

test("a malformed request is answered with 400 and fails the test", async () => {
  const server = await openScriptedModel([]);
  expect(await post(server.baseUrl, request([user, result("a")]))).toBe(400);
  await expect(server[Symbol.asyncDispose]()).rejects.toThrow("answers no open call");
});
