// Who may import whom. docs/architecture.md draws the same picture; a broken rule fails `npm run check`.
const rim = "telegram|http|cli|schedule|llm|speech|memory|sandbox|git|mcp|secrets|forges|trackers|platforms|store|observe|emulator|config";
/** Core folders, lowest first: a folder may import itself, those before it, and the shared files. */
const layers = [
  ["policy", "personas", "measures", "activity"],
  ["pipelines", "tools"],
  ["agent"],
  ["tasks"],
  ["planning", "pulls", "releases", "intake", "proactive"],
  ["chat"],
  ["health"],
];
const upward = layers.slice(0, -1).map((layer, index) => ({
  name: `core-one-way-${layer.join("-")}`,
  comment: "Inside core imports point one way: see docs/architecture.md.",
  severity: "error",
  from: { path: `^src/core/(${layer.join("|")})/`, pathNot: "\\.test\\.ts$" },
  to: { path: `^src/core/(${layers.slice(index + 1).flat().join("|")})/` },
}));
module.exports = {
  forbidden: [
    ...upward,
    { name: "no-cycle", severity: "error", from: {}, to: { circular: true } },
    { name: "lib-stands-alone", severity: "error", from: { path: "^src/lib/" }, to: { path: "^src/(?!lib/)" } },
    {
      name: "core-knows-only-core-and-lib",
      severity: "error",
      from: { path: "^src/core/", pathNot: "\\.test\\.ts$" },
      to: { path: "^src/(?!core/|lib/)" },
    },
    {
      name: "core-packages",
      comment: "Of packages core uses zod and luxon, and of Node only node:crypto and node:path.",
      severity: "error",
      from: { path: "^src/core/", pathNot: "\\.test\\.ts$" },
      to: { dependencyTypes: ["npm", "core"], pathNot: "node_modules/(zod|luxon|@types/luxon)/|^(node:)?(crypto|path)$" },
    },
    {
      name: "rim-folders-are-strangers",
      severity: "error",
      from: { path: `^src/(${rim})/`, pathNot: "\\.test\\.ts$" },
      to: { path: `^src/(${rim})/`, pathNot: "^src/$1/" },
    },
    {
      name: "emulator-knows-nothing-of-the-agent",
      severity: "error",
      from: { path: "^src/emulator/" },
      to: { path: "^src/(?!emulator/|lib/)" },
    },
    {
      name: "the-driven-see-only-the-ports",
      severity: "error",
      from: { path: "^src/(llm|speech|sandbox|git|memory|mcp|forges|trackers|platforms|store|secrets|observe)/", pathNot: "\\.test\\.ts$" },
      to: { path: "^src/core/(chat|planning|tasks|agent|health|proactive|intake|pulls|releases)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "only-main-composes",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/main\\.ts$" },
      to: { path: "^src/compose\\.ts$" },
    },
    { name: "no-unresolved", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "no-dev-dependency-in-the-product",
      severity: "error",
      from: { path: "^src/", pathNot: "\\.test\\.ts$" },
      to: { dependencyTypes: ["npm-dev"], pathNot: "@types/|@grammyjs/types" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { extensions: [".ts", ".js", ".mjs", ".json"], conditionNames: ["import", "node", "default", "types"] },
  },
};
