import type { ApprovalSubject } from "../../src/core/policy/approvals/approval.ts";

/** What a spark would run: it installs a package from the registry. */
export const INSTALL: ApprovalSubject = {
  kind: "run",
  tool: "shell",
  command: ["npm", "install", "left-pad"],
  paths: [],
  directory: "",
  image: "docker sparks-sandbox:1 sha256:1",
  hosts: ["registry.npmjs.org"],
  content: "",
  commit: "c".repeat(40),
  maxCostUsd: 5,
};
/** What a spark asks a person. */
export const QUESTION: ApprovalSubject = {
  kind: "ask",
  tool: "ask",
  command: ["Red", "Blue"],
  paths: [],
  directory: "",
  image: "",
  hosts: [],
  content: "Which colour?",
  commit: "",
  maxCostUsd: null,
};
