import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { chmod, link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { KeyringError, type Keyring } from "./keyring.ts";
import { replaceFile } from "./replace-file.ts";

const CIPHER = "aes-256-gcm";
const KEY_BYTES = 32;
/** NIST SP 800-38D: 96 bits, never twice with one key; it is drawn anew at each write. */
const NONCE_BYTES = 12;
const sealedSchema = z.strictObject({
  nonce: z.base64(),
  tag: z.base64(),
  sealed: z.base64(),
});

/**
 * Values sealed with AES-256-GCM, a file a name. It protects what is copied without the key: a backup of the home, a disk that is
 * sent in. It does not protect from whoever may read this user's files, since the key is one of them.
 * @param folder of the sealed values, inside the home
 * @param keyFile 32 bytes, readable for this user only, outside the home; made at the first `set`
 */
export function createFileKeyring(folder: string, keyFile: string): Keyring {
  const fileOf = (name: string) => join(folder, `${name}.sealed.json`);
  return {
    kind: "file",
    title: "an encrypted file",
    async get(name) {
      const text = await textOf(fileOf(name));
      if (text === null) return null;
      const key = await readKey(keyFile);
      if (key === null) throw new KeyringError(`the key that opens it is not there (${keyFile})`);
      return open(name, text, key);
    },
    async set(name, value) {
      const key = (await readKey(keyFile)) ?? (await makeKey(keyFile));
      await replaceFile(fileOf(name), seal(name, value, key));
    },
    async remove(name) {
      const was = (await textOf(fileOf(name))) !== null;
      await rm(fileOf(name), { force: true });
      return was;
    },
  };
}
function seal(name: string, value: string, key: Buffer): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(name));
  const sealed = Buffer.concat([cipher.update(value, "utf8"), cipher.final()]);
  const parts = { nonce, tag: cipher.getAuthTag(), sealed };
  return `${JSON.stringify(Object.fromEntries(Object.entries(parts).map(([part, bytes]) => [part, bytes.toString("base64")])))}\n`;
}
function open(name: string, text: string, key: Buffer): string {
  try {
    const { nonce, tag, sealed } = sealedSchema.parse(JSON.parse(text));
    const decipher = createDecipheriv(CIPHER, key, Buffer.from(nonce, "base64"), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(name)).setAuthTag(Buffer.from(tag, "base64"));
    return Buffer.concat([decipher.update(Buffer.from(sealed, "base64")), decipher.final()]).toString("utf8");
  } catch {
    // Neither the library's words nor what stands in the file help anybody.
    throw new KeyringError("its file was changed, or was sealed with another key");
  }
}
async function readKey(file: string): Promise<Buffer | null> {
  const text = await textOf(file);
  if (text === null) return null;
  const key = Buffer.from(text.trim(), "base64");
  if (key.length !== KEY_BYTES) throw new KeyringError(`${file} holds no key of ${KEY_BYTES} bytes`);
  return key;
}
/** Two who make it at the same time end up with one key: the second finds the first one's. */
async function makeKey(file: string): Promise<Buffer> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await chmod(dirname(file), 0o700);
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  await writeFile(draft, `${randomBytes(KEY_BYTES).toString("base64")}\n`, { mode: 0o600, flush: true });
  await link(draft, file).catch((error: unknown) => {
    if (!isCode(error, "EEXIST")) throw error;
  });
  await rm(draft);
  const key = await readKey(file);
  if (key === null) throw new KeyringError(`${file} was removed while it was being made`);
  return key;
}
async function textOf(file: string): Promise<string | null> {
  return readFile(file, "utf8").catch((error: unknown) => {
    if (isCode(error, "ENOENT")) return null;
    throw error;
  });
}
function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
