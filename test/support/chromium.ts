import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/**
 * Why the tests of the page cannot run here, or undefined when they can.
 * @throws Error when a browser is missing where SPARKS_REQUIRE_CHROMIUM=1 says that there must be one
 */
export function missingBrowser(): string | undefined {
  if (existsSync(executablePath)) return undefined;
  const reason = `There is no browser at ${executablePath}. Install Chromium, or name one in CHROMIUM.`;
  if (process.env["SPARKS_REQUIRE_CHROMIUM"] === "1") throw new Error(reason);
  return reason;
}

export async function launchBrowser(): Promise<Browser> {
  const quiet = ["--disable-background-networking", "--disable-quic", "--no-first-run"];
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", ...quiet] });
}
