import { randomBytes } from "node:crypto";
import { chmod, copyFile, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { rootCertificates } from "node:tls";
import { Fault } from "../core/fault.ts";

/** One session's own files on the host, which the sandbox sees read-only; the private folder above keeps others out. */
export type RunFolder = { readonly name: string; readonly path: string; remove(): Promise<void> };

export async function makeRunFolder(parent: string, extraCaFile: string | undefined): Promise<RunFolder> {
  const certificates = extraCaFile === undefined ? undefined : await bundle(extraCaFile);
  await makePrivate(parent);
  const name = `s-${randomBytes(6).toString("hex")}`;
  const folder = path.join(parent, name);
  await mkdir(folder);
  await chmod(folder, 0o755);
  await writeFile(path.join(folder, "hosts"), "127.0.0.1 localhost sandbox\n::1 localhost\n", { mode: 0o644 });
  if (certificates !== undefined) await writeFile(path.join(folder, "ca.pem"), certificates, { mode: 0o644 });
  return { name, path: folder, remove: async () => rm(folder, { recursive: true, force: true }) };
}

/**
 * The usual authorities and the house's: most programs take such a file in place of what they would trust, not beside it.
 * @throws Fault sandbox.unavailable when it cannot be read or holds no certificate
 */
async function bundle(extraCaFile: string): Promise<string> {
  const extra = await readFile(extraCaFile, "utf8").catch(() => "");
  if (extra.includes("-----BEGIN CERTIFICATE-----")) return [...rootCertificates, extra].join("\n");
  throw new Fault("sandbox.unavailable", {
    reason: "the file of extra certificates cannot be read, or holds none",
    fix: `mend sandbox.extra_ca_file: ${extraCaFile}`,
    isCommand: false,
  });
}
/**
 * A copy of Node that may be executed but not read. The kernel then lets no process of the same user look into the
 * memory of what runs it, or open its streams by /proc: what the sandbox runs cannot take over the runner.
 */
export async function executeOnlyNode(parent: string, nodePath: string): Promise<string> {
  await makePrivate(parent);
  const { size, mtimeMs } = await stat(nodePath);
  const target = path.join(parent, `node-${size}-${Math.trunc(mtimeMs)}`);
  const known = await stat(target).catch(() => undefined);
  if (known?.size === size) return target;
  const part = `${target}.${randomBytes(4).toString("hex")}`;
  await copyFile(nodePath, part);
  await chmod(part, 0o111);
  await rename(part, target);
  return target;
}

/** Names for the numbers, which some programs insist on; nothing of the host's own accounts. */
export async function writeNames(folder: string, { uid, gid }: { uid: number; gid: number }): Promise<void> {
  const nobody = "nobody:x:65534:65534::/nonexistent:/usr/sbin/nologin\n";
  await writeFile(
    path.join(folder, "passwd"),
    `root:x:0:0::/:/usr/sbin/nologin\nagent:x:${uid}:${gid}::/home/agent:/bin/sh\n${nobody}`,
  );
  await writeFile(path.join(folder, "group"), `root:x:0:\nagent:x:${gid}:\nnogroup:x:65534:\n`);
}
async function makePrivate(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
}
