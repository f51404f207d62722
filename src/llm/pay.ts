import { Fault, type FaultCode } from "../core/fault.ts";
import type { ModelRequest, Purse } from "../core/ports/model.ts";
import type { Outcome } from "./attempt.ts";
import type { ProviderOptions } from "./options.ts";
import { worstCostOf } from "./prices.ts";
import { requestBody, toolNamesOf } from "./request.ts";

/** The provider turned the request away before it worked on it. */
const FREE: readonly FaultCode[] = [
  "model.unauthorized",
  "model.rate-limited",
  "model.unavailable",
  "model.not-recorded",
];

type Payment = {
  readonly purse: Purse | undefined;
  readonly provider: ProviderOptions;
  readonly request: ModelRequest;
  /** Whether any text of the answer came. */
  readonly heard: () => boolean;
};
/**
 * Sets the worst case of one request aside, makes it, and settles what it came to. One that broke off counts whole: the provider may well
 * charge for it. One that throws is never settled, and counts whole as well.
 */
export async function payFor(
  { purse, provider, request, heard }: Payment,
  ask: () => Promise<Outcome>,
): Promise<Outcome> {
  if (purse === undefined) return ask();
  // The bytes of a picture say nothing of what it costs.
  const worded = JSON.stringify(requestBody({ ...request, pictures: new Map() }, provider, toolNamesOf(request)));
  const bytes = Buffer.byteLength(worded) + imagesIn(request) * IMAGE_TOKENS;
  const worstUsd = worstCostOf(bytes, request.maxOutputTokens, provider);
  const reservation = await purse.reserve(worstUsd);
  if (reservation.kind === "empty")
    return {
      kind: "failed",
      fault: new Fault("model.over-budget", { worstUsd, empty: reservation }),
      again: { kind: "never" },
    };
  const outcome = await ask();
  await reservation.settle(costOf(outcome, worstUsd ?? 0, heard()));
  return outcome;
}
/** More than any provider counts for one picture. */
const IMAGE_TOKENS = 8000;
function imagesIn({ messages }: ModelRequest): number {
  return messages.reduce((sum, message) => sum + (message.role === "user" ? (message.images?.length ?? 0) : 0), 0);
}
function costOf(outcome: Outcome, worstUsd: number, heard: boolean): number {
  if (outcome.kind === "replied") return outcome.reply.usage.costUsd ?? worstUsd;
  return FREE.includes(outcome.fault.code) && !heard ? 0 : worstUsd;
}
