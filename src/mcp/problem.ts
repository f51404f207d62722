import { ProtocolError, SdkError, SdkErrorCode, SdkHttpError } from "@modelcontextprotocol/client";
import { Fault } from "../core/fault.ts";
import { own } from "../lib/own.ts";

/** What is wrong with a server, in words for people. */
export class ServerProblem extends Error {
  override readonly name = "ServerProblem";
}
/** Any failure in words for people: none of the library's or the server's own, which may hold addresses and secrets. */
export function tellProblem(error: unknown): string {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const words = wordsOf(at);
    if (words !== null) return words;
  }
  return "it does not answer in the protocol";
}
function wordsOf(error: Error): string | null {
  if (error instanceof ServerProblem) return error.message;
  if (error instanceof Fault) return "its sandbox could not be opened: sparks doctor says more";
  if (error instanceof SdkHttpError) return statusWords(error.status);
  if (error instanceof SdkError) return SDK_WORDS[error.code] ?? null;
  if (error instanceof ProtocolError) return `it refused with error ${error.code}`;
  const code = "code" in error ? error.code : undefined;
  return typeof code === "string" ? (own(NETWORK_WORDS, code) ?? null) : null;
}
function statusWords(status: number): string {
  if (status === 401 || status === 403) return `it does not let us in (status ${status}): look at its headers_env`;
  return `it answered with status ${status}`;
}
const SDK_WORDS: Partial<Record<string, string>> = {
  [SdkErrorCode.RequestTimeout]: "it did not answer in time",
  [SdkErrorCode.ConnectionClosed]: "the connection ended",
  [SdkErrorCode.NotConnected]: "the connection ended",
  [SdkErrorCode.SendFailed]: "it could not be reached",
  [SdkErrorCode.InvalidResult]: "it answered with something that is no answer",
};
const NETWORK_WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nobody answers at its address",
  ECONNRESET: "it broke the connection",
  ENOTFOUND: "there is no machine of its name",
  EAI_AGAIN: "its name could not be looked up",
  ETIMEDOUT: "it did not answer in time",
  UND_ERR_CONNECT_TIMEOUT: "it did not answer in time",
  UND_ERR_SOCKET: "it broke the connection",
  CERT_HAS_EXPIRED: "its certificate has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is not trusted",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate is not trusted",
};
