import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findToolchains } from "./toolchains.ts";

describe("toolchains on PATH", () => {
  let base = "";
  beforeEach(async () => {
    // not under the system's temporary folder, which is never shown
    base = await mkdtemp(path.join(homedir(), ".sparks-toolchains-test-"));
  });
  afterEach(async () => rm(base, { recursive: true, force: true }));
  const program = async (...parts: string[]): Promise<string> => {
    const file = path.join(base, ...parts);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, "#!/bin/sh\n", { mode: 0o755 });
    return path.dirname(file);
  };
  test("a Go root is found by its program, also through a link", async () => {
    const bin = await program("go1.30", "bin", "go");
    expect(findToolchains(bin)).toEqual([path.join(base, "go1.30")]);
    await mkdir(path.join(base, "links"));
    await symlink(path.join(bin, "go"), path.join(base, "links", "go"));
    expect(findToolchains(path.join(base, "links"))).toEqual([path.join(base, "go1.30")]);
  });
  test("of rustup its toolchains are shown, and not where cargo keeps credentials", async () => {
    const bin = await program(".cargo", "bin", "rustup");
    await symlink("rustup", path.join(bin, "cargo"));
    await writeFile(path.join(base, ".cargo", "credentials.toml"), "secret");
    await program(".rustup", "toolchains", "stable", "bin", "cargo");
    await writeFile(path.join(base, ".rustup", "settings.toml"), "");
    expect(findToolchains(bin)).toEqual([path.join(base, ".rustup", "toolchains")]);
  });
  test("a folder with somebody's keys in it is never shown", async () => {
    const bin = await program("home", "bin", "go");
    await mkdir(path.join(base, "home", ".ssh"));
    expect(findToolchains(bin)).toEqual([]);
  });
  test("what lies in the system's own folders, shims, relative, missing and unreadable ones give nothing", async () => {
    const shims = await program("pyenv", "shims", "python3");
    await mkdir(path.join(base, "loops"));
    await symlink("go", path.join(base, "loops", "go"));
    expect(findToolchains(`/usr/bin:/bin:${shims}:bin::/nonexistent:${path.join(base, "loops")}`)).toEqual([]);
  });
});
