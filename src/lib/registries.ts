/** Where the usual package managers get packages from; the settings may name others. */
export const DEFAULT_REGISTRIES: readonly string[] = [
  "registry.npmjs.org",
  "pypi.org",
  "files.pythonhosted.org",
  "proxy.golang.org",
  "sum.golang.org",
  "index.crates.io",
  "static.crates.io",
  "crates.io",
  "rubygems.org",
  "index.rubygems.org",
];
