// Takes the pictures of docs/screenshots: the main job on a phone's screen, in light and in dark. The model's words are scripted, so that each
// scene can be held still; all else is the program as it is.
// Usage: node scripts/phone-screenshots.ts [folder for the pictures]
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { after, callsTool, callsTools, openScriptedModel } from "../test/support/scripted-model.ts";
import { openOwnPage, say } from "./own-page.ts";

/** Where a person would have found it by now: what is just coming in may still move. */
const SETTLE_MS = 700;
const target = process.argv[2] ?? "docs/screenshots";
mkdirSync(target, { recursive: true });
const held = Promise.withResolvers<void>();
await using model = await openScriptedModel([
  callsTool("propose_plan", {
    title: "Give BULK20 from exactly one hundred euros on",
    summary: "A cart of exactly €100.00 should get BULK20 and does not: the minimum is compared with `>`.",
    steps: [
      { text: "Read the failing test and the code it calls", risk: "low" },
      { text: "Mend the comparison so that a code counts from its minimum on", risk: "low" },
      { text: "Let the tests run on each push", risk: "medium" },
      { text: "Run all tests", risk: "low" },
    ],
    criteria: [
      { text: "The test “gives BULK20 from one hundred euros on” passes", check: "node:test" },
      { text: "All other tests still pass", check: "node:test" },
    ],
  }),
  callsTool("read_file", { path: "src/discount.js" }),
  callsTools([
    { name: "step_done", arguments: { step: 1 } },
    {
      name: "edit_file",
      arguments: { path: "src/discount.js", old_text: "totalCents > rule.from", new_text: "totalCents >= rule.from" },
    },
  ]),
  callsTools([
    { name: "step_done", arguments: { step: 2 } },
    { name: "shell", arguments: { command: "npm test 2>&1 | tail -n 5" } },
  ]),
  after(
    held.promise,
    callsTool("write_file", {
      path: ".github/workflows/ci.yml",
      content:
        "on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v5\n      - run: npm test\n",
    }),
  ),
  callsTools([
    { name: "step_done", arguments: { step: 3 } },
    { name: "run_checks", arguments: {} },
  ]),
  callsTool("finish", {
    summary:
      "`discountFor` compared with `>` where its own comment says that a code counts **from** its minimum on. It now uses `>=`. The tests run on each push as well.",
  }),
]);
await using own = await openOwnPage(
  `[model]\nprovider = "compatible"\nname = "scripted"\nbase_url = "${model.baseUrl}"\n`,
  { viewport: { width: 390, height: 844 }, deviceScaleFactor: 1 },
);
await play(own.page);

async function play(page: Page): Promise<void> {
  await say(page, "/plan Fix the failing test in sample");
  await press(page, "this week");
  await page.getByText("Timeline: this week").last().waitFor();
  await picture(page, "interview");
  await press(page, "No constraints");
  await press(page, "checklist");
  await press(page, "Confirm");
  await page.getByRole("button", { name: "Implement", exact: true }).waitFor({ timeout: 30_000 });
  await picture(page, "plan");
  await press(page, "Implement");
  await model.untilRequests(5);
  await picture(page, "live-card");
  held.resolve();
  await page.getByRole("button", { name: "Approve once" }).waitFor({ timeout: 30_000 });
  await picture(page, "approval");
  await press(page, "Approve once");
  await page.getByRole("button", { name: "Apply", exact: true }).waitFor({ timeout: 60_000 });
  await page.getByText("Approved, for exactly this.").waitFor({ state: "hidden", timeout: 20_000 });
  await picture(page, "finished");
  await say(page, "/review");
  await page.getByTitle("review.txt").waitFor();
  await page.waitForTimeout(SETTLE_MS);
  await page.getByText(/Review of the last/).evaluate((element) => element.scrollIntoView({ block: "start" }));
  await picture(page, "review");
}
async function press(page: Page, label: string): Promise<void> {
  const button = page.getByRole("button", { name: label, exact: true }).last();
  await button.waitFor({ timeout: 30_000 });
  await page.waitForTimeout(SETTLE_MS);
  await button.click();
}
/** Once in light and once in dark, when nothing moves any more. */
async function picture(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(SETTLE_MS);
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.screenshot({ path: join(target, `${name}-${colorScheme}.png`), animations: "disabled" });
  }
}
