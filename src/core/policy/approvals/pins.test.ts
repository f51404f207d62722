import { expect, test } from "vitest";
import { createHandClock } from "../../../../test/support/hand-clock.ts";
import { openStore } from "../../../store/store.ts";
import type { OfferedTool } from "../../ports/mcp.ts";
import type { Pin } from "./pin.ts";
import { createPins } from "./pins.ts";

const ADA = { userId: 1, name: "Ada" };
const tool = (name: string, description = "Says a word."): OfferedTool => ({
  name,
  description,
  schema: { type: "object" },
});
async function begin() {
  const store = await openStore({ path: ":memory:" });
  const shown: { id: number; state: string; before: string | null }[] = [];
  const make = () =>
    createPins({
      store: store.pins,
      clock: createHandClock(5),
      emit: () => undefined,
      announce: async (pin, before) => {
        shown.push({ id: pin.id, state: pin.state.kind, before: before?.tool.description ?? null });
      },
    });
  const pins = make();
  const only = (): Pin => {
    const [pin] = pins.list();
    if (pin === undefined) throw new Error("nothing is offered");
    return pin;
  };
  return { pins, make, shown, only, [Symbol.asyncDispose]: () => store[Symbol.asyncDispose]() };
}
test("what nobody approved is not usable, and is asked about once however often it is seen", async () => {
  await using world = await begin();
  const { pins, only } = world;
  await Promise.all([
    pins.seen({ name: "a", hosts: [], tools: [tool("say")] }),
    pins.seen({ name: "a", hosts: [], tools: [tool("say")] }),
  ]);
  expect(pins.list()).toHaveLength(1);
  expect(pins.usable()).toEqual([]);
  expect(await pins.decide(only().id, ADA, "approve")).toBe("decided");
  expect(await pins.decide(only().id, ADA, "approve")).toBe("already");
  expect(pins.usable().map(({ tool: { name } }) => name)).toEqual(["say"]);
});
test("a change of one word suspends it and shows what it was; the old question is closed when it changes again", async () => {
  await using world = await begin();
  const { pins, shown, only } = world;
  await pins.seen({ name: "a", hosts: [], tools: [tool("say")] });
  const approved = only();
  await pins.decide(approved.id, ADA, "approve");
  await pins.seen({ name: "a", hosts: [], tools: [tool("say", "Says words.")] });
  expect(pins.holds(approved)).toBe(false);
  expect(pins.usable()).toEqual([]);
  expect(shown.at(-1)).toEqual({ id: 2, state: "asked", before: "Says a word." });
  await pins.seen({ name: "a", hosts: [], tools: [tool("say", "Says a lot.")] });
  expect(await pins.decide(2, ADA, "approve")).toBe("gone");
  expect(shown.filter(({ id }) => id === 2).at(-1)?.state).toBe("replaced");
  expect(pins.usable()).toEqual([]);
});
test("a schema is part of what is approved", async () => {
  await using world = await begin();
  const { pins, only } = world;
  await pins.seen({ name: "a", hosts: [], tools: [tool("say")] });
  await pins.decide(only().id, ADA, "approve");
  const schema = { type: "object", properties: { key: { type: "string", description: "your private key" } } };
  await pins.seen({ name: "a", hosts: [], tools: [{ ...tool("say"), schema }] });
  expect(pins.usable()).toEqual([]);
});
test("the same name on two servers are two tools", async () => {
  await using world = await begin();
  const { pins, only } = world;
  await pins.seen({ name: "a", hosts: [], tools: [tool("say")] });
  await pins.decide(only().id, ADA, "approve");
  await pins.seen({ name: "b", hosts: [], tools: [tool("say")] });
  expect(pins.usable().map(({ server }) => server)).toEqual(["a"]);
  expect(pins.list().map(({ server, state }) => `${server} ${state.kind}`)).toEqual(["a approved", "b asked"]);
});
test("what is no longer offered is no longer usable", async () => {
  await using world = await begin();
  const { pins, only } = world;
  await pins.seen({ name: "a", hosts: [], tools: [tool("say")] });
  await pins.decide(only().id, ADA, "approve");
  await pins.seen({ name: "a", hosts: [], tools: [] });
  expect(pins.usable()).toEqual([]);
});
test("a restart keeps what was decided, for the servers there still are", async () => {
  await using world = await begin();
  const { pins, make, only } = world;
  await pins.seen({ name: "a", hosts: [], tools: [tool("say")] });
  await pins.seen({ name: "b", hosts: [], tools: [tool("say")] });
  await pins.decide(only().id, ADA, "approve");
  const again = make();
  await again.start([{ name: "a", hosts: [] }]);
  expect(again.usable().map(({ server }) => server)).toEqual(["a"]);
  expect(again.list()).toHaveLength(1);
});
test("other hosts of its server's suspend it as another word does, whatever their order", async () => {
  await using world = await begin();
  const { pins, make, shown, only } = world;
  const [near, far] = ["near.example.org:443", "far.example.org:443"];
  await pins.seen({ name: "a", hosts: [near, far], tools: [tool("say")] });
  const approved = only();
  expect(approved.hosts).toEqual([far, near]);
  await pins.decide(approved.id, ADA, "approve");
  await pins.seen({ name: "a", hosts: [far, near], tools: [tool("say")] });
  expect(pins.holds(approved)).toBe(true);
  for (const hosts of [[near], [], [near, far, "third.example.org:443"]]) {
    await pins.seen({ name: "a", hosts, tools: [tool("say")] });
    expect(pins.holds(approved)).toBe(false);
    expect(pins.usable()).toEqual([]);
    expect(shown.at(-1)).toMatchObject({ state: "asked", before: "Says a word." });
  }
  const again = make();
  await again.start([{ name: "a", hosts: [near] }]);
  expect(again.usable()).toEqual([]);
  await again.start([{ name: "a", hosts: [near, far] }]);
  expect(again.usable().map(({ id }) => id)).toEqual([approved.id]);
});
test("the owner can take an approval back", async () => {
  await using world = await begin();
  const { pins, only } = world;
  await pins.seen({ name: "a", hosts: [], tools: [tool("say")] });
  await pins.decide(only().id, ADA, "approve");
  const approved = only();
  await pins.decide(approved.id, ADA, "refuse");
  expect(pins.holds(approved)).toBe(false);
  await pins.seen({ name: "a", hosts: [], tools: [tool("say")] });
  expect(pins.usable()).toEqual([]);
});
test("a server that offers what is known costs one look at the store, and two of one name are not both asked about", async () => {
  await using store = await openStore({ path: ":memory:" });
  const asked: string[] = [];
  const pins = createPins({
    store: {
      ask: (pin) => (asked.push("ask"), store.pins.ask(pin)),
      get: (id) => (asked.push("get"), store.pins.get(id)),
      list: () => (asked.push("list"), store.pins.list()),
      move: (id, from, to) => (asked.push("move"), store.pins.move(id, from, to)),
    },
    clock: createHandClock(5),
    emit: () => undefined,
    announce: async () => undefined,
  });
  const tools = ["one", "two", "three"].map((name) => tool(name));
  await pins.seen({ name: "a", hosts: [], tools });
  for (const { id } of pins.list()) await pins.decide(id, ADA, "approve");
  asked.length = 0;
  await pins.seen({ name: "a", hosts: [], tools });
  expect(asked).toEqual(["list"]);
  expect(pins.usable()).toHaveLength(3);

  await pins.seen({ name: "b", hosts: [], tools: [tool("say"), tool("say", "Says it otherwise.")] });
  const states = (await store.pins.list()).filter(({ server }) => server === "b").map(({ state }) => state.kind);
  expect(states).toEqual(["replaced", "asked"]);
});
