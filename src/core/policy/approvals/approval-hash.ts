import { createHash } from "node:crypto";
import { canonicalJson } from "../../../lib/canonical-json.ts";
import type { ApprovalSubject } from "./approval.ts";

/** What an approval is bound to: SHA-256, hex, of the subject as canonical JSON. */
export function approvalHash(subject: ApprovalSubject): string {
  return createHash("sha256").update(canonicalJson(subject)).digest("hex");
}
