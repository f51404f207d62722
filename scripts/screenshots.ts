// Takes the pictures of README.md: starts the program on a fresh folder, plays a person in Chromium through the main job.
// Usage: node scripts/screenshots.ts [folder for the pictures]
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { openOwnPage, say } from "./own-page.ts";

const target = process.argv[2] ?? "docs/images";
mkdirSync(target, { recursive: true });
await using own = await openOwnPage("[model]\nrecorded_tokens_per_second = 25\n", {
  viewport: { width: 1180, height: 900 },
  colorScheme: "light",
});
const { page } = own;
await picture(page, "start");
await say(page, "Fix the failing test in sample");
await page.getByRole("button", { name: "Approve" }).waitFor({ timeout: 20_000 });
await picture(page, "plan");
await page.getByRole("button", { name: "Approve" }).click();
await page.getByRole("button", { name: "Stop" }).waitFor({ timeout: 20_000 });
await page
  .getByText("edit_file")
  .waitFor({ timeout: 30_000 })
  .catch(() => undefined);
await picture(page, "card");
await page.getByRole("button", { name: "Apply" }).waitFor({ timeout: 60_000 });
// What the press said stands over the buttons for a few seconds.
await page
  .getByText("Approved. Work begins.")
  .waitFor({ state: "hidden", timeout: 20_000 })
  .catch(() => undefined);
await page.getByRole("button", { name: "Stop" }).waitFor({ state: "hidden", timeout: 20_000 }); // the card is told at its own pace
await picture(page, "result");
await page.getByRole("button", { name: "Apply" }).click();
await page.getByText("Applied by").last().waitFor({ timeout: 20_000 });
await picture(page, "applied");
await page.emulateMedia({ colorScheme: "dark" });
await page.setViewportSize({ width: 390, height: 844 });
await picture(page, "phone-dark");
async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(target, `${name}.png`) });
}
