import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";

/** The program on a folder of its own, with its page open in Chromium after Start was pressed. Closing it ends both. */
export async function openOwnPage(
  config: string,
  options: Parameters<Awaited<ReturnType<typeof chromium.launch>>["newPage"]>[0],
): Promise<{ readonly page: Page } & AsyncDisposable> {
  await using closers = new AsyncDisposableStack();
  const home = mkdtempSync(join(tmpdir(), "sparks-pictures-"));
  closers.defer(() => rmSync(home, { recursive: true, force: true }));
  writeFileSync(join(home, "config.toml"), config);
  const daemon = spawn(process.execPath, ["src/main.js", "--home", home, "up", "--port", "0"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  closers.defer(async () => {
    daemon.kill("SIGTERM");
    if (daemon.exitCode === null) await new Promise((resolve) => daemon.once("exit", resolve));
  });
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-quic", "--no-first-run"],
  });
  closers.defer(() => browser.close());
  const page = await browser.newPage(options);
  await page.goto(await addressIn(daemon.stdout));
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.getByText("Sandbox:").last().waitFor();
  const owned = closers.move();
  return { page, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
async function addressIn(output: AsyncIterable<unknown>): Promise<string> {
  let printed = "";
  for await (const chunk of output) {
    printed += String(chunk);
    const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(printed)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error(`no address was printed: ${printed}`);
}
export async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel("Message", { exact: true }).fill(text);
  await page.keyboard.press("Enter");
}
