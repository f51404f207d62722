/** Each process makes two more, for ever. */
export const BOMB = `import { spawn } from "node:child_process";
const more = () => { try { spawn(process.execPath, [import.meta.filename], { detached: true, stdio: "ignore", env: {} }).on("error", () => undefined); } catch {} };
more();
setInterval(more, 5);
`;
/** The same by a shell that the test does not wait for. */
export const LEFT_BOMB = `import { spawn } from "node:child_process";
import test from "node:test";
test("left", () => { spawn("bash", ["-c", "b(){ b|b& };b"], { detached: true, stdio: "ignore", env: { PATH: process.env.PATH } }).unref(); });
`;

/** A test that makes a link. */
export function links(to: string, name: string): string {
  return `import { symlinkSync } from "node:fs";\nimport test from "node:test";\ntest("link", () => { try { symlinkSync(${JSON.stringify(to)}, ${JSON.stringify(name)}); } catch {} });\n`;
}
/** A test that says when it could write there. */
export function writesTo(path: string): string {
  return `import { writeFileSync } from "node:fs";\nimport test from "node:test";\ntest("out", () => { try { writeFileSync(${JSON.stringify(path)}, "mine"); console.log("came " + "out"); } catch {} });\n`;
}
/** Reports by a failing test of its own when any of the attempts came through. */
export function probe(port: number, outside: string): string {
  return `import { test } from "node:test";
import { connect } from "node:net";
import { createSocket } from "node:dgram";
import { readFileSync, writeFileSync } from "node:fs";
test("out", async () => {
  for (const host of ["127.0.0.1", "172.17.0.1", "10.0.2.2"]) {
    await new Promise((resolve) => {
      const socket = connect({ host, port: ${port}, timeout: 500 });
      for (const end of ["connect", "error", "timeout"]) socket.once(end, () => { socket.destroy(); resolve(); });
    });
    await new Promise((resolve) => {
      const socket = createSocket("udp4").on("error", () => undefined);
      socket.send("x", ${port}, host, () => { socket.close(); resolve(); });
    });
  }
  try { console.log(readFileSync(${JSON.stringify(`${outside}/keys.txt`)}, "utf8")); } catch {}
  try { writeFileSync(${JSON.stringify(`${outside}/mine.txt`)}, "mine"); } catch {}
  try { console.log(readFileSync("/proc/1/environ", "utf8")); } catch {}
});
`;
}
