/** The bytes of files, as a bot fetches them after `getFile`. */
import type { ServerResponse } from "node:http";
import { before, breakOff, delay, sendJson } from "./bot-api.ts";
import type { Context } from "./context.ts";
import type { FaultSource } from "./faults.ts";

const NOT_FOUND = { status: 404, body: { ok: false, error_code: 404, description: "Not Found" } };
const LARGEST_DOWNLOAD_BYTES = 20 * 1024 * 1024;

/** Faults strike it under the name "download"; one that breaks the answer leaves half of the bytes. */
export async function sendBotFile(
  { context, faults }: { readonly context: Context; readonly faults: FaultSource },
  response: ServerResponse,
  path: string,
): Promise<void> {
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  const fault = faults.draw({ method: "download", payload: { path } });
  const strike = fault === undefined ? undefined : before(fault);
  if (strike !== undefined) return strike.answer(response);
  if (fault?.kind === "delay") await delay(context, fault.ms, gone.signal);
  const file = [...context.store.state.files.values()].find((one) => one.path === path);
  const bytes = file === undefined || file.size > LARGEST_DOWNLOAD_BYTES ? undefined : context.bytes.read(file);
  if (bytes === undefined) return sendJson(response, NOT_FOUND);
  response.writeHead(200, { "content-type": "application/octet-stream", "content-length": bytes.byteLength });
  if (fault?.kind !== "break" && fault?.kind !== "malformed") return void response.end(bytes);
  // The first half must have left before the line is cut.
  response.write(bytes.subarray(0, bytes.byteLength / 2), () => breakOff(response));
}
