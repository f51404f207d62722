import fc from "fast-check";
import { expect, test } from "vitest";
import { CHAT_ROLES, outlivesRemoval, roleIn, ROLES, type Standing } from "./roles.ts";

const standings: fc.Arbitrary<Standing> = fc.record({
  own: fc.constantFrom(null, ...ROLES),
  everyone: fc.constantFrom(null, ...CHAT_ROLES),
  here: fc.constantFrom(null, "nobody" as const, ...CHAT_ROLES),
});
const rank = (role: ReturnType<typeof roleIn>) => (role === null ? -1 : ROLES.indexOf(role));

test("no chat shuts an owner out, and none makes one", () => {
  fc.assert(
    fc.property(standings, (one) => {
      expect(roleIn(one) === "owner").toBe(one.own === "owner");
    }),
  );
});
test("what a chat says of a person holds there, above their own role and below it", () => {
  fc.assert(
    fc.property(standings, ({ own, everyone, here }) => {
      fc.pre(own !== "owner" && here !== null);
      expect(roleIn({ own, everyone, here })).toBe(here === "nobody" ? null : here);
    }),
  );
});
test("where a chat says nothing of a person, the greater of their own role and the chat's holds", () => {
  fc.assert(
    fc.property(standings, ({ own, everyone }) => {
      expect(rank(roleIn({ own, everyone, here: null }))).toBe(Math.max(rank(own), rank(everyone)));
    }),
  );
});
test("being removed never lets anybody do more than before, and leaves no more than anyone there has", () => {
  fc.assert(
    fc.property(standings, (before) => {
      const here = outlivesRemoval(before) ? before.here : null;
      const after = rank(roleIn({ own: null, everyone: before.everyone, here }));
      expect(after).toBeLessThanOrEqual(rank(roleIn(before)));
      expect(after).toBeLessThanOrEqual(rank(before.everyone));
    }),
  );
});
