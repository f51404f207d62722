import type { FileTree } from "../pipeline.ts";
import { evidenceOf, readManifest } from "./manifest.ts";
import type { Dependency, EcosystemTable, Facts } from "./rules.ts";

export const GO: EcosystemTable = {
  ecosystem: "go",
  manifests: ["go.mod"],
  languages: [{ name: "Go", sources: /\.go$/ }],
  rules: [
    { name: "go test", kind: "testRunner", signals: [{ file: /_test\.go$/, weight: 0.97 }] },
    // It comes with the language, so it needs no sign.
    { name: "go vet", kind: "linter", signals: [{ file: /^go\.mod$/, weight: 0.9 }] },
    { name: "golangci-lint", kind: "linter", signals: [{ file: /^\.golangci\.(?:ya?ml|toml|json)$/, weight: 0.9 }] },
    {
      name: "Gin",
      kind: "framework",
      signals: [{ dependency: "github.com/gin-gonic/gin", scope: "production", weight: 0.9 }],
    },
    {
      name: "Echo",
      kind: "framework",
      signals: [{ dependency: "github.com/labstack/echo/v4", scope: "production", weight: 0.9 }],
    },
    {
      name: "Fiber",
      kind: "framework",
      signals: [{ dependency: "github.com/gofiber/fiber/v2", scope: "production", weight: 0.9 }],
    },
    {
      name: "chi",
      kind: "framework",
      signals: [{ dependency: "github.com/go-chi/chi/v5", scope: "production", weight: 0.9 }],
    },
  ],
};

/** An `// indirect` requirement is somebody else's, and so only a development one. */
export async function readGoManifest(tree: FileTree, root: string): Promise<Facts | null> {
  const file = await readManifest(tree, root, "go.mod");
  if (file === null) return null;
  const dependencies: Dependency[] = [];
  const versions: { version: string; at: Dependency["at"] }[] = [];
  let block = "";
  for (const [index, line] of file.text.split("\n").entries()) {
    const text = line.replace(/\/\/.*$/, "").trim();
    const at = { file: file.path, line: index + 1, what: text };
    const [first = "", second = "", third = ""] = text.split(/\s+/);
    if (text === ")") block = "";
    else if (second === "(") block = first;
    else if (first === "toolchain") versions.unshift({ version: second.replace(/^go/, ""), at });
    else if (first === "go" && block === "") versions.push({ version: second, at });
    else if (block === "require" && second !== "")
      dependencies.push({ name: first, version: second, scope: scopeOf(line), at });
    else if (first === "require" && third !== "")
      dependencies.push({ name: second, version: third, scope: scopeOf(line), at });
  }
  return {
    dependencies,
    keys: [],
    scripts: [],
    versions,
    managers: [{ name: "go modules", version: null, at: evidenceOf(file, /^module\s/m, "a Go module") }],
  };
}
function scopeOf(line: string): Dependency["scope"] {
  return /\/\/\s*indirect\b/.test(line) ? "development" : "production";
}
