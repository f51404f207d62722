import { type Body, type Counted, fieldOf, listOf, type Prepared } from "./wire.ts";

/** US dollars for a million tokens. `long` holds for a whole request whose input is longer than `above` tokens. */
export type Price = Rates & { readonly long?: Rates & { readonly above: number } };
type Rates = { readonly input: number; readonly cached: number; readonly output: number };

/** What writing to Anthropic's cache for five minutes costs, and for an hour, as a factor of the price of input; nobody else tells of it. */
export const WRITE_FACTORS = { short: 1.25, long: 2 };
/** More than any provider counts for one picture. */
const IMAGE_TOKENS = 8000;

type Priced = {
  readonly request: Extract<Prepared, { kind: "ready" }>;
  readonly text: string;
  readonly writeFactor: number;
};
/**
 * The most that a request can come to, in USD: no tokenizer makes more tokens of a text than it has bytes.
 * @param text the request as it is sent, which may be long: it is made once
 */
export function worstOf({ request, text, writeFactor }: Priced, price: Price): number {
  const { long = price } = price;
  const { bytes, images } = sizeOf(request.body, text);
  const input = (bytes + images * IMAGE_TOKENS) * Math.max(price.input, price.cached, long.input, long.cached);
  return (input * writeFactor + request.maxOutputTokens * Math.max(price.output, long.output)) / 1_000_000;
}
/** What a request came to, in USD. */
export function costOf({ fresh, cached, written, writtenLong, output }: Counted, price: Price): number {
  const input = fresh + cached + written + writtenLong;
  const rates = price.long !== undefined && input > price.long.above ? price.long : price;
  const paid = fresh + written * WRITE_FACTORS.short + writtenLong * WRITE_FACTORS.long;
  return (paid * rates.input + cached * rates.cached + output * rates.output) / 1_000_000;
}
/** The bytes of a picture say nothing of what it costs. */
function sizeOf(body: Body, text: string): { readonly bytes: number; readonly images: number } {
  const pictures = blocksOf(body).flatMap((block) => pictureIn(block) ?? []);
  const held = pictures.reduce((sum, { length }) => sum + length, 0);
  return { bytes: Buffer.byteLength(text) - held, images: pictures.length };
}
/** What a request names and does not hold: nobody here can tell how long that is. Null: all is in it. */
export function namedElsewhere(body: Body): string | null {
  for (const block of blocksOf(body)) {
    const type = String(block["type"]);
    if (DOCUMENTS.includes(type)) return "documents are not carried: read them as text";
    if (PICTURES.includes(type) && pictureIn(block) === null)
      return "pictures are carried whole, and not by an address or a name";
  }
  return null;
}
const DOCUMENTS = ["document", "input_file", "file", "container_upload", "item_reference"];
const PICTURES = ["image", "input_image", "image_url"];

/** The parts that messages are made of, in all three protocols; what stands deeper is text to the provider. */
function blocksOf(body: Body): readonly Body[] {
  return [...listOf(body, "messages"), ...listOf(body, "input")].flatMap((message) =>
    [message, ...listOf(message, "content"), ...listOf(message, "output")].flatMap((block) => [
      block,
      ...(block === message ? [] : listOf(block, "content")),
    ]),
  );
}
/** The text that holds a picture's bytes: Anthropic's source, OpenAI's data address. */
function pictureIn(block: Body): string | null {
  switch (block["type"]) {
    case "image": {
      const { type, data } = fieldOf(block, "source");
      return type === "base64" && typeof data === "string" ? data : null;
    }
    case "input_image":
      return dataAddress(block["image_url"]);
    case "image_url":
      return dataAddress(fieldOf(block, "image_url")["url"]);
    default:
      return null;
  }
}
function dataAddress(value: unknown): string | null {
  return typeof value === "string" && value.startsWith("data:image/") ? value : null;
}
