import fc from "fast-check";
import { expect, test } from "vitest";
import { readPeople } from "./read-people.ts";

const GROUP = { chatId: -100123, replied: null };
const PRIVATE = { chatId: 7, replied: null };

test.each([
  ["role", "12 member", PRIVATE, { kind: "everywhere", userId: 12, role: "member" }],
  ["role", "12 owner", GROUP, { kind: "everywhere", userId: 12, role: "owner" }],
  ["role", "12 viewer here", GROUP, { kind: "in-chat", userId: 12, chatId: -100123, role: "viewer" }],
  ["role", "12 nobody in -5", PRIVATE, { kind: "in-chat", userId: 12, chatId: -5, role: "nobody" }],
  [
    "role",
    "Maintainer HERE",
    { ...GROUP, replied: 9 },
    { kind: "in-chat", userId: 9, chatId: -100123, role: "maintainer" },
  ],
  ["remove", "12", GROUP, { kind: "everywhere", userId: 12, role: null }],
  ["remove", "12 here", GROUP, { kind: "in-chat", userId: 12, chatId: -100123, role: null }],
  // Who is named counts, and not whose message is answered.
  ["remove", "12 in -5", { ...GROUP, replied: 9 }, { kind: "in-chat", userId: 12, chatId: -5, role: null }],
] as const)("%s %s", (verb, words, scene, expected) => {
  expect(readPeople(verb, words.split(" "), scene)).toEqual(expected);
});
test.each([
  ["role", "member", GROUP, "Whose number?"],
  ["role", "12", GROUP, "Which role? viewer, member, maintainer, owner."],
  ["role", "12 here", GROUP, "or nobody"],
  ["role", "12 nobody", GROUP, "what somebody can be in one group"],
  ["role", "12 owner here", GROUP, "An owner is one everywhere"],
  ["role", "12 member here", PRIVATE, "is for groups"],
  ["role", "12 member in 7", PRIVATE, "After in comes a group's number"],
  ["role", "12 member in", PRIVATE, 'do not know "in"'],
  ["role", "12 king", GROUP, 'do not know "king"'],
  ["role", "0 member", GROUP, 'do not know "0"'],
  ["remove", "12 member", GROUP, "needs no role"],
] as const)("%s %s is refused: %s", (verb, words, scene, problem) => {
  expect(readPeople(verb, words.split(" "), scene)).toContain(problem);
});
test("the words may come in any order", () => {
  const wanted = { kind: "in-chat", userId: 12, chatId: -5, role: "viewer" };
  fc.assert(
    fc.property(fc.shuffledSubarray(["12", "viewer", "in -5"], { minLength: 3 }), (order) => {
      expect(readPeople("role", order.join(" ").split(" "), PRIVATE)).toEqual(wanted);
    }),
  );
});
