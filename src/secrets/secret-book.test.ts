import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/folder.ts";
import { isFault } from "../core/fault.ts";
import { instant } from "../lib/time.ts";
import { openKeyrings } from "./open-keyrings.ts";
import { createSecretBook } from "./secret-book.ts";

const clock = { now: () => instant(1_700_000_000_000) };
const VALUE = "hunter22-of-the-house";
/** Stands for libsecret's program: a folder is its keyring, and its arguments are noted. */
const SECRET_TOOL = `#!/bin/sh
verb="$1"; for name; do :; done
echo "$@" >> "$HOME/arguments"
case "$verb" in
  store) cat > "$HOME/$name.value" ;;
  lookup) [ -f "$HOME/$name.value" ] || exit 1; cat "$HOME/$name.value" ;;
  clear) rm -f "$HOME/$name.value" ;;
esac
`;
/** Stands for macOS's program, likewise. */
const SECURITY = `#!/bin/sh
echo "$@" >> "$HOME/arguments"
case "$1" in
  -i) read -r verb u a name s service w value; printf '%s\\n' "$value" > "$HOME/$name.value" ;;
  find-generic-password) [ -f "$HOME/$3.value" ] || exit 44; cat "$HOME/$3.value" ;;
  delete-generic-password) [ -f "$HOME/$3.value" ] || exit 44; rm "$HOME/$3.value" ;;
esac
`;
type Machine = { readonly platform?: NodeJS.Platform; readonly program?: string; readonly session?: boolean };

async function openBook(
  folder: { at(...parts: string[]): string },
  { platform = "linux", program, session = true }: Machine = {},
) {
  for (const name of ["home", "user", "bin"]) mkdirSync(folder.at(name), { recursive: true });
  const file = folder.at("bin", platform === "darwin" ? "security" : "secret-tool");
  rmSync(file, { force: true });
  if (program !== undefined) writeFileSync(file, program, { mode: 0o755 });
  const environment = {
    PATH: `${folder.at("bin")}:/usr/bin:/bin`,
    HOME: folder.at("user"),
    ...(session ? { DBUS_SESSION_BUS_ADDRESS: "unix:path=/nowhere" } : {}),
  };
  const keyrings = await openKeyrings({ home: folder.at("home"), environment, platform });
  return createSecretBook(folder.at("home"), keyrings, clock);
}
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

test.each([
  ["the Secret Service", { program: SECRET_TOOL }, "the desktop's keyring"],
  ["the macOS keychain", { program: SECURITY, platform: "darwin" }, "the macOS keychain"],
  ["an encrypted file", {}, "an encrypted file"],
] as const)("%s keeps, replaces, lists and forgets", async (_, machine, title) => {
  using folder = temporaryFolder();
  const book = await openBook(folder, machine);
  expect(await book.set("MODEL_API_KEY", "old")).toEqual({ title, replaced: false });
  expect(await book.set("MODEL_API_KEY", `${VALUE}\nü`)).toEqual({ title, replaced: true });
  expect(await book.list()).toEqual([
    { name: "MODEL_API_KEY", title, savedAt: clock.now(), length: VALUE.length + 2, trouble: null },
  ]);
  expect([...(await book.load(new Set()))]).toEqual([["MODEL_API_KEY", `${VALUE}\nü`]]);
  expect([...(await book.load(new Set(["MODEL_API_KEY"])))]).toEqual([]);
  expect(await book.remove("MODEL_API_KEY")).toEqual({ title });
  expect(await book.remove("MODEL_API_KEY")).toBeNull();
  expect(await book.list()).toEqual([]);
  const noted =
    machine === undefined || !("program" in machine) ? "" : readFileSync(folder.at("user", "arguments"), "utf8");
  expect(noted).not.toContain(VALUE);
  expect(noted).not.toContain(Buffer.from(VALUE).toString("base64").slice(0, 12));
});
test("without a desktop session or an answering keyring the file is taken", async () => {
  using folder = temporaryFolder();
  const silent = await openBook(folder, { program: SECRET_TOOL, session: false });
  expect((await silent.set("A_KEY", VALUE)).title).toBe("an encrypted file");
  const broken = await openBook(folder, { program: "#!/bin/sh\necho 'Cannot autolaunch D-Bus' >&2\nexit 1\n" });
  expect((await broken.set("B_KEY", VALUE)).title).toBe("an encrypted file");
});
test("what was in the file moves to the desktop's keyring at the next set, and nothing stays behind", async () => {
  using folder = temporaryFolder();
  await (await openBook(folder)).set("A_KEY", VALUE);
  const book = await openBook(folder, { program: SECRET_TOOL });
  expect(await book.set("A_KEY", "another-value")).toEqual({ title: "the desktop's keyring", replaced: true });
  expect([...(await book.load(new Set()))]).toEqual([["A_KEY", "another-value"]]);
  expect(readdirSync(folder.at("home", "secrets"))).toEqual(["A_KEY.json"]);
});
test("the home holds neither the value nor the key that opens it, and only its owner reads any of it", async () => {
  using folder = temporaryFolder();
  const book = await openBook(folder);
  await book.set("A_KEY", VALUE);
  const files = [...filesBelow(folder.at("home")), ...filesBelow(folder.at("user"))];
  expect(files.filter((file) => file.startsWith(folder.at("home"))).length).toBe(2);
  for (const file of files) {
    expect(readFileSync(file, "latin1")).not.toContain(VALUE);
    expect(statSync(file).mode & 0o077).toBe(0);
  }
  const [key = "none"] = files.filter((file) => file.endsWith(".key"));
  expect(key.startsWith(folder.at("user"))).toBe(true);
  rmSync(key);
  expect((await book.list())[0]).toMatchObject({ length: null, trouble: expect.stringContaining("is not there") });
});
test("a sealed file that was changed, or stands under another name, is not opened", async () => {
  using folder = temporaryFolder();
  const book = await openBook(folder);
  await book.set("A_KEY", VALUE);
  const sealed = readFileSync(folder.at("home", "secrets", "A_KEY.sealed.json"), "utf8");
  await book.set("B_KEY", "other");
  writeFileSync(folder.at("home", "secrets", "B_KEY.sealed.json"), sealed);
  const { sealed: bytes, ...rest } = JSON.parse(sealed) as { sealed: string };
  const changed = Buffer.from(bytes, "base64");
  changed[0] = (changed[0] ?? 0) ^ 1;
  writeFileSync(
    folder.at("home", "secrets", "A_KEY.sealed.json"),
    JSON.stringify({ ...rest, sealed: changed.toString("base64") }),
  );
  for (const row of await book.list()) expect(row.trouble).toContain("was changed");
});
test("a start without a value that is stored says which one, and does not go on without it", async () => {
  using folder = temporaryFolder();
  await (await openBook(folder, { program: SECRET_TOOL })).set("A_KEY", VALUE);
  for (const program of ["#!/bin/sh\necho locked >&2\nexit 1\n", "#!/bin/sh\nexit 1\n", undefined]) {
    const book = await openBook(folder, program === undefined ? {} : { program });
    await expect(book.load(new Set())).rejects.toSatisfy((error) => isFault(error, "secret.unreadable"));
    expect((await book.list())[0]?.length).toBeNull();
  }
});
test("an entry that is damaged is replaced and removed like any other, and has no age", async () => {
  using folder = temporaryFolder();
  const book = await openBook(folder);
  const damage = () => writeFileSync(folder.at("home", "secrets", "A_KEY.json"), "garbage");
  await book.set("A_KEY", "old");
  damage();
  expect((await book.list())[0]).toMatchObject({
    savedAt: null,
    length: null,
    trouble: expect.stringMatching(/damaged/),
  });
  await expect(book.load(new Set())).rejects.toSatisfy((error) => isFault(error, "secret.unreadable"));
  expect(await book.set("A_KEY", VALUE)).toMatchObject({ replaced: true });
  expect([...(await book.load(new Set()))]).toEqual([["A_KEY", VALUE]]);
  damage();
  expect(await book.remove("A_KEY")).not.toBeNull();
  expect(await book.list()).toEqual([]);
  expect(filesBelow(folder.at("home", "secrets"))).toEqual([]);
});
test("a damaged entry for which no new value could be kept still stops a start", async () => {
  using folder = temporaryFolder();
  await (await openBook(folder)).set("A_KEY", VALUE);
  writeFileSync(folder.at("home", "secrets", "A_KEY.json"), "garbage");
  const refusing = SECRET_TOOL.replace('store) cat > "$HOME/$name.value"', "store) echo refused >&2; exit 1");
  const book = await openBook(folder, { program: refusing });
  await expect(book.set("A_KEY", "new")).rejects.toThrow("refused");
  await expect(book.load(new Set())).rejects.toSatisfy((error) => isFault(error, "secret.unreadable"));
});
test("a keyring that refuses a new value leaves no name behind, and an old value as it was", async () => {
  using folder = temporaryFolder();
  const refusing = SECRET_TOOL.replace('store) cat > "$HOME/$name.value"', "store) echo refused >&2; exit 1");
  const book = await openBook(folder, { program: refusing });
  await expect(book.set("A_KEY", VALUE)).rejects.toThrow("refused");
  expect(await book.list()).toEqual([]);
  await (await openBook(folder, { program: SECRET_TOOL })).set("A_KEY", VALUE);
  await expect((await openBook(folder, { program: refusing })).set("A_KEY", "new")).rejects.toThrow("refused");
  expect([...(await (await openBook(folder, { program: SECRET_TOOL })).load(new Set()))]).toEqual([["A_KEY", VALUE]]);
});
test("whatever is sealed comes back", async () => {
  using folder = temporaryFolder();
  const book = await openBook(folder);
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme", minLength: 1 }), async (value) => {
      await book.set("A_KEY", value);
      expect((await book.load(new Set())).get("A_KEY")).toBe(value);
    }),
    { numRuns: 30 },
  );
});
test("a folder that others can read is closed to them when the key is made", async () => {
  using folder = temporaryFolder();
  mkdirSync(folder.at("user", ".local", "share", "sparks-keys"), { recursive: true });
  chmodSync(folder.at("user", ".local", "share", "sparks-keys"), 0o755);
  await (await openBook(folder)).set("A_KEY", VALUE);
  expect(statSync(folder.at("user", ".local", "share", "sparks-keys")).mode & 0o077).toBe(0);
});
