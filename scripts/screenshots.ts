// Takes the pictures of README.md: starts the program on a fresh folder, plays a person in Chromium through the main job.
// Usage: node scripts/screenshots.ts [folder for the pictures]
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";

const target = process.argv[2] ?? "docs/images";
const home = mkdtempSync(join(tmpdir(), "sparks-pictures-"));
mkdirSync(target, { recursive: true });
writeFileSync(join(home, "config.toml"), "[model]\nrecorded_tokens_per_second = 25\n");
const daemon = spawn(process.execPath, ["src/main.ts", "--home", home, "up", "--port", "0"], {
  stdio: ["ignore", "pipe", "ignore"],
});
try {
  const address = await addressOf();
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-quic", "--no-first-run"],
  });
  const page = await browser.newPage({ viewport: { width: 1180, height: 900 }, colorScheme: "light" });
  await page.goto(address);
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.getByText("Sandbox:").last().waitFor();
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
  await picture(page, "result");
  await page.getByRole("button", { name: "Apply" }).click();
  await page.getByText("Applied by").last().waitFor({ timeout: 20_000 });
  await picture(page, "applied");
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 390, height: 844 });
  await picture(page, "phone-dark");
  await browser.close();
} finally {
  daemon.kill("SIGTERM");
  await new Promise((resolve) => daemon.once("exit", resolve));
  rmSync(home, { recursive: true, force: true });
}
async function addressOf(): Promise<string> {
  let printed = "";
  for await (const chunk of daemon.stdout) {
    printed += String(chunk);
    const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(printed)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error(`no address was printed: ${printed}`);
}
async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel("Message", { exact: true }).fill(text);
  await page.keyboard.press("Enter");
}
async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(target, `${name}.png`) });
}
