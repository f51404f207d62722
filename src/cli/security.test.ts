import { expect, test } from "vitest";
import type { SecurityReport } from "../core/ports/health.ts";
import { securityText } from "./security.ts";

const report: SecurityReport = {
  kind: "docker",
  image: "docker sparks-sandbox:1",
  guards: [
    { name: "Privileged", wanted: "false", found: "false", holds: true },
    { name: "Memory", wanted: "5", found: "none", holds: false },
  ],
  probes: [{ name: "user namespace", wanted: "its own", found: "0 0 4294967295", holds: null }],
  attempts: [
    { name: "chroot", happened: "EPERM", held: true },
    { name: "mount a file system", happened: "done", held: false },
    { name: "load a BPF map", happened: "not tried: there is no python3 in it", held: null },
  ],
  host: [{ name: "gVisor", holds: false, detail: "the engine has no runtime runsc" }],
  settings: [{ name: "hosts of checks", detail: "none" }],
  ok: false,
};

test("what is lost or got through is told apart from what holds and what nobody claims", () => {
  expect(securityText(report).split("\n")).toEqual([
    "The sandbox: docker sparks-sandbox:1",
    "",
    "Seen from outside",
    "  holds Privileged  false",
    "  LOST  Memory      wanted 5, found none",
    "",
    "Seen from inside",
    "  -     user namespace  wanted its own, found 0 0 4294967295",
    "",
    "Tried to get out, of a sandbox with smaller limits so that reaching them hurts nobody",
    "  held  chroot               EPERM",
    "  OUT   mount a file system  done",
    "  -     load a BPF map       not tried: there is no python3 in it",
    "",
    "What would harden this machine further",
    "  no    gVisor  the engine has no runtime runsc",
    "",
    "What the settings hold back and let out",
    "        hosts of checks  none",
    "",
    "1 of 3 guards hold; beyond what this sandbox can give: 1.",
    "1 of 3 attempts were held; not tried, or beyond what it claims: 1.",
    "2 did not hold: do not give this sandbox work before that is mended.",
  ]);
});
test("without attempts it says how to have them made", () => {
  const text = securityText({ ...report, guards: [], attempts: null, ok: true });
  expect(text).toContain("sparks doctor --attack tries to get out of it as well.");
  expect(text).not.toContain("Tried to get out");
  expect(text).not.toContain("did not hold");
});
