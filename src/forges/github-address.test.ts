import { expect, test } from "vitest";
import { slugOf } from "./github-address.ts";

const WEB = "https://github.com";
test.each([
  ["https://github.com/ada/shop", "ada/shop"],
  ["https://github.com/ada/shop.git", "ada/shop"],
  ["https://GitHub.com/ada/shop/", "ada/shop"],
  ["ssh://git@github.com/ada/shop.git", "ada/shop"],
  ["git@github.com:ada/shop.git", "ada/shop"],
  ["github.com:ada/shop", "ada/shop"],
  ["https://github.com/ada/sh.op-2_x", "ada/sh.op-2_x"],
  ["https://github.com.example.org/ada/shop", null],
  ["https://example.org/github.com/ada/shop", null],
  ["https://github.com@example.org/ada/shop", null],
  ["https://ada:token@github.com/ada/shop", null],
  ["http://github.com/ada/shop", null],
  ["https://github.com:8443/ada/shop", null],
  ["git@example.org:ada/shop.git", null],
  ["https://github.com/ada", null],
  ["https://github.com/ada/shop/pull/1", null],
  ["https://github.com/ada/../shop", null],
  ["https://github.com/ada/%2e%2e", null],
  ["git@github.com:../shop", null],
  ["git@github.com:ada/shop?x=1", null],
  ["file:///home/ada/shop", null],
  ["/home/ada/shop", null],
  ["--upload-pack=x:ada/shop", null],
  ["", null],
])("%j is the repository %j", (address, slug) => {
  expect(slugOf(address, WEB)).toBe(slug);
});
test("a server of one's own has its own repositories and no others", () => {
  expect(slugOf("https://git.example.org:8443/ada/shop", "https://git.example.org:8443")).toBe("ada/shop");
  expect(slugOf("https://github.com/ada/shop", "https://git.example.org:8443")).toBeNull();
});
