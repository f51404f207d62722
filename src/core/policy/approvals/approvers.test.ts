import * as fc from "fast-check";
import { expect, test } from "vitest";
import { mayDecide, neededRole } from "./approvers.ts";
import { isAtLeast } from "../roles.ts";

const RULES = { approvers: "member", highRiskApprovers: "maintainer" } as const;
const GROUP = { risk: "medium", requestedBy: 1, chatId: -100 } as const;

test.each([
  ["a member of the group", { userId: 2, role: "member" }, GROUP, true],
  ["a viewer", { userId: 2, role: "viewer" }, GROUP, false],
  ["a stranger", { userId: 2, role: null }, GROUP, false],
  ["a member, of high risk", { userId: 2, role: "member" }, { ...GROUP, risk: "high" }, false],
  ["a maintainer, of high risk", { userId: 2, role: "maintainer" }, { ...GROUP, risk: "high" }, true],
  ["the person of a private chat", { userId: 7, role: "member" }, { risk: "high", requestedBy: 7, chatId: 7 }, true],
  [
    "the owner in another's private chat",
    { userId: 1, role: "owner" },
    { risk: "low", requestedBy: 7, chatId: 7 },
    false,
  ],
  [
    "the person of a chat where nobody asked",
    { userId: 7, role: "owner" },
    { risk: "low", requestedBy: null, chatId: 7 },
    true,
  ],
] as const)("%s", (_name, who, asked, expected) => {
  expect(mayDecide(who, asked, RULES)).toBe(expected);
});

const role = fc.constantFrom("viewer", "member", "maintainer", "owner" as const);
test("what is of higher risk never needs less", () => {
  fc.assert(
    fc.property(role, role, (approvers, highRiskApprovers) => {
      const rules = { approvers, highRiskApprovers };
      expect(isAtLeast(neededRole("high", rules), neededRole("low", rules))).toBe(true);
    }),
  );
});
