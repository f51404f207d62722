import * as fc from "fast-check";
import { expect, test } from "vitest";
import { neverAborted as signal, providerAt, startModel, workRequest } from "../../test/support/model-client.ts";
import { openScriptedModel, says } from "../../test/support/scripted-model.ts";
import type { ToolSpec } from "../core/ports/model.ts";
import { fence } from "../lib/fence.ts";
import { fitTools } from "./fit-tools.ts";

const tool = (name: string, description: string): ToolSpec => ({ name, description, parameters: { type: "object" } });

test("a description that is too long for a provider's list of tools is said whole in the conversation", async () => {
  await using server = await openScriptedModel([says("Yes.")]);
  const words = `A tool of the server "thinks":\n${fence("mcp thinks think", `Think. ${"And again. ".repeat(300)}The end.`)}`;
  const tools = [tool("read_file", "Reads."), tool("mcp:thinks:think", words)];
  await startModel([providerAt(server.baseUrl)]).model.complete({ ...workRequest, tools }, { signal });
  const [request] = server.requests;
  const [short, long] = request?.body.tools ?? [];
  expect(short?.function.description).toBe("Reads.");
  expect(long?.function.description).toBe(
    'A tool of the server "thinks": (Its whole description stands in the message about tools.)',
  );
  const said = request?.body.messages.find(({ content }) => content?.includes("too long for their list"));
  expect(said?.role).toBe("user");
  expect(said?.content).toContain(`${long?.function.name}: ${words}`);
  expect(request?.body.messages).toHaveLength(workRequest.messages.length + 1);
});
test("no description is longer than providers take, nothing of it is lost, and what fits is left as it is", () => {
  const description = fc.oneof(fc.string({ maxLength: 1100, minLength: 900 }), fc.lorem({ maxCount: 400 }));
  fc.assert(
    fc.property(fc.array(description, { minLength: 1, maxLength: 5 }), (texts) => {
      const tools = texts.map((text, at) => tool(`tool_${at}`, text));
      const fitted = fitTools({ ...workRequest, tools });
      for (const [at, text] of texts.entries()) {
        expect(fitted.tools[at]?.description.length).toBeLessThanOrEqual(1024);
        const whole = [fitted.tools[at]?.description, ...fitted.messages.map((message) => message.text)];
        expect(whole.some((said) => said?.includes(text))).toBe(true);
      }
      if (texts.every(({ length }) => length <= 1024)) expect(fitted).toEqual({ ...workRequest, tools });
    }),
  );
});
