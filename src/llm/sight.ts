import { Fault } from "../core/fault.ts";
import type { CompleteOptions, ModelImage, ModelReply, ModelRequest } from "../core/ports/model.ts";
import type { ProviderOptions, SightOptions } from "./options.ts";
import type { ShownRequest } from "./request.ts";

type Ask<Request> = (
  provider: ProviderOptions,
  request: Request,
  options: CompleteOptions,
) => Promise<ModelReply | Fault>;

/** Bounds what one request carries: all of its pictures are sent again with each turn. */
const MOST_PICTURES = 10;
const MOST_BYTES = 20 * 1024 * 1024;

/** Shows the pictures of a request to models that see, and asks those that turn out not to once more without. */
export function withSight({ vision, picture }: SightOptions, ask: Ask<ShownRequest>): Ask<ModelRequest> {
  const blind = new Set<string>();
  return async (provider, request, options) => {
    const wanted = request.messages.flatMap((message) => (message.role === "user" ? (message.images ?? []) : []));
    if (wanted.length === 0) return ask(provider, request, options);
    const name = `${provider.name} ${provider.model}`;
    const sees = vision !== "off" && provider.provider !== "recorded" && !blind.has(name);
    const pictures = sees ? await loadPictures(wanted, picture) : new Map<string, string>();
    if (pictures.size > 0) {
      const outcome = await ask(provider, { ...request, pictures }, options);
      if (!(outcome instanceof Fault) || vision === "on" || !mayBeThePicture(outcome)) return outcome;
      const without = await ask(provider, request, options);
      // Refused as well: it was not for the pictures, and the first refusal says why.
      if (without instanceof Fault) return outcome;
      blind.add(name);
      options.onUnseen?.();
      return without;
    }
    const outcome = await ask(provider, request, options);
    if (!(outcome instanceof Fault)) options.onUnseen?.();
    return outcome;
  };
}
async function loadPictures(
  wanted: readonly ModelImage[],
  picture: SightOptions["picture"],
): Promise<ReadonlyMap<string, string>> {
  const urls = new Map<string, string>();
  let bytes = 0;
  for (const { hash, mime } of wanted) {
    if (urls.has(hash) || urls.size >= MOST_PICTURES) continue;
    const content = await picture(hash);
    if (content === null || bytes + content.byteLength > MOST_BYTES) continue;
    bytes += content.byteLength;
    urls.set(hash, `data:${mime};base64,${Buffer.from(content).toString("base64")}`);
  }
  return urls;
}
/** Servers say it in many ways; some call it a mistake of their own. */
function mayBeThePicture({ code, data }: Fault): boolean {
  if (code === "model.refused") return true;
  return code === "model.unavailable" && "reason" in data && /image|vision|multimodal|mmproj/i.test(data.reason);
}
