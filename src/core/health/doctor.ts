import { bold, bullets, code, paragraph, type Block, type Inline } from "../../lib/blocks.ts";
import { type CodingCliAbout, CODING_CLI_TITLES } from "../ports/coding-clis.ts";
import type { ModelAbout } from "../ports/model.ts";
import type { DoctorReport, HealthCheck } from "../ports/health.ts";
import type { Sandbox } from "../ports/sandbox.ts";

/** What was measured: numbers and answers, no judgement yet. */
export type HealthFacts = {
  readonly nodeVersion: string;
  readonly home: { readonly path: string; readonly writable: boolean; readonly freeBytes: number };
  readonly store: { readonly integrity: string; readonly bytes: number };
  readonly sandbox: Pick<Sandbox, "kind" | "guarantees"> & {
    readonly probe:
      | { readonly kind: "ran"; readonly ms: number }
      /** `fix`: one command, where one is known. */
      | { readonly kind: "failed"; readonly reason: string; readonly fix: string | null };
    /** Sandboxes that wait for work, and the memory of all of them; null where nothing is held ready. */
    readonly warm: {
      readonly wanted: number;
      readonly ready: number;
      readonly memoryBytes: number;
      readonly problem: string | null;
    } | null;
  };
  readonly model: ModelAbout;
  /** Those that the settings switch on. */
  readonly codingClis: readonly CodingCliAbout[];
  readonly gitVersion: string | null;
  readonly chat:
    | { readonly kind: "local"; readonly address: string }
    | { readonly kind: "telegram"; readonly bot: string }
    | { readonly kind: "none" };
};
const GIB = 1024 ** 3;

export function judgeHealth(facts: HealthFacts): DoctorReport {
  const checks = [
    nodeCheck(facts),
    homeCheck(facts),
    storeCheck(facts),
    gitCheck(facts),
    sandboxCheck(facts),
    ...warmCheck(facts),
    ...guaranteeChecks(facts),
    modelCheck(facts),
    ...facts.codingClis.map(codingCheck),
    chatCheck(facts),
  ];
  return { checks, ok: checks.every((check) => check.status !== "failed") };
}
export function doctorBlocks(report: DoctorReport): Block[] {
  const marks = { ok: "✅", warning: "⚠️", failed: "❌" };
  return [
    paragraph(bold(report.ok ? "Everything needed works." : "Something needed does not work.")),
    bullets(
      ...report.checks.map((check): Inline[] => [
        `${marks[check.status]} `,
        bold(check.name),
        `: ${check.detail}`,
        ...(check.fix === null ? [] : [" → ", code(check.fix)]),
      ]),
    ),
  ];
}
function ok(name: string, detail: string): HealthCheck {
  return { name, status: "ok", detail, fix: null };
}
function nodeCheck({ nodeVersion }: HealthFacts): HealthCheck {
  const major = Number(/^v(\d+)/.exec(nodeVersion)?.[1] ?? 0);
  return major >= 24
    ? ok("Node", nodeVersion)
    : { name: "Node", status: "failed", detail: `${nodeVersion}, 24 is needed`, fix: "npm run setup" };
}
function homeCheck({ home }: HealthFacts): HealthCheck {
  const free = `${(home.freeBytes / GIB).toFixed(1)} GiB free`;
  if (!home.writable)
    return {
      name: "Folder",
      status: "failed",
      detail: `${home.path} cannot be written`,
      fix: `chown -R $(id -u) ${home.path}`,
    };
  if (home.freeBytes < GIB)
    return { name: "Folder", status: "warning", detail: `${home.path}, only ${free}`, fix: "free some space" };
  return ok("Folder", `${home.path}, ${free}`);
}
function storeCheck({ store }: HealthFacts): HealthCheck {
  if (store.integrity !== "ok")
    return {
      name: "Database",
      status: "failed",
      detail: store.integrity,
      fix: "stop Sparks and restore the newest copy beside the database",
    };
  return ok("Database", `whole, ${(store.bytes / 1024 ** 2).toFixed(1)} MiB`);
}
function gitCheck({ gitVersion }: HealthFacts): HealthCheck {
  return gitVersion === null
    ? { name: "Git", status: "failed", detail: "not found", fix: "apt-get install git" }
    : ok("Git", gitVersion);
}
function sandboxCheck({ sandbox }: HealthFacts): HealthCheck {
  const { probe } = sandbox;
  if (probe.kind === "failed")
    return { name: "Sandbox", status: "failed", detail: probe.reason, fix: probe.fix ?? "npm run setup" };
  return ok("Sandbox", `${sandbox.kind}, a command ran in it after ${Math.round(probe.ms)} ms`);
}
function warmCheck({ sandbox: { warm } }: HealthFacts): HealthCheck[] {
  if (warm === null || warm.wanted === 0) return [];
  const name = "Warm sandboxes";
  const detail = `${warm.ready} of ${warm.wanted} ready, ${(warm.memoryBytes / 1024 ** 2).toFixed(1)} MiB together`;
  if (warm.problem === null) return [ok(name, detail)];
  const fix = "nothing is lost: tasks begin a little later; sandbox.warm = 0 turns this off";
  return [{ name, status: "warning", detail: `${detail}; the last could not be made: ${warm.problem}`, fix }];
}
function guaranteeChecks({ sandbox }: HealthFacts): HealthCheck[] {
  // What would not hold of one that cannot be opened is said by why it cannot.
  if (sandbox.probe.kind === "failed") return [];
  return sandbox.guarantees
    .filter((guarantee) => !guarantee.holds)
    .map((guarantee) => ({
      name: `Sandbox: ${guarantee.name}`,
      status: "warning",
      detail: guarantee.detail,
      fix: null,
    }));
}
function modelCheck({ model }: HealthFacts): HealthCheck {
  switch (model.kind) {
    case "live":
      return ok("Model", `${model.name} from ${model.provider}`);
    case "recorded":
      return {
        name: "Model",
        status: "warning",
        detail: "none connected; a recording serves the sample",
        fix: "set OPENAI_API_KEY in .env, or start Ollama",
      };
    case "none":
      return {
        name: "Model",
        status: "warning",
        detail: `none: ${model.hint}`,
        fix: "set OPENAI_API_KEY in .env, or start Ollama",
      };
  }
}
function codingCheck({ name, model, host, ceilingUsd, problem }: CodingCliAbout): HealthCheck {
  const title = CODING_CLI_TITLES[name];
  if (problem !== null) return { name: title, status: "warning", detail: problem.what, fix: problem.fix };
  return ok(title, `${model} at ${host}, at most $${ceilingUsd} a task`);
}
function chatCheck({ chat }: HealthFacts): HealthCheck {
  switch (chat.kind) {
    case "local":
      return ok("Chat", `local page at ${chat.address}`);
    case "telegram":
      return ok("Chat", `Telegram as @${chat.bot}`);
    case "none":
      return { name: "Chat", status: "warning", detail: "not running", fix: "npm start" };
  }
}
