import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type Heard = {
  readonly model: string;
  readonly language: string | null;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly key: string | null;
};
/** A service for speech as strict as OpenAI's: multipart with a file of a known ending and a model. Answers from `answers`, in turn. */
export async function openTranscriptionServer(
  answers: readonly ({ readonly text: string } | { readonly status: number })[],
): Promise<AsyncDisposable & { readonly url: string; readonly heard: readonly Heard[] }> {
  const heard: Heard[] = [];
  const server = createServer((incoming, response) => {
    void (async () => {
      const fail = (status: number, message: string) =>
        response
          .writeHead(status, { "content-type": "application/json" })
          .end(JSON.stringify({ error: { message, type: "x", code: null } }));
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
      if (incoming.method !== "POST" || incoming.url !== "/v1/audio/transcriptions") return fail(404, "no such place");
      const form = await new Response(Buffer.concat(chunks), {
        headers: { "content-type": incoming.headers["content-type"] ?? "" },
      }).formData();
      const [file, model, language] = [form.get("file"), form.get("model"), form.get("language")];
      if (!(file instanceof File) || !/\.(flac|mp3|mp4|m4a|ogg|wav|webm)$/.test(file.name))
        return fail(400, "Invalid file format.");
      if (typeof model !== "string") return fail(400, "you must provide a model parameter");
      const answer = answers[heard.length];
      heard.push({
        model,
        language: typeof language === "string" ? language : null,
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
        key: incoming.headers.authorization ?? null,
      });
      if (answer === undefined) return fail(400, "more was asked than was scripted");
      if ("status" in answer) return fail(answer.status, `the key was ${incoming.headers.authorization ?? ""}`);
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    heard,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
