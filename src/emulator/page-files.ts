/** The page's own files. Sources in TypeScript are served as JavaScript; a build has the `.js` twin beside or instead of it. */
import { existsSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { extname, join } from "node:path";

export type PageFile = { readonly type: string; readonly body: Uint8Array };
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".ts": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
};
export const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

/** @param name one file name, no folders; anything else is not found */
export function readPageFile(folder: string, name: string): PageFile | undefined {
  const type = TYPES[extname(name)];
  if (type === undefined || !/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name) || /\.test\.|\.d\.ts$/.test(name))
    return undefined;
  const path = join(folder, name);
  const twin = path.replace(/\.ts$/, ".js");
  if (extname(name) === ".ts" && existsSync(twin)) return { type, body: readFileSync(twin) };
  const source = existsSync(path) ? path : path.replace(/\.js$/, ".ts");
  if (!existsSync(source)) return undefined;
  const body = readFileSync(source);
  return { type, body: extname(source) === ".ts" ? Buffer.from(stripTypeScriptTypes(body.toString("utf8"))) : body };
}

/** What those see who come without the key. */
export const LOCKED_PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sparks</title>
<h1>This chat is locked</h1>
<p>Open the address that was printed in the terminal where Sparks was started. It ends in a key that lets this browser in.</p>
<p>Printed it long ago? Stop Sparks there and start it again; it prints the address once more.</p></html>`;
export const MISSING_PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sparks</title><h1>The chat page is missing</h1>
<p>This installation has no chat page; the Bot API itself works. Install Sparks again to get the page.</p></html>`;
