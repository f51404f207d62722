import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/folder.ts";
import { createRedactor } from "../lib/redact.ts";
import { instant } from "../lib/time.ts";
import { openStore } from "./store.ts";

const KEY = "canary-7Kq93Lm0xYw-zz";
const redact = createRedactor([KEY]);

test("no secret is in the files of the database, and what is kept can be read and found by the same words", async () => {
  using folder = temporaryFolder();
  {
    await using store = await openStore({ path: folder.at("sparks.db"), redact });
    const text = `say "${KEY}", ${Buffer.from(KEY).toString("base64")} and\n${KEY.slice(0, 9)}", "${KEY.slice(9)}`;
    const at = instant(1_700_000_000_000);
    await store.activity.append([{ event: { kind: "fault", doing: "x", code: "y", detail: text }, at }]);
    await store.repositories.add({ name: "nest", source: `/srv/${KEY}`, mirrorId: "m", addedAt: at });
    const [row] = await store.activity.read({ limit: 9 });
    expect(row?.event).toMatchObject({ kind: "fault", detail: 'say "[secret]", [secret] and\n[secret]' });
    expect((await store.repositories.list()).map(({ source }) => source)).toEqual(["/srv/[secret]"]);
  }
  for (const file of readdirSync(folder.path)) {
    const bytes = readFileSync(folder.at(file), "latin1");
    for (const form of [KEY, Buffer.from(KEY).toString("base64").slice(0, 20), KEY.slice(9)])
      expect(bytes).not.toContain(form);
  }
});
test("without a redactor texts are kept as they are", async () => {
  await using store = await openStore({ path: ":memory:" });
  const at = instant(1_700_000_000_000);
  await store.activity.append([{ event: { kind: "fault", doing: "x", code: "y", detail: KEY }, at }]);
  expect((await store.activity.read({ limit: 9 }))[0]?.event).toMatchObject({ detail: KEY });
});
