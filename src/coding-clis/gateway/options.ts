import type { Purse } from "../../core/ports/model.ts";
import type { Redactor } from "../../lib/redact.ts";
import type { Secret } from "../../lib/secret.ts";
import type { Price } from "./cost.ts";
import type { Rule, Wire } from "./wire.ts";

export type GatewayOptions = Rule & {
  readonly wire: Wire;
  /** The provider's address, without a slash at its end. */
  readonly baseUrl: string;
  /** The real one: it goes to the provider and nowhere else. Absent: the provider wants none. */
  readonly key: Secret | undefined;
  /** The only one that is good here, for as long as this is open. */
  readonly runKey: string;
  readonly price: Price;
  readonly purse: Purse;
  /** Takes secrets out of what a provider says of an error. */
  readonly redact: Redactor;
  readonly fetchBy: FetchBy;
};
/** One request, by whatever way leads out of this machine. Redirects are not followed. `onConnected`: from here on the server may have heard it. */
export type FetchBy = (onConnected: () => void) => (url: string, init: RequestInit) => Promise<Response>;
