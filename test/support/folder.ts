import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A fresh folder that is removed when the scope ends: `using folder = temporaryFolder();` */
export function temporaryFolder(): Disposable & { readonly path: string; at(...parts: string[]): string } {
  const path = mkdtempSync(join(realpathSync(tmpdir()), "sparks-test-"));
  return {
    path,
    at: (...parts) => join(path, ...parts),
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true, maxRetries: 3 }),
  };
}
