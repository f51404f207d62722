import { chmodSync, writeFileSync } from "node:fs";
import { inspect } from "node:util";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/folder.ts";
import { isFault } from "../core/fault.ts";
import { parseDotenv } from "./dotenv.ts";
import { loadSecrets, readDotenv } from "./secrets.ts";

test("the environment comes before .env, and empty is not set", () => {
  const secrets = loadSecrets(
    { A_TOKEN: "env", B_KEY: "", PATH: "/bin", UNSET: undefined },
    "A_TOKEN=file\nB_KEY=file\nC=\n",
  );
  expect(secrets.get("A_TOKEN")?.reveal()).toBe("env");
  expect(secrets.get("B_KEY")?.reveal()).toBe("file");
  expect(secrets.get("C")).toBeUndefined();
  expect(secrets.get("PATH")).toBeUndefined();
  expect(secrets.all().map((secret) => secret.reveal())).toEqual(["env", "file"]);
});
test("what keyrings hold comes last, and an empty line of .env does not hide it", () => {
  const stored = new Map([
    ["A_TOKEN", "kept"],
    ["B_KEY", "kept"],
    ["C_AUTH", "kept"],
  ]);
  const secrets = loadSecrets({ A_TOKEN: "env", C_AUTH: "env" }, "B_KEY=\n", { stored });
  expect(["A_TOKEN", "B_KEY", "C_AUTH"].map((name) => secrets.get(name)?.reveal())).toEqual(["env", "kept", "env"]);
});
test("secrets print as such, wherever they are printed", () => {
  const secret = loadSecrets({}, "A_KEY=hunter22").get("A_KEY");
  expect(
    [String(secret), JSON.stringify({ secret }), inspect({ secret }), `${secret?.toString()}`].join(),
  ).not.toContain("hunter22");
});
test("quotes, comments, export and Windows lines", () => {
  const text =
    '\ufeff# top\r\nexport A = \'x # "y\' # c\nB="a\\n\\"b\\\\ \\q"\nC=plain # c\nD=a#b\nE=#c\nF=\n\nF=last=1\n';
  expect(Object.fromEntries(parseDotenv(text, ".env"))).toEqual({
    A: 'x # "y',
    B: 'a\n"b\\ \\q',
    C: "plain",
    D: "a#b",
    E: "",
    F: "last=1",
  });
});
test("lines that are not understood are named without their content", () => {
  try {
    parseDotenv("A=1\nhunter22\nB='hunter22\n", ".env");
    expect.unreachable();
  } catch (error) {
    expect(isFault(error, "config.invalid") && error.data.problems).toEqual([
      "line 2: not of the form NAME=value",
      "line 3: the quotes of B do not match",
    ]);
    expect(String(error)).not.toContain("hunter22");
  }
});
test("what is quoted comes back", () => {
  const value = fc.string().filter((text) => !/[\r\n']/u.test(text));
  fc.assert(
    fc.property(value, (text) => {
      expect(parseDotenv(`A='${text}'`, ".env").get("A")).toBe(text);
    }),
  );
});
test("a file that others can read is warned of, a missing one is empty", async () => {
  using folder = temporaryFolder();
  const file = folder.at(".env");
  expect(await readDotenv(file)).toEqual({ text: "", warning: null });
  writeFileSync(file, "A=1\n");
  chmodSync(file, 0o644);
  expect((await readDotenv(file)).warning).toContain("chmod 600");
  chmodSync(file, 0o600);
  expect(await readDotenv(file)).toEqual({ text: "A=1\n", warning: null });
});
