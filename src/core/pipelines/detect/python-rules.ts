import type { EcosystemTable } from "./rules.ts";

/** Dependency names are in their PEP 503 form, so that `flask` never answers for `flask-cors`. */
export const PYTHON: EcosystemTable = {
  ecosystem: "python",
  manifests: ["pyproject.toml", "setup.py", "setup.cfg", "requirements.txt", "Pipfile", "requirements-dev.txt"],
  languages: [{ name: "Python", sources: /\.pyi?$/ }],
  rules: [
    {
      name: "pytest",
      kind: "testRunner",
      signals: [
        { dependency: "pytest", weight: 0.9 },
        { file: /^(?:\.?pytest\.ini|pytest\.toml)$/, weight: 0.9 },
        { key: "pytest", weight: 0.9 },
        { file: /(?:^|\/)conftest\.py$/, weight: 0.8 },
      ],
    },
    // A part of the language: tests named as unittest looks for them, and no sign of pytest.
    {
      name: "unittest",
      kind: "testRunner",
      partOf: ["pytest"],
      signals: [
        { file: /(?:^|\/)test[^/]*\.py$/, weight: 0.75 },
        { file: /(?:^|\/)tests?\/__init__\.py$/, weight: 0.3 },
      ],
    },
    {
      name: "Ruff",
      kind: "linter",
      signals: [
        { dependency: "ruff", weight: 0.9 },
        { file: /^\.?ruff\.toml$/, weight: 0.8 },
        { key: "ruff", weight: 0.8 },
      ],
    },
    {
      name: "Flake8",
      kind: "linter",
      signals: [
        { dependency: "flake8", weight: 0.9 },
        { file: /^\.flake8$/, weight: 0.8 },
        { key: "flake8", weight: 0.8 },
      ],
    },
    {
      name: "mypy",
      kind: "linter",
      signals: [
        { dependency: "mypy", weight: 0.9 },
        { file: /^\.?mypy\.ini$/, weight: 0.8 },
        { key: "mypy", weight: 0.8 },
      ],
    },
    {
      name: "Django",
      kind: "framework",
      signals: [
        { dependency: "django", weight: 0.9 },
        { file: /(?:^|\/)manage\.py$/, weight: 0.6 },
      ],
    },
    { name: "Flask", kind: "framework", signals: [{ dependency: "flask", scope: "production", weight: 0.9 }] },
    { name: "FastAPI", kind: "framework", signals: [{ dependency: "fastapi", scope: "production", weight: 0.9 }] },
    {
      name: "Starlette",
      kind: "framework",
      partOf: ["FastAPI"],
      signals: [{ dependency: "starlette", scope: "production", weight: 0.9 }],
    },
  ],
};
