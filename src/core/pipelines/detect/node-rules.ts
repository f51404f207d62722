import type { EcosystemTable } from "./rules.ts";

const configOf = (name: string): RegExp => new RegExp(`^${name}\\.config\\.[cm]?[jt]s$`);
const rcOf = (name: string): RegExp => new RegExp(`^\\.${name}rc(?:\\.(?:json|jsonc|json5|ya?ml|toml|[cm]?js))?$`);
const word = (name: string): RegExp => new RegExp(`(?:^|[\\s;&|/"'])${name}(?=$|[\\s;&|"'])`);

/** Weights: `dependency` of a tool that does only this 0.9; its config file 0.8; the text of a script 0.5. */
export const NODE: EcosystemTable = {
  ecosystem: "node",
  manifests: ["package.json"],
  languages: [
    { name: "TypeScript", sources: /(?<!\.d)\.[cm]?tsx?$/ },
    { name: "JavaScript", sources: /\.(?:[cm]?jsx?|vue|svelte|astro)$/ },
  ],
  rules: [
    {
      name: "Vitest",
      kind: "testRunner",
      signals: [
        { dependency: "vitest", weight: 0.9 },
        { file: /^vitest\.(?:config|workspace)\.[cm]?[jt]s$/, weight: 0.8 },
        { script: word("vitest"), weight: 0.5 },
      ],
    },
    {
      name: "Jest",
      kind: "testRunner",
      signals: [
        { dependency: "jest", weight: 0.9 },
        { dependency: "react-scripts", weight: 0.4 },
        { file: /^jest\.config\.(?:[cm]?[jt]s|json)$/, weight: 0.8 },
        { key: "jest", weight: 0.8 },
        { script: word("jest"), weight: 0.5 },
      ],
    },
    {
      name: "Mocha",
      kind: "testRunner",
      signals: [
        { dependency: "mocha", weight: 0.9 },
        { file: rcOf("mocha"), weight: 0.8 },
        { key: "mocha", weight: 0.8 },
        { script: word("mocha"), weight: 0.5 },
      ],
    },
    {
      name: "AVA",
      kind: "testRunner",
      signals: [
        { dependency: "ava", weight: 0.9 },
        { file: configOf("ava"), weight: 0.8 },
        { key: "ava", weight: 0.8 },
        { script: word("ava"), weight: 0.5 },
      ],
    },
    {
      name: "tap",
      kind: "testRunner",
      signals: [
        { dependency: "tap", weight: 0.9 },
        { file: /^\.taprc$/, weight: 0.8 },
        { key: "tap", weight: 0.6 },
        { script: word("tap"), weight: 0.5 },
      ],
    },
    {
      name: "tape",
      kind: "testRunner",
      signals: [
        { dependency: "tape", weight: 0.9 },
        { script: word("tape"), weight: 0.5 },
      ],
    },
    // Node's own runner is no dependency: the script that calls it is as sure as a declaration.
    {
      name: "node:test",
      kind: "testRunner",
      signals: [{ script: /(?:^|[\s;&|/"'])node\s(?:[^;&|]*\s)?--test(?=$|\s)/, weight: 0.95 }],
    },
    { name: "Bun test", kind: "testRunner", signals: [{ script: /(?:^|[\s;&|])bun test(?=$|\s)/, weight: 0.95 }] },
    {
      name: "Playwright",
      kind: "testRunner",
      signals: [
        { dependency: "@playwright/test", weight: 0.9 },
        { file: configOf("playwright"), weight: 0.8 },
      ],
    },
    {
      name: "Cypress",
      kind: "testRunner",
      signals: [
        { dependency: "cypress", weight: 0.9 },
        { file: configOf("cypress"), weight: 0.8 },
      ],
    },

    {
      name: "ESLint",
      kind: "linter",
      signals: [
        { dependency: "eslint", weight: 0.9 },
        { file: configOf("eslint"), weight: 0.8 },
        { file: rcOf("eslint"), weight: 0.8 },
        { key: "eslintConfig", weight: 0.8 },
        { script: word("eslint"), weight: 0.5 },
      ],
    },
    {
      name: "Biome",
      kind: "linter",
      signals: [
        { dependency: "@biomejs/biome", weight: 0.9 },
        { file: /^\.?biome\.jsonc?$/, weight: 0.8 },
        { script: word("biome"), weight: 0.5 },
      ],
    },
    {
      name: "oxlint",
      kind: "linter",
      signals: [
        { dependency: "oxlint", weight: 0.9 },
        { file: /^\.?oxlintrc\.jsonc?$/, weight: 0.8 },
        { script: word("oxlint"), weight: 0.5 },
      ],
    },
    {
      name: "Prettier",
      kind: "linter",
      signals: [
        { dependency: "prettier", weight: 0.9 },
        { file: rcOf("prettier"), weight: 0.8 },
        { file: configOf("prettier"), weight: 0.8 },
        { key: "prettier", weight: 0.8 },
        { script: word("prettier"), weight: 0.5 },
      ],
    },

    {
      name: "Next.js",
      kind: "framework",
      signals: [
        { dependency: "next", weight: 0.9 },
        { file: configOf("next"), weight: 0.8 },
      ],
    },
    {
      name: "Nuxt",
      kind: "framework",
      signals: [
        { dependency: "nuxt", weight: 0.9 },
        { file: configOf("nuxt"), weight: 0.8 },
      ],
    },
    { name: "SvelteKit", kind: "framework", signals: [{ dependency: "@sveltejs/kit", weight: 0.9 }] },
    {
      name: "Astro",
      kind: "framework",
      signals: [
        { dependency: "astro", weight: 0.9 },
        { file: configOf("astro"), weight: 0.8 },
      ],
    },
    {
      name: "Angular",
      kind: "framework",
      signals: [
        { dependency: "@angular/core", weight: 0.9 },
        { file: /^angular\.json$/, weight: 0.8 },
      ],
    },
    { name: "React Router", kind: "framework", signals: [{ dependency: "@react-router/dev", weight: 0.9 }] },
    { name: "Express", kind: "framework", signals: [{ dependency: "express", scope: "production", weight: 0.9 }] },
    { name: "Fastify", kind: "framework", signals: [{ dependency: "fastify", scope: "production", weight: 0.9 }] },
    { name: "Hono", kind: "framework", signals: [{ dependency: "hono", scope: "production", weight: 0.9 }] },
    { name: "NestJS", kind: "framework", signals: [{ dependency: "@nestjs/core", weight: 0.9 }] },
    {
      name: "Vite",
      kind: "framework",
      partOf: ["SvelteKit", "Astro", "Nuxt", "React Router"],
      signals: [
        { dependency: "vite", weight: 0.8 },
        { file: configOf("vite"), weight: 0.8 },
      ],
    },
    {
      name: "React",
      kind: "framework",
      partOf: ["Next.js", "React Router"],
      signals: [{ dependency: "react", scope: "production", weight: 0.9 }],
    },
    {
      name: "Vue",
      kind: "framework",
      partOf: ["Nuxt"],
      signals: [{ dependency: "vue", scope: "production", weight: 0.9 }],
    },
    { name: "Svelte", kind: "framework", partOf: ["SvelteKit"], signals: [{ dependency: "svelte", weight: 0.9 }] },
  ],
};
