import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createFileMask, maskOfRepository } from "./file-mask.ts";

function hidden(settings: { masked?: readonly string[]; shown?: readonly string[] }, paths: readonly string[]) {
  const mask = createFileMask({ masked: [], shown: [], ...settings });
  return paths.filter((path) => mask.hides(path));
}

test("without settings, what is known to hold secrets is hidden and its templates are not", () => {
  const secrets = [
    ".env",
    "app/.ENV",
    ".env.production",
    "deploy/id_rsa",
    "certs/server.key",
    ".aws/credentials",
    ".npmrc",
  ];
  const others = [".env.example", "src/env.ts", "README.md", "certs/ca.pem", "environment"];
  expect(hidden({}, [...secrets, ...others])).toEqual(secrets);
});
test("a name means it in any folder, a path only that, and what is below a folder is meant with it", () => {
  const paths = ["a.cfg", "x/a.cfg", "x/y/a.cfg", "a.cfg/b", "a.cfgs", "b.cfg"];
  expect(hidden({ masked: ["a.cfg"] }, paths)).toEqual(["a.cfg", "x/a.cfg", "x/y/a.cfg", "a.cfg/b"]);
  expect(hidden({ masked: ["x/a.cfg"] }, paths)).toEqual(["x/a.cfg"]);
  expect(hidden({ masked: ["/a.cfg"] }, paths)).toEqual(["a.cfg", "a.cfg/b"]);
  expect(hidden({ masked: ["x/*"] }, paths)).toEqual(["x/a.cfg", "x/y/a.cfg"]);
  expect(hidden({ masked: ["x/**/a.cfg"] }, paths)).toEqual(["x/a.cfg", "x/y/a.cfg"]);
  expect(hidden({ masked: ["?.cfg"] }, paths)).toEqual(["a.cfg", "x/a.cfg", "x/y/a.cfg", "a.cfg/b", "b.cfg"]);
});
test("characters of regular expressions stand for themselves, and case does not matter", () => {
  const paths = ["a+b(1).cfg", "aab1.cfg", "A+B(1).CFG", "a+b(1)xcfg"];
  expect(hidden({ masked: ["a+b(1).cfg"] }, paths)).toEqual(["a+b(1).cfg", "A+B(1).CFG"]);
  expect(hidden({ masked: ["notes 🙂.txt"] }, ["notes 🙂.txt", "notes .txt"])).toEqual(["notes 🙂.txt"]);
});
test("what is shown wins over everything", () => {
  const paths = ["test/fixtures/server.key", "server.key", ".npmrc", "test/fixtures/a.cfg"];
  expect(hidden({ masked: ["a.cfg"], shown: ["test/fixtures/**", ".npmrc"] }, paths)).toEqual(["server.key"]);
});
test("what the settings say of one repository holds there, whatever they say of all, and nowhere else", () => {
  const all = { masked: ["*.cfg"], shown: ["fixtures/**"] };
  const ofRepositories = [
    { repository: "shop", masked: ["fixtures/real.key"], shown: ["plain.cfg"] },
    { repository: "*", masked: ["*.dump"], shown: [] },
  ];
  const hiddenIn = (repository: string | null) =>
    ["a.cfg", "plain.cfg", "fixtures/real.key", "fixtures/b.key", "x.dump", "server.key"].filter((path) =>
      maskOfRepository(all, ofRepositories, repository).hides(path),
    );
  expect(hiddenIn("shop")).toEqual(["a.cfg", "fixtures/real.key", "x.dump", "server.key"]);
  expect(hiddenIn("house")).toEqual(["a.cfg", "plain.cfg", "x.dump", "server.key"]);
  expect(hiddenIn(null)).toEqual(["a.cfg", "plain.cfg", "fixtures/real.key", "x.dump", "server.key"]);
  const idOf = (repository: string) => maskOfRepository(all, ofRepositories.slice(0, 1), repository).id;
  expect(idOf("shop")).not.toBe(idOf("house"));
  expect(idOf("house")).toBe(createFileMask(all).id);
});
test("other rules have another id, the same rules the same", () => {
  const id = (masked: string[], shown: string[]) => createFileMask({ masked, shown }).id;
  expect(id(["a"], [])).toBe(id(["a"], []));
  expect(new Set([id([], []), id(["a"], []), id([], ["a"]), id(["a", "b"], [])]).size).toBe(4);
});
test("a name that every object knows is a name like others", () => {
  expect(hidden({ masked: ["constructor"] }, ["constructor", "a/constructor", "object"])).toHaveLength(2);
});
test("any name at all can be a pattern of itself", () => {
  const name = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => !/[*?/\0\\:]|^\.+$|[. ]$/u.test(text));
  fc.assert(
    fc.property(name, (text) => {
      expect(hidden({ masked: [text] }, [text, `folder/${text}`, `folder/${text}/below`])).toHaveLength(3);
    }),
    { examples: [["__proto__"], ["constructor"]] },
  );
});
