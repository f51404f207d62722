import { expect, test } from "vitest";
import { safeAddress, saysWhereItLeads } from "./links.ts";

test("only web, mail and Telegram addresses can be opened", () => {
  expect(safeAddress("https://example.com/a b")).toBe("https://example.com/a%20b");
  expect(safeAddress("mailto:a@example.com")).toBe("mailto:a@example.com");
  expect(safeAddress("tg://user?id=5")).toBe("tg://user?id=5");
  for (const bad of [
    "javascript:alert(1)",
    " JaVaScript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "vbscript:x",
    "http://",
  ]) {
    expect(safeAddress(bad)).toBeUndefined();
  }
});

test("a bare host, also with a port, is a web address", () => {
  expect(safeAddress("example.com/x")).toBe("https://example.com/x");
  expect(safeAddress("example.com:8080/x")).toBe("https://example.com:8080/x");
});

test("a link whose words are another address than its own must be asked about", () => {
  expect(saysWhereItLeads("example.com", "https://example.com/")).toBe(true);
  expect(saysWhereItLeads("https://bank.example", "https://evil.example")).toBe(false);
});
