// Files that tsc does not emit: the local chat page's, and the program that tries a sandbox. In dist/ the modules end in
// .js, so the page asks for those.
import { copyFile, readFile, writeFile } from "node:fs/promises";

const from = new URL("../src/emulator/page/", import.meta.url);
const to = new URL("../dist/emulator/page/", import.meta.url);

for (const name of ["style.css", "icon.svg"]) await copyFile(new URL(name, from), new URL(name, to));
const html = await readFile(new URL("index.html", from), "utf8");
if (!html.includes('src="page/main.ts"'))
  throw new Error("index.html no longer names main.ts: correct scripts/build-page.ts.");
await writeFile(new URL("index.html", to), html.replace('src="page/main.ts"', 'src="page/main.js"'));

const escape = "sandbox/inspect/escape.py";
await copyFile(new URL(`../src/${escape}`, import.meta.url), new URL(`../dist/${escape}`, import.meta.url));
