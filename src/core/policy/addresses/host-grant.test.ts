import * as fc from "fast-check";
import { expect, test } from "vitest";
import { hostsOfCheck, isGranted, readHostGrant } from "./host-grant.ts";

test("a name and a port are a grant, in any case", () => {
  expect(readHostGrant("API.Example.com:8443")).toEqual({ host: "api.example.com", port: 8443 });
  expect(readHostGrant("*.example.com:443")).toEqual({ host: "*.example.com", port: 443 });
});
test.each([
  "example.com",
  "*:443",
  "*.com:443",
  "*.*.example.com:443",
  "a.*.example.com:443",
  "127.0.0.1:443",
  "0x7f.1:443",
  "[::1]:443",
  "localhost:443",
  "db.internal:5432",
  "user@example.com:443",
  "https://example.com:443",
  "example.com:0",
  "example.com:70000",
  "127.0.0.1.nip.io:443",
  "metadata.google.internal:80",
])("%s is none", (text) => {
  expect(readHostGrant(text)).toBeTypeOf("string");
});
test("a star stands for every name below, at any depth, and for nothing else", () => {
  const grants = [{ host: "*.example.com", port: 443 }];
  const reached = [
    "a.example.com",
    "a.b.example.com",
    "example.com",
    "aexample.com",
    "a.example.com.evil.org",
    ".example.com",
  ];
  expect(reached.filter((name) => isGranted(name, 443, grants))).toEqual(["a.example.com", "a.b.example.com"]);
  expect(isGranted("a.example.com", 80, grants)).toBe(false);
});
test("without a star only the very name at the very port is reached", () => {
  const label = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/u);
  const name = fc.array(label, { minLength: 2, maxLength: 4 }).map((labels) => labels.join("."));
  const port = fc.integer({ min: 1, max: 65_535 });
  fc.assert(
    fc.property(name, port, name, port, (host, granted, asked, at) => {
      expect(isGranted(asked, at, [{ host, port: granted }])).toBe(host === asked && granted === at);
    }),
  );
});
test("a check has the hosts of its repository and name, and of those that mean all", () => {
  const grants = [
    { repository: "shop", check: "node:test", hosts: ["b.example.com:443"] },
    { repository: "*", check: "node:test", hosts: ["a.example.com:443", "b.example.com:443"] },
    { repository: "shop", check: "*", hosts: ["c.example.com:443"] },
  ];
  expect(hostsOfCheck(grants, "shop", "node:test")).toEqual([
    "a.example.com:443",
    "b.example.com:443",
    "c.example.com:443",
  ]);
  expect(hostsOfCheck(grants, "shop", "go:test")).toEqual(["c.example.com:443"]);
  expect(hostsOfCheck(grants, "other", "go:test")).toEqual([]);
});
