// A registry that holds only some platforms' packages leaves the others out of package-lock.json, and `npm ci` then refuses the lock.
// This writes the missing optional packages in, with their platform, so that each machine takes the ones it can use.
// Usage: node scripts/complete-lock.mjs
import { readFileSync, writeFileSync } from "node:fs";

const file = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));
let added = 0;
for (const [path, parent] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const nested = `${path}/node_modules/${name}`;
    if (lock.packages[nested] !== undefined || lock.packages[`node_modules/${name}`] !== undefined) continue;
    const platform = platformOf(name);
    if (platform === null || !/^\d/.test(version)) continue;
    lock.packages[`node_modules/${name}`] = {
      version,
      ...platform,
      ...(parent.dev === true ? { dev: true } : {}),
      optional: true,
    };
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} packages written in`);

function platformOf(name) {
  const os = /(android|darwin|freebsd|linuxmusl|linux|openharmony|win32|sunos|aix)/.exec(name)?.[1];
  const cpu = /(arm64|x64|ia32|arm|ppc64le|ppc64|riscv64|s390x|loong64)/.exec(name)?.[1];
  if (/wasm32/.test(name)) return { cpu: ["wasm32"] };
  if (os === undefined || cpu === undefined) return null;
  const libc = /musl/.test(name) ? ["musl"] : os === "linux" && /gnu/.test(name) ? ["glibc"] : undefined;
  return { os: [os === "linuxmusl" ? "linux" : os], cpu: [cpu], ...(libc === undefined ? {} : { libc }) };
}
