import { readFileSync } from "node:fs";
import type { Config } from "../config/config.ts";
import { Fault } from "../core/fault.ts";
import { createOutgoing, type Outgoing } from "../llm/outgoing.ts";

/**
 * The way to models' servers, the program's own and those of coding CLIs.
 * @throws Fault config.invalid when the file of certificates cannot be read, or holds none
 */
export function openOutgoing({ proxy, extraCaFile }: Config["model"]): Outgoing {
  return createOutgoing({ proxy, certificates: extraCaFile === undefined ? undefined : certificatesIn(extraCaFile) });
}
function certificatesIn(file: string): string {
  const text = readText(file);
  if (text.includes("-----BEGIN CERTIFICATE-----")) return text;
  throw new Fault("config.invalid", {
    file,
    problems: ["model.extra_ca_file names it, and it cannot be read or holds no certificate"],
  });
}
function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return ""; // the fault says that it cannot be read
  }
}
