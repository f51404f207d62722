import { format, inspect } from "node:util";
import { expect, test } from "vitest";
import { Secret } from "./secret.ts";

test("a secret shows itself to nobody who does not ask for it", () => {
  const secret = new Secret("hunter2");
  const inside = { list: [secret] };
  const shown = [
    String(secret),
    `shown: ${secret as unknown as string}`,
    JSON.stringify(inside),
    inspect(inside, { depth: 9, showHidden: true }),
    format("%s %o %j", secret, secret, secret),
    Object.entries(secret).join(),
  ];
  for (const text of shown) expect(text).not.toContain("hunter2");
  expect(JSON.stringify(inside)).toBe('{"list":["[secret]"]}');
  expect(secret.reveal()).toBe("hunter2");
});
