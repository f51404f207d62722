import { expect, test } from "vitest";
import { letIn, OTHER, OWNER, startApp, type TestApp } from "../support/app.ts";
import { callsTool, openScriptedModel, type Script } from "../support/scripted-model.ts";

/** What is asked for, by its word, and where; each answer of the model names the word of what it was asked. */
const WORDS = ["amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "heath", "islet", "jetty"] as const;
const PER_TASK = 3;
/** Each person has a conversation of their own in each chat, and its history may be known there: the first and seventh word share one, and so on. */
const PLACES = 6;
function isStranger(word: string, to: string): boolean {
  return WORDS.findIndex((each) => each === word) % PLACES !== WORDS.findIndex((each) => each === to) % PLACES;
}

test("ten tasks of two people in two private chats and two groups, at once: no answer crosses", async () => {
  const answer: Script[number] = ({ body }) => {
    const said = body.messages.map(({ content }) => JSON.stringify(content)).join("\n");
    const goal = /Goal(?:, in the words of the person who asked)?:[^]*/.exec(said)?.[0] ?? "";
    const word = WORDS.find((each) => goal.includes(`file about ${each}`)) ?? "?";
    const strangers = WORDS.filter((each) => isStranger(each, word) && said.includes(each));
    const told = strangers.length === 0 ? word : `${word} heard of ${strangers.join()}`;
    if (!body.tools?.some(({ function: { name } }) => name === "finish"))
      return callsTool("propose_plan", {
        title: `Write ${told}`,
        summary: `About ${told}.`,
        steps: [{ text: `Write ${told}`, risk: "low" }],
        criteria: [{ text: `${told} is written`, check: null }],
      });
    return body.messages.some(({ role }) => role === "tool")
      ? callsTool("finish", { summary: `Finished ${told}.` })
      : callsTool("write_file", { path: `${word}.txt`, content: told });
  };
  await using model = await openScriptedModel(Array.from({ length: WORDS.length * PER_TASK }, () => answer));
  await using app = await startApp({
    modelUrl: model.baseUrl,
    config: "[tasks]\nheal_attempts = 0\nmax_parallel = 10\nmax_parallel_per_person = 10",
  });
  await letIn(app, OTHER, "maintainer");
  const groups = ["North", "South"].map(
    (title) => app.emulator.people.createsGroup({ title, memberIds: [OWNER, OTHER] }).chat.id,
  );
  const places = [
    { chatId: OWNER, userId: OWNER },
    { chatId: OTHER, userId: OTHER },
    ...groups.flatMap((chatId) => [OWNER, OTHER].map((userId) => ({ chatId, userId }))),
  ];
  const asked = WORDS.map((word, index) => ({ word, ...(places[index % places.length] ?? { chatId: 0, userId: 0 }) }));
  expect(places).toHaveLength(PLACES);
  for (const { word, chatId, userId } of asked)
    app.emulator.people.says({ chatId, userId, text: `/dispatch Make a file about ${word} in sample` });
  await app.untilTrue(
    () => asked.every(({ word, chatId }) => app.texts(chatId).some((text) => text.includes(`Finished ${word}.`))),
    "ten results",
  );
  for (const chatId of new Set(asked.map((one) => one.chatId))) {
    const here = new Set(asked.filter((one) => one.chatId === chatId).map(({ word }) => word));
    const shown = app.texts(chatId).join("\n");
    for (const word of WORDS) expect([chatId, word, shown.includes(word)]).toEqual([chatId, word, here.has(word)]);
    expect(shown).not.toContain("heard of");
  }
  expect(oneTopicEach(app)).toBe(true);
  await app.app().idle();
  expect(await app.app().sandbox.live(AbortSignal.timeout(5000))).toBe(0);
});
/** In a private chat with topics no two tasks speak in one. */
function oneTopicEach(app: TestApp): boolean {
  const words = new Map<number, Set<string>>();
  for (const { message_thread_id: thread, text = "" } of app.emulator.messages(OWNER))
    if (thread !== undefined)
      for (const word of WORDS) if (text.includes(word)) words.set(thread, (words.get(thread) ?? new Set()).add(word));
  return words.size > 0 && [...words.values()].every((found) => found.size === 1);
}
